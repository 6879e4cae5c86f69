package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.SourceDocument.Paragraph;

/** The year's plan as numbered paragraphs, each with its units at the end or in lines of their own, in brackets or not. */
final class ParagraphLayout implements LayoutReader {

    private static final Pattern NUMBERED =
            Pattern.compile("[(\\uFF08]?(\\d{1,3})[.\\uFF0E\\u3001)\\uFF09](?!\\d)\\s*");
    private static final Pattern UNITS = Pattern.compile("[(\\uFF08\\u3010\\[](?<units>(?:"
            + Words.pattern("units label") + ")[:\\uFF1A][^\\n]*?)[)\\uFF09\\u3011\\]][\\u3002.\\uFF1B;]?$");
    private static final Pattern UNBRACKETED =
            Pattern.compile("(?:^|[\\u3002\\uFF1B;\\uFF01!\\uFF0C,)\\uFF09\\u3011\\]\\s])\\s*(?<units>(?:"
                    + Words.pattern("units label") + ")[:\\uFF1A][^\\n]*?)[\\u3002.\\uFF1B;]?$");
    private static final Pattern LABELLED = Pattern.compile("(?<label>" + Words.pattern("units label")
            + ")[:\\uFF1A]\\s*(?<units>.*?)(?=[;\\uFF1B\\u3002]|[)\\uFF09]?[,\\uFF0C(\\uFF08\\s]*(?:"
            + Words.pattern("units label") + ")[:\\uFF1A]|$)");
    private static final String FULL_STOP = "\u3002\uFF01!)\uFF09\u3011]";
    private static final Pattern LEAD = Words.pattern("lead label");
    private static final int MOST_PARAGRAPHS = 20;
    private static final int LONGEST_PARAGRAPH = 5_000;

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        Reading reading = new Reading();
        document.paragraphs().forEach(reading::read);
        reading.close();
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
        private final List<Paragraph> units = new ArrayList<>();

        private void read(Paragraph paragraph) {
            Optional<Matcher> named = units(paragraph.text());
            boolean namesMore = named.filter(found -> !units.isEmpty() && isOnlyUnits(paragraph.text(), found))
                    .isPresent();
            if (paragraph.text().length() > LONGEST_PARAGRAPH) {
                close();
                passOver(paragraph);
            } else if (NUMBERED.matcher(paragraph.text()).lookingAt()) {
                close();
                goOn(paragraph, named);
            } else if (namesMore || units.isEmpty() && !open.isEmpty() && open.size() < MOST_PARAGRAPHS) {
                goOn(paragraph, named);
            } else {
                close();
                passOver(paragraph);
            }
        }

        private static Optional<Matcher> units(String text) {
            if (text.length() > LONGEST_PARAGRAPH) {
                return Optional.empty();
            }
            return Stream.of(UNITS, UNBRACKETED)
                    .map(pattern -> pattern.matcher(text))
                    .filter(Matcher::find)
                    .findFirst();
        }

        private static boolean isOnlyUnits(String text, Matcher found) {
            return found.start() == 0 || text.substring(0, found.start()).isBlank();
        }

        private void goOn(Paragraph paragraph, Optional<Matcher> named) {
            String goal = named.map(found -> paragraph.text().substring(0, goalEnd(found)))
                    .orElse(paragraph.text());
            if (units.isEmpty()) {
                open.add(new Paragraph(goal, paragraph.position()));
            }
            named.ifPresent(found -> units.add(new Paragraph(found.group("units"), paragraph.position())));
        }

        /** The full stop of the goal stays with it; what only leads over to the units does not. */
        private static int goalEnd(Matcher found) {
            boolean ends = found.pattern() == UNBRACKETED
                    && FULL_STOP.indexOf(found.group().charAt(0)) >= 0;
            return ends ? found.start() + 1 : found.start();
        }

        /** A task ends; what looked like one has no units. */
        private void close() {
            if (units.isEmpty()) {
                open.forEach(this::passOver);
            } else {
                drafts.add(draft());
            }
            open.clear();
            units.clear();
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
            List<String> goal =
                    new ArrayList<>(open.stream().map(Paragraph::text).toList());
            Matcher number = NUMBERED.matcher(goal.get(0));
            if (!number.lookingAt()) {
                throw new IllegalStateException(goal.get(0));
            }
            goal.set(0, goal.get(0).substring(number.end()));
            Map<Column, SourceCell> cells = new EnumMap<>(Column.class);
            cells.put(Column.NUMBER, cell(number.group(1), first));
            cells.put(Column.GOAL, new SourceCell(goal, first, false));
            units.forEach(text -> name(text, cells));
            return new RowDraft(first, cells, units.stream().anyMatch(text -> namesMoreThanLead(text.text())));
        }

        private static void name(Paragraph units, Map<Column, SourceCell> cells) {
            Matcher labelled = LABELLED.matcher(units.text());
            while (labelled.find()) {
                boolean lead = LEAD.matcher(labelled.group("label")).matches() || !cells.containsKey(Column.UNITS);
                cells.merge(
                        lead ? Column.UNITS : Column.SUPPORTING_UNITS,
                        cell(labelled.group("units"), units.position()),
                        SourceCell::and);
            }
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
