package org.supervision.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a {@code .form} file as portal, REST and the server-side check read them.
 *
 * @param key id of the form, for instance {@code office-review}
 */
public record FormSchema(String key, List<Field> fields) {

    /** Texts without their own limit may not be longer than this. */
    static final int DEFAULT_MAX_LENGTH = 20_000;

    /** What a field takes. */
    public enum Type {
        TEXT_LINE,
        TEXT_AREA,
        NUMBER,
        CHECKBOX,
        CHOICE,
        LIST,
        /** Explains and takes nothing. */
        NOTE
    }

    /** One value of a choice with what people read. */
    public record Option(String value, String label) {}

    /**
     * One component of the form.
     *
     * @param key empty for notes
     * @param label what people read; the text of a note
     * @param options only for choices
     * @param columns only for lists: the fields of one row
     * @param hiddenWhen FEEL condition under which the field is not asked
     * @param english the same texts in English, by {@code en.label}, {@code en.description} or {@code en.} and an option's
     *     value: custom properties of the component in the form's file
     */
    public record Field(
            String key,
            Type type,
            String label,
            String description,
            boolean required,
            boolean readOnly,
            @Nullable Integer minLength,
            int maxLength,
            @Nullable String pattern,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<Option> options,
            List<Field> columns,
            @Nullable String hiddenWhen,
            @JsonIgnore Map<String, String> english) {

        /** Whether the field is not asked while the form holds these values. */
        public boolean isHidden(Map<String, ?> values) {
            return hiddenWhen != null && Feel.isTrue(hiddenWhen, values);
        }

        private Field inEnglish() {
            return new Field(
                    key,
                    type,
                    english.getOrDefault("en.label", label),
                    english.getOrDefault("en.description", description),
                    required,
                    readOnly,
                    minLength,
                    maxLength,
                    pattern,
                    min,
                    max,
                    options.stream()
                            .map(option -> new Option(
                                    option.value(), english.getOrDefault("en." + option.value(), option.label())))
                            .toList(),
                    columns.stream().map(Field::inEnglish).toList(),
                    hiddenWhen,
                    english);
        }
    }

    /** The form as a reader of that language sees it; in Chinese unless it is English. */
    public FormSchema in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? new FormSchema(key, fields.stream().map(Field::inEnglish).toList())
                : this;
    }

    /** Keys a person may submit. */
    public Set<String> keys() {
        return inputs().map(Field::key).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Field> field(String key) {
        return inputs().filter(field -> field.key().equals(key)).findFirst();
    }

    Stream<Field> inputs() {
        return fields.stream().filter(field -> field.type() != Type.NOTE);
    }

    static FormSchema read(JsonNode form) {
        return new FormSchema(form.path("id").asText(), fields(form));
    }

    private static List<Field> fields(JsonNode parent) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            switch (component.path("type").asText()) {
                case "group" -> fields.addAll(fields(component));
                case "textfield" -> fields.add(field(component, Type.TEXT_LINE));
                case "textarea" -> fields.add(field(component, Type.TEXT_AREA));
                case "number" -> fields.add(field(component, Type.NUMBER));
                case "checkbox" -> fields.add(field(component, Type.CHECKBOX));
                case "select", "radio" -> fields.add(field(component, Type.CHOICE));
                case "dynamiclist" -> fields.add(field(component, Type.LIST));
                case "text" -> fields.add(field(component, Type.NOTE));
                case "separator", "spacer" -> {}
                default ->
                    throw new IllegalArgumentException(
                            "Form component that is not supported: " + component.path("type"));
            }
        }
        return List.copyOf(fields);
    }

    private static Map<String, String> english(JsonNode component) {
        Map<String, String> english = new HashMap<>();
        component
                .path("properties")
                .fields()
                .forEachRemaining(property ->
                        english.put(property.getKey(), property.getValue().asText()));
        return Map.copyOf(english);
    }

    private static Field field(JsonNode component, Type type) {
        JsonNode validate = component.path("validate");
        return new Field(
                component.path(type == Type.LIST ? "path" : "key").asText(),
                type,
                component.path(type == Type.NOTE ? "text" : "label").asText(),
                component.path("description").asText(),
                validate.path("required").asBoolean(),
                component.path("readonly").asBoolean()
                        || component.path("disabled").asBoolean(),
                validate.has("minLength") ? validate.get("minLength").asInt() : null,
                validate.path("maxLength").asInt(DEFAULT_MAX_LENGTH),
                validate.path("pattern").asText(null),
                validate.has("min") ? validate.get("min").decimalValue() : null,
                validate.has("max") ? validate.get("max").decimalValue() : null,
                Stream.of(component.path("values"))
                        .flatMap(values -> {
                            List<Option> options = new ArrayList<>();
                            values.forEach(value -> options.add(new Option(
                                    value.path("value").asText(),
                                    value.path("label").asText())));
                            return options.stream();
                        })
                        .toList(),
                type == Type.LIST ? fields(component) : List.of(),
                component.path("conditional").path("hide").asText(null),
                english(component));
    }
}
