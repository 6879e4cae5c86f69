package org.supervision.keytask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Indicators as they are kept in the database. */
@Component
class IndicatorJson {

    private final ObjectMapper json;

    IndicatorJson(ObjectMapper json) {
        this.json = json;
    }

    String write(Indicator indicator) {
        try {
            return json.writeValueAsString(indicator);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Indicator read(String text) {
        try {
            return json.readValue(text, Indicator.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
