package org.supervision.tables.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.supervision.tables.Narratives.Pick;

/**
 * What was entered beside the goals of a report: {@code pick} with the ordinal of each ticked one, and for each of them
 * all {@code goal-}, {@code number-} and {@code leadUnit-} followed by its ordinal.
 */
record PickForm(MultiValueMap<String, String> sent) {

    private static final String GOAL = "goal-";

    Map<Integer, Pick> picks() {
        Map<Integer, Pick> picks = new LinkedHashMap<>();
        sent.keySet().stream()
                .filter(name -> name.matches(GOAL + "\\d{1,5}"))
                .map(name -> Integer.valueOf(name.substring(GOAL.length())))
                .forEach(row -> picks.put(
                        row, new Pick(isTicked(row), text("number", row), text("goal", row), text("leadUnit", row))));
        return picks;
    }

    int ticked() {
        return sent.getOrDefault("pick", List.of()).size();
    }

    boolean isTicked(int row) {
        return sent.getOrDefault("pick", List.of()).contains(String.valueOf(row));
    }

    String text(String field, int row) {
        return Objects.toString(sent.getFirst(field + "-" + row), "").replace("\r\n", "\n");
    }
}
