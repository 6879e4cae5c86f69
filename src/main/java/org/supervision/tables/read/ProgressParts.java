package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What several units say of the progress of one key task, each in a cell beside its name. The lead's text is the report;
 * in front of another unit's stands who says it, for a published table has one text for each task.
 */
final class ProgressParts {

    private static final char COLON = '\uFF1A';

    private final List<Part> parts = new ArrayList<>();

    /** @param unit blank where the lead speaks, or nobody is named */
    private record Part(SourceCell unit, SourceCell text) {

        List<String> paragraphs() {
            List<String> paragraphs = text.paragraphs();
            String name = String.join("\u3001", unit.paragraphs());
            if (unit.isBlank()
                    || paragraphs.isEmpty()
                    || Texts.key(paragraphs.get(0)).startsWith(Texts.key(name))) {
                return paragraphs;
            }
            return Stream.concat(
                            Stream.of(name + COLON + paragraphs.get(0)),
                            paragraphs.stream().skip(1))
                    .toList();
        }
    }

    /** The row with which the task begins: the first unit leads. */
    void begin(Header header, SourceRow row) {
        List<Integer> units = header.unitColumns();
        for (int index : header.columns().getOrDefault(Column.PROGRESS, List.of())) {
            int beside = units.stream()
                    .filter(unit -> unit < index)
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(-1);
            boolean lead = units.isEmpty() || beside < 0 || beside == units.get(0) || !header.pairs();
            parts.add(
                    new Part(lead ? SourceCell.blank(row.position()) : header.at(row, beside), header.at(row, index)));
        }
    }

    /** A row below it that names another unit with its progress. */
    void goOn(Header header, SourceRow row) {
        SourceCell text = header.cell(row, Column.PROGRESS);
        if (!text.addsNothing()) {
            SourceCell unit = header.cell(row, Column.UNITS);
            SourceCell partner = header.cell(row, Column.SUPPORTING_UNITS);
            SourceCell named = unit.addsNothing() ? partner : unit;
            parts.add(new Part(named.addsNothing() ? SourceCell.blank(row.position()) : named, text));
        }
    }

    /** Whether units speak one by one. */
    boolean isShared() {
        return parts.stream().anyMatch(part -> !part.unit().isBlank());
    }

    List<String> paragraphs() {
        return parts.stream().flatMap(part -> part.paragraphs().stream()).toList();
    }
}
