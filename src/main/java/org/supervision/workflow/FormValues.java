package org.supervision.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checked values of a form by key: text, {@link BigDecimal}, {@link Boolean} or a list of rows, each a map of the same
 * kind. Keys without an entry are absent; blank text counts as no entry.
 */
public record FormValues(Map<String, Object> asMap) {

    public static final FormValues EMPTY = new FormValues(Map.of());

    public FormValues {
        asMap = Map.copyOf(asMap);
    }

    /** The text entered, empty if none was. */
    public String text(String key) {
        Object value = asMap.get(key);
        return value == null ? "" : value.toString();
    }

    /** The chosen value of a select or radio component as the constant of that name. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        String text = text(key);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    public Optional<BigDecimal> number(String key) {
        return asMap.get(key) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(asMap.get(key));
    }

    /** Rows of a dynamic list, empty if there is none. */
    @SuppressWarnings("unchecked")
    public List<FormValues> list(String key) {
        return asMap.get(key) instanceof List<?> rows
                ? rows.stream()
                        .map(row -> new FormValues((Map<String, Object>) row))
                        .toList()
                : List.of();
    }
}
