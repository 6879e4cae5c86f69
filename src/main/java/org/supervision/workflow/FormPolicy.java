package org.supervision.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.DomainException.Kind;

/** The rule that a submission keeps to its form: the browser's checks, made again where nobody can leave them out. */
class FormPolicy {

    private static final int MOST_DIGITS = 30;

    private final List<FieldError> errors = new ArrayList<>();

    /** Typed values of the known keys; throws with one error per wrong field. */
    static FormValues check(FormSchema form, Map<String, ?> values) {
        FormPolicy policy = new FormPolicy();
        policy.refuseUnknown("", form.keys(), values);
        Map<String, Object> checked = policy.fields("", form.fields(), values);
        if (!policy.errors.isEmpty()) {
            throw new DomainException(Kind.INVALID, "workflow.form.invalid", List.of(), List.copyOf(policy.errors));
        }
        return new FormValues(checked);
    }

    private void refuseUnknown(String prefix, Set<String> known, Map<String, ?> values) {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        unknown.forEach(key -> error(prefix + key, "workflow.form.unknown"));
    }

    /** Read-only and hidden fields are not taken; in a list read-only ones tell which row it is. */
    private Map<String, Object> fields(String prefix, List<FormSchema.Field> fields, Map<String, ?> values) {
        Map<String, Object> checked = new LinkedHashMap<>();
        for (FormSchema.Field field : fields) {
            boolean shownOnly = field.type() == FormSchema.Type.NOTE || field.readOnly() && prefix.isEmpty();
            Object value = blankToNull(values.get(field.key()));
            boolean leftOut = value == null && !field.required();
            if (shownOnly || leftOut || field.isHidden(values)) {
                continue;
            }
            String path = prefix + field.key();
            if (value == null) {
                error(
                        path,
                        field.type() == FormSchema.Type.CHOICE
                                ? "workflow.form.required-choice"
                                : "workflow.form.required",
                        field.label());
                continue;
            }
            Object typed =
                    switch (field.type()) {
                        case TEXT_LINE, TEXT_AREA -> text(path, field, value);
                        case CHOICE -> choice(path, field, value);
                        case NUMBER -> number(path, field, value);
                        case CHECKBOX -> checkbox(path, field, value);
                        case LIST -> rows(path, field, value);
                        case NOTE -> null;
                    };
            if (typed != null) {
                checked.put(field.key(), typed);
            }
        }
        return checked;
    }

    private static @Nullable Object blankToNull(@Nullable Object value) {
        return value instanceof String text && text.isBlank() ? null : value;
    }

    private @Nullable Object text(String path, FormSchema.Field field, Object value) {
        if (!(value instanceof String text)) {
            return error(path, "workflow.form.not-text", field.label());
        }
        if (field.minLength() != null && text.length() < field.minLength()) {
            return error(path, "workflow.form.too-short", field.label(), field.minLength());
        }
        if (text.length() > field.maxLength()) {
            return error(path, "workflow.form.too-long", field.label(), field.maxLength(), text.length());
        }
        if (field.pattern() != null && !Pattern.matches(field.pattern(), text)) {
            return error(path, "workflow.form.pattern", field.label());
        }
        return text;
    }

    private @Nullable Object choice(String path, FormSchema.Field field, Object value) {
        return field.options().stream().anyMatch(option -> option.value().equals(value))
                ? value
                : error(path, "workflow.form.not-offered", field.label(), String.valueOf(value));
    }

    private @Nullable Object number(String path, FormSchema.Field field, Object value) {
        BigDecimal number = parse(value.toString().trim());
        if (number == null) {
            return error(path, "workflow.form.not-a-number", field.label(), value.toString());
        }
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            return error(path, "workflow.form.too-small", field.label(), field.min());
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            return error(path, "workflow.form.too-large", field.label(), field.max());
        }
        return number;
    }

    /** Null for what is no number or has more digits than any figure needs; {@code 1e999999999} would fill the memory. */
    private static @Nullable BigDecimal parse(String text) {
        try {
            BigDecimal number = text.length() > 2 * MOST_DIGITS ? null : new BigDecimal(text);
            return number == null || Math.abs(number.scale()) > MOST_DIGITS ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A required box is one that must be ticked, as in the browser. */
    private @Nullable Object checkbox(String path, FormSchema.Field field, Object value) {
        String entered = value.toString();
        if (!entered.equals("true") && !entered.equals("false")) {
            return error(path, "workflow.form.not-yes-no", field.label());
        }
        return field.required() && entered.equals("false")
                ? error(path, "workflow.form.not-ticked", field.label())
                : Boolean.valueOf(entered);
    }

    private @Nullable Object rows(String path, FormSchema.Field field, Object value) {
        if (!(pairsToRows(field, value) instanceof List<?> rows)) {
            return error(path, "workflow.form.not-a-list", field.label());
        }
        Set<String> columns = new TreeSet<>();
        field.columns().forEach(column -> columns.add(column.key()));
        List<Object> checked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String prefix = path + "[" + i + "].";
            if (!(rows.get(i) instanceof Map<?, ?> row)) {
                return error(path, "workflow.form.not-a-list", field.label());
            }
            Map<String, Object> cells = new LinkedHashMap<>();
            row.forEach((key, cell) -> cells.put(String.valueOf(key), cell));
            refuseUnknown(prefix, columns, cells);
            checked.add(fields(prefix, field.columns(), cells));
        }
        return checked;
    }

    /**
     * An object such as {@code {"17": 3.5}} is read as one row per entry, for a list that begins with the column that tells
     * its rows apart and has one more to be filled in.
     */
    private static Object pairsToRows(FormSchema.Field field, Object value) {
        if (!(value instanceof Map<?, ?> pairs)) {
            return value;
        }
        List<String> keys = field.columns().stream()
                .filter(column -> column.type() != FormSchema.Type.NOTE)
                .filter(column ->
                        !column.readOnly() || column == field.columns().get(0))
                .map(FormSchema.Field::key)
                .toList();
        if (keys.size() != 2) {
            return value;
        }
        List<Object> rows = new ArrayList<>();
        pairs.forEach((key, cell) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(keys.get(0), String.valueOf(key));
            row.put(keys.get(1), cell);
            rows.add(row);
        });
        return rows;
    }

    private @Nullable Object error(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, List.of(arguments)));
        return null;
    }
}
