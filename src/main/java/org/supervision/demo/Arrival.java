package org.supervision.demo;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supervision.demo.TimeTravel.Effect;

/**
 * What a journey of the clock did, said once on the page that follows it.
 *
 * @param happened one line for each kind of act, in the order in which they first happened
 */
record Arrival(Instant now, int jobsExecuted, List<Line> happened) implements Serializable {

    /** Name of the model attribute. */
    static final String NAME = "arrival";

    /**
     * @param act as the audit trail names it
     * @param url the list that shows it; {@code null} where there is none
     */
    record Line(String act, int count, @Nullable String url) implements Serializable {}

    /** @param linked whether the reader may follow: administrators see no business content */
    static Arrival of(Instant now, int jobsExecuted, List<Effect> effects, boolean linked) {
        Map<String, List<Effect>> byAct =
                effects.stream().collect(Collectors.groupingBy(Effect::act, LinkedHashMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        byAct.forEach((act, its) -> lines.add(new Line(act, its.size(), linked ? list(its.get(0)) : null)));
        return new Arrival(now, jobsExecuted, lines);
    }

    private static @Nullable String list(Effect effect) {
        String id = effect.objectId();
        return switch (effect.objectType()) {
            case "slip" -> "/slips";
            case "reporting-round" -> "/rounds/" + id;
            // A cycle's id is its round's and the number of its key task.
            case "reporting-cycle" -> "/rounds/" + id.substring(0, id.lastIndexOf('-'));
            default -> null;
        };
    }
}
