package org.supervision.tables.web;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.reporting.PublishedState;
import org.supervision.reporting.ResultTable;
import org.supervision.reporting.ResultTable.Line;

/**
 * What a reader of a published table picks from it; nothing else than what is published is searched or counted.
 *
 * @param unit name of a leading or supporting unit
 * @param q a number, or words of the goal, the progress or a unit
 */
record PublicFilter(@Nullable String unit, @Nullable PublishedState state, @Nullable String q) {

    /** Everything. */
    static final PublicFilter NONE = new PublicFilter(null, null, null);

    private static final int LONGEST = 100;

    /** What is blank asks for nothing; what is longer than any unit's name or question is cut. */
    PublicFilter {
        unit = bounded(unit);
        q = bounded(q);
    }

    private static @Nullable String bounded(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String asked = text.strip();
        return asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
    }

    /** A state of the table, how many of the rows that are picked otherwise are in it, and whether it is picked. */
    record Chip(PublishedState state, String word, long count, boolean picked) {}

    /** Where the same is picked in another state, {@code null} for all; of an edition that is in force no more. */
    public String address(String round, @Nullable Integer edition, @Nullable PublishedState state) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/public/{round}.html");
        Map<String, Object> values = new HashMap<>();
        values.put("round", round);
        add("edition", edition, address, values);
        add("unit", unit, address, values);
        add("q", q, address, values);
        add("state", state, address, values);
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void add(
            String name, @Nullable Object value, UriComponentsBuilder address, Map<String, Object> values) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
        }
    }

    public boolean isEmpty() {
        return unit == null && state == null && q == null;
    }

    List<Line> of(ResultTable table) {
        return table.lines().stream()
                .filter(line -> isOtherwisePicked(line) && (state == null || line.state() == state))
                .toList();
    }

    /** The states that occur in the table, in their order. */
    List<Chip> chips(ResultTable table) {
        Map<PublishedState, Chip> chips = new EnumMap<>(PublishedState.class);
        table.lines()
                .forEach(line -> chips.merge(
                        line.state(),
                        new Chip(line.state(), line.verdict(), isOtherwisePicked(line) ? 1 : 0, line.state() == state),
                        (one, more) -> new Chip(one.state(), one.word(), one.count() + more.count(), one.picked())));
        return List.copyOf(chips.values());
    }

    /** How many rows are picked by unit and words. */
    long countOfAll(ResultTable table) {
        return table.lines().stream().filter(this::isOtherwisePicked).count();
    }

    /** The units of the table, leading or supporting, by name. */
    static List<String> units(ResultTable table) {
        return table.lines().stream()
                .flatMap(line -> line.units().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isOtherwisePicked(Line line) {
        return (unit == null || line.units().contains(unit)) && (q == null || contains(line, q));
    }

    private static boolean contains(Line line, String asked) {
        String words = asked.toLowerCase(Locale.ROOT);
        return String.valueOf(line.number()).equals(asked)
                || Stream.of(Stream.of(line.goal()), line.units().stream(), line.progress().stream())
                        .flatMap(texts -> texts)
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }
}
