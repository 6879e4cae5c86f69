package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.SourceDocument.Paragraph;

/** The year's plan as numbered paragraphs, each with its units in brackets at the end. */
final class ParagraphLayout implements LayoutReader {

    private static final Pattern NUMBERED =
            Pattern.compile("[(\\uFF08]?(\\d{1,3})[.\\uFF0E\\u3001)\\uFF09](?!\\d)\\s*");
    private static final Pattern UNITS = Pattern.compile("[(\\uFF08\\u3010\\[](?<units>(?:"
            + Words.pattern("units label") + ")[:\\uFF1A][^\\n]*?)[)\\uFF09\\u3011\\]][\\u3002.\\uFF1B;]?$");
    private static final Pattern LABELLED = Pattern.compile("(?<label>" + Words.pattern("units label")
            + ")[:\\uFF1A]\\s*(?<units>.*?)(?=[;\\uFF1B\\u3002]|[)\\uFF09]?[,\\uFF0C(\\uFF08\\s]*(?:"
            + Words.pattern("units label") + ")[:\\uFF1A]|$)");
    private static final Pattern LEAD = Words.pattern("lead label");
    private static final int MOST_PARAGRAPHS = 20;
    private static final int LONGEST_PARAGRAPH = 5_000;

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        Reading reading = new Reading();
        document.paragraphs().forEach(reading::read);
        reading.giveUpOpen();
        return reading.drafts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drafts(Layout.PLAN_LIST, reading.above, null, reading.drafts, reading.problems));
    }

    /** One pass over the paragraphs. */
    private static final class Reading {

        private final List<RowDraft> drafts = new ArrayList<>();
        private final List<String> above = new ArrayList<>();
        private final Problems problems = new Problems(null);
        private final List<Paragraph> open = new ArrayList<>();

        private void read(Paragraph paragraph) {
            if (paragraph.text().length() > LONGEST_PARAGRAPH) {
                giveUpOpen();
                passOver(paragraph);
            } else if (NUMBERED.matcher(paragraph.text()).lookingAt()) {
                giveUpOpen();
                open.add(paragraph);
            } else if (!open.isEmpty() && open.size() < MOST_PARAGRAPHS) {
                open.add(paragraph);
            } else {
                passOver(paragraph);
            }
            if (!open.isEmpty() && UNITS.matcher(paragraph.text()).find()) {
                drafts.add(draft());
                open.clear();
            }
        }

        /** What looked like a task has no units. */
        private void giveUpOpen() {
            open.forEach(this::passOver);
            open.clear();
        }

        private void passOver(Paragraph paragraph) {
            if (drafts.isEmpty()) {
                above.add(paragraph.text());
            } else {
                problems.add(null, ProblemCode.TEXT_IGNORED, paragraph.text(), paragraph.position());
            }
        }

        private RowDraft draft() {
            SourcePosition first = open.get(0).position();
            Paragraph end = open.get(open.size() - 1);
            List<String> goal =
                    new ArrayList<>(open.stream().map(Paragraph::text).toList());
            Matcher units = UNITS.matcher(end.text());
            Matcher number = NUMBERED.matcher(goal.get(0));
            if (!units.find() || !number.lookingAt()) {
                throw new IllegalStateException(end.text());
            }
            goal.set(goal.size() - 1, end.text().substring(0, units.start()));
            goal.set(0, goal.get(0).substring(number.end()));
            Map<Column, SourceCell> cells = new EnumMap<>(Column.class);
            cells.put(Column.NUMBER, cell(number.group(1), first));
            cells.put(Column.GOAL, new SourceCell(goal, first, false));
            cells.putAll(units(units.group("units"), end.position()));
            return new RowDraft(first, cells, namesMoreThanLead(units.group("units")));
        }

        private static Map<Column, SourceCell> units(String text, SourcePosition position) {
            Map<Column, SourceCell> cells = new EnumMap<>(Column.class);
            Matcher labelled = LABELLED.matcher(text);
            while (labelled.find()) {
                boolean lead = LEAD.matcher(labelled.group("label")).matches() || !cells.containsKey(Column.UNITS);
                cells.merge(
                        lead ? Column.UNITS : Column.SUPPORTING_UNITS,
                        cell(labelled.group("units"), position),
                        SourceCell::and);
            }
            return cells;
        }

        private static boolean namesMoreThanLead(String text) {
            return LABELLED.matcher(text).results().anyMatch(label -> !LEAD.matcher(label.group(1))
                    .matches());
        }

        private static SourceCell cell(String text, SourcePosition position) {
            return new SourceCell(List.of(text), position, false);
        }
    }
}
