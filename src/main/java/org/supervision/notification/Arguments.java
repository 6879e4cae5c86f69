package org.supervision.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a sentence as they are kept: texts and whole numbers as they are, instants as {@code {"at": …}}. */
final class Arguments {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String AT = "at";

    private Arguments() {}

    static String write(List<?> arguments) {
        ArrayNode array = JSON.createArrayNode();
        for (Object argument : arguments) {
            if (argument instanceof Instant instant) {
                array.addObject().put(AT, instant.toString());
            } else if (argument instanceof Integer number) {
                array.add(number);
            } else {
                array.add(String.valueOf(argument));
            }
        }
        return array.toString();
    }

    static List<Object> read(String json) {
        List<Object> arguments = new ArrayList<>();
        try {
            for (JsonNode node : JSON.readTree(json)) {
                arguments.add(read(node));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Arguments of a notice are not JSON", e);
        }
        return arguments;
    }

    private static Object read(JsonNode node) {
        if (node.isObject()) {
            return Instant.parse(node.get(AT).asText());
        }
        return node.isInt() ? (Object) node.intValue() : node.asText();
    }
}
