package org.supervision.escalation.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.supervision.escalation.LadderEntry;
import org.supervision.escalation.LadderPlace;
import org.supervision.escalation.LadderRow;

/** The ladder as the portal's table shows it: one line for every place, filled or not, each value as it was typed. */
record RulesForm(List<Line> lines, String effectiveFrom) {

    private static final Pattern FIELD = Pattern.compile("rows\\[(\\d+)](.*)");

    /** @param key begins the names of the line's fields */
    record Line(
            String key,
            LadderPlace place,
            boolean used,
            String days,
            List<String> audience,
            String points,
            String limitDays) {

        private LadderEntry entry() {
            return new LadderEntry(
                    place.step(),
                    place.important(),
                    place.rung(),
                    whole(days),
                    audience,
                    whole(points),
                    whole(limitDays));
        }

        private static @Nullable Integer whole(String text) {
            return text.matches("[+-]?\\d{1,4}") ? Integer.valueOf(text) : null;
        }
    }

    static RulesForm of(List<LadderRow> rows, String effectiveFrom) {
        Map<LadderPlace, LadderEntry> filled = new HashMap<>();
        rows.forEach(row -> filled.put(row.place(), LadderEntry.of(row)));
        List<Line> lines = new ArrayList<>();
        for (LadderPlace place : LadderPlace.ALL) {
            LadderEntry entry = filled.get(place);
            String key = "rows[%d]".formatted(lines.size());
            lines.add(
                    entry == null
                            ? new Line(key, place, false, "", List.of(), "", "")
                            : new Line(
                                    key,
                                    place,
                                    true,
                                    String.valueOf(entry.days()),
                                    entry.audience(),
                                    String.valueOf(entry.points()),
                                    entry.limitDays() == null ? "" : String.valueOf(entry.limitDays())));
        }
        return new RulesForm(lines, effectiveFrom);
    }

    static RulesForm typed(MultiValueMap<String, String> parameters) {
        List<Line> lines = new ArrayList<>();
        for (LadderPlace place : LadderPlace.ALL) {
            String key = "rows[%d]".formatted(lines.size());
            lines.add(new Line(
                    key,
                    place,
                    parameters.containsKey(key + ".used"),
                    text(parameters, key + ".days"),
                    parameters.getOrDefault(key + ".audience", List.of()),
                    text(parameters, key + ".points"),
                    text(parameters, key + ".limitDays")));
        }
        return new RulesForm(lines, text(parameters, "effectiveFrom"));
    }

    private static String text(MultiValueMap<String, String> parameters, String name) {
        String text = parameters.getFirst(name);
        return text == null ? "" : text.strip();
    }

    /** The filled places only. */
    List<LadderEntry> entries() {
        return used().stream().map(Line::entry).toList();
    }

    /** The line a mistake belongs to, whose rows count the filled places; {@code null} if it names none. */
    @Nullable
    Line line(String field) {
        Matcher matcher = FIELD.matcher(field);
        return matcher.matches() ? used().get(Integer.parseInt(matcher.group(1))) : null;
    }

    /** The name of the field on the page. */
    String name(String field) {
        Matcher matcher = FIELD.matcher(field);
        return matcher.matches()
                ? used().get(Integer.parseInt(matcher.group(1))).key() + matcher.group(2)
                : field;
    }

    private List<Line> used() {
        return lines.stream().filter(Line::used).toList();
    }
}
