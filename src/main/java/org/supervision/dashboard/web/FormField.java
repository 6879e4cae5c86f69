package org.supervision.dashboard.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.workflow.FormSchema;
import org.supervision.workflow.FormSchema.Field;
import org.supervision.workflow.FormSchema.Type;
import org.supervision.workflow.Submissions;

/**
 * A field of a {@code .form} with its value and mistake, as the template {@code fragments/form-field} draws it.
 *
 * @param key the input's full name
 * @param type name of the component as form-js calls it
 * @param shownWhen {@code other-key=VALUE}: asked only while that choice is made; {@code null}: always
 */
record FormField(
        String key,
        String type,
        String label,
        @Nullable String description,
        boolean required,
        boolean readonly,
        List<Option> options,
        @Nullable String value,
        @Nullable String error,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer maxLength,
        @Nullable String unit,
        List<List<FormField>> rows,
        boolean addable,
        @Nullable String shownWhen) {

    /** @param shortcut the key that chooses it, {@code null} for none */
    record Option(String value, String label, @Nullable String shortcut) {}

    /** Up to this many options are all shown at once. */
    private static final int MOST_RADIOS = 8;

    private static final Pattern SHOWN_WHEN = Pattern.compile("=\\s*(\\w+)\\s*!=\\s*\"(\\w+)\"\\s*");

    /** A required choice that belongs to the page, not to the form. */
    static FormField choice(
            String key, String label, List<Option> options, @Nullable String value, @Nullable String error) {
        return new FormField(
                key, "radio", label, null, true, false, options, value, error, null, null, null, null, List.of(), false,
                null);
    }

    /**
     * The form's fields. A list shows the rows it was given, to which nobody adds; without rows it is left out, and so are
     * indicators and sub-items, which have tables of their own.
     *
     * @param errors messages by the full name of their field
     */
    static List<FormField> of(FormSchema form, Map<String, ?> values, Map<String, String> errors) {
        return of("", form.fields(), values, errors).stream()
                .filter(field ->
                        !field.type().equals("dynamiclist") || !field.rows().isEmpty())
                .filter(field ->
                        !field.key().equals(IndicatorRows.LIST) && !field.key().equals(IndicatorRows.PARTS))
                // Here each warning is answered beside itself.
                .filter(field -> !field.key().equals(Submissions.WARNING_ANSWERS))
                .toList();
    }

    private static List<FormField> of(
            String prefix, List<Field> fields, Map<String, ?> values, Map<String, String> errors) {
        return fields.stream()
                .map(field -> of(prefix + field.key(), field, values.get(field.key()), errors))
                .toList();
    }

    private static FormField of(String name, Field field, @Nullable Object value, Map<String, String> errors) {
        return new FormField(
                name,
                type(field),
                field.label(),
                field.description().isEmpty() ? null : field.description(),
                field.required(),
                field.readOnly(),
                options(field),
                field.type() == Type.LIST || value == null ? null : value.toString(),
                errors.get(name),
                field.min(),
                field.max(),
                field.type() == Type.TEXT_AREA || field.type() == Type.TEXT_LINE ? field.maxLength() : null,
                null,
                rows(name, field, value, errors),
                false,
                shownWhen(field.hiddenWhen()));
    }

    private static String type(Field field) {
        return switch (field.type()) {
            case TEXT_LINE -> "textfield";
            case TEXT_AREA -> "textarea";
            case NUMBER -> "number";
            case CHECKBOX -> "checkbox";
            case CHOICE -> field.options().size() <= MOST_RADIOS ? "radio" : "select";
            case LIST -> "dynamiclist";
            case NOTE -> "text";
        };
    }

    private static List<Option> options(Field field) {
        List<Option> options = new ArrayList<>();
        for (FormSchema.Option option : field.options()) {
            String shortcut =
                    switch (field.key() + " " + option.value()) {
                        case "decision APPROVE" -> "a";
                        case "decision RETURN" -> "r";
                        default -> field.key().equals("reasonCode") ? String.valueOf(options.size() + 1) : null;
                    };
            options.add(new Option(option.value(), option.label(), shortcut));
        }
        return options;
    }

    private static List<List<FormField>> rows(
            String name, Field field, @Nullable Object value, Map<String, String> errors) {
        List<List<FormField>> rows = new ArrayList<>();
        if (field.type() == Type.LIST && value instanceof List<?> entered) {
            for (Object row : entered) {
                if (row instanceof Map<?, ?> cells) {
                    @SuppressWarnings("unchecked")
                    Map<String, ?> named = (Map<String, ?>) cells;
                    rows.add(of("%s[%d].".formatted(name, rows.size()), field.columns(), named, errors));
                }
            }
        }
        return rows;
    }

    /** Reads {@code =decision != "RETURN"}; any other condition leaves the field shown. */
    private static @Nullable String shownWhen(@Nullable String hiddenWhen) {
        Matcher matcher = SHOWN_WHEN.matcher(hiddenWhen == null ? "" : hiddenWhen);
        return matcher.matches() ? matcher.group(1) + "=" + matcher.group(2) : null;
    }
}
