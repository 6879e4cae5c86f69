package org.supervision.workflow.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;

/** Translates between the engine's typed values, as the web applications send and read them, and plain ones. */
final class EnteredValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EnteredValues() {}

    static Map<String, Object> plain(@Nullable Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (values != null) {
            values.keySet().forEach(key -> plain.put(key, plain(key, values)));
        }
        return plain;
    }

    private static @Nullable Object plain(String key, Map<String, Object> values) {
        Object value = values instanceof VariableMap typed ? typed.getValueTyped(key) : values.get(key);
        if (value instanceof SerializableValue serialized) {
            return parse(key, serialized.getValueSerialized());
        }
        return value instanceof TypedValue typed ? typed.getValue() : value;
    }

    /** Tasklist sends lists as JSON, never as a Java object: nothing of what a caller sends is deserialized. */
    private static @Nullable Object parse(String key, @Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw DomainException.invalidField(key, "workflow.form.not-understood", key);
        }
    }

    /** Lists become JSON in an envelope that Tasklist both reads and sends back. */
    static VariableMap typed(Map<String, Object> values) {
        VariableMap typed = Variables.createVariables();
        values.forEach((key, value) -> typed.put(key, typed(value)));
        return typed;
    }

    private static @Nullable Object typed(@Nullable Object value) {
        if (value instanceof List<?> || value instanceof Map<?, ?>) {
            return Variables.serializedObjectValue(write(value))
                    .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                    .objectTypeName(Object.class.getName())
                    .create();
        }
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Form values cannot be written as JSON", e);
        }
    }
}
