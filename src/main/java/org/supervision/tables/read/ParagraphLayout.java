package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.ParagraphUnits.Found;
import org.supervision.tables.read.ParagraphUnits.Labelled;
import org.supervision.tables.read.SourceDocument.Paragraph;

/** The year's plan as numbered paragraphs, each with its units at the end or in lines of their own, in brackets or not. */
final class ParagraphLayout implements LayoutReader {

    private static final Pattern NUMBERED =
            Pattern.compile("[(\\uFF08]?(\\d{1,3})[.\\uFF0E\\u3001)\\uFF09](?!\\d)\\s*|" + Words.pattern("numeral"));
    private static final Pattern SENTENCE_END = Words.pattern("sentence end");
    private static final int MOST_PARAGRAPHS = 20;
    private static final int LONGEST_PARAGRAPH = 5_000;

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        Reading reading = new Reading(new ParagraphUnits(directory));
        document.paragraphs().forEach(reading::read);
        reading.close();
        return reading.isPlan()
                ? Optional.of(new Drafts(Layout.PLAN_LIST, reading.above, null, reading.drafts, reading.problems))
                : Optional.empty();
    }

    /** One pass over the paragraphs. */
    private static final class Reading {

        private final List<RowDraft> drafts = new ArrayList<>();
        private final List<String> above = new ArrayList<>();
        private final Problems problems = new Problems(null);
        private final List<Paragraph> open = new ArrayList<>();
        private final List<Paragraph> units = new ArrayList<>();
        private final Set<String> ignored = new HashSet<>();
        private final ParagraphUnits charged;
        private boolean labelled;
        private int numbered;

        Reading(ParagraphUnits charged) {
            this.charged = charged;
        }

        /** Where only verbs or names tell of units, a report in prose may name some here and there. */
        private boolean isPlan() {
            return !drafts.isEmpty() && (labelled || 2 * drafts.size() >= numbered);
        }

        private void read(Paragraph paragraph) {
            String text = paragraph.text();
            Optional<Found> named = text.length() > LONGEST_PARAGRAPH ? Optional.empty() : charged.in(text);
            boolean namesMore = !units.isEmpty()
                    && named.filter(found -> found.isAlone(text)).isPresent();
            if (text.length() > LONGEST_PARAGRAPH) {
                close();
                passOver(paragraph);
            } else if (NUMBERED.matcher(text).lookingAt()) {
                close();
                goOn(paragraph, named);
            } else if (namesMore || units.isEmpty() && !open.isEmpty() && open.size() < MOST_PARAGRAPHS) {
                goOn(paragraph, named);
            } else {
                close();
                passOver(paragraph);
            }
        }

        private void goOn(Paragraph paragraph, Optional<Found> named) {
            String goal = named.map(found -> paragraph.text().substring(0, found.goalEnd()))
                    .orElse(paragraph.text());
            if (units.isEmpty()) {
                open.add(new Paragraph(goal, paragraph.position()));
            }
            named.ifPresent(found -> {
                units.add(new Paragraph(found.text(), paragraph.position()));
                labelled |= found.labelled();
            });
        }

        /** A task ends; what looked like one has no units, and may be the name of a chapter. */
        private void close() {
            if (units.isEmpty()) {
                numbered += open.stream()
                                .anyMatch(text ->
                                        SENTENCE_END.matcher(text.text()).find())
                        ? 1
                        : 0;
                open.forEach(this::passOver);
            } else {
                numbered++;
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
            cells.put(Column.NUMBER, cell(number(number), first));
            cells.put(Column.GOAL, new SourceCell(goal, first, false));
            units.forEach(text -> name(text, cells));
            boolean partners = units.stream().anyMatch(text -> UnitRoles.of(ParagraphUnits.units(text.text()))
                    .nameMoreThanLead());
            return new RowDraft(first, cells, partners);
        }

        private static String number(Matcher numbered) {
            return numbered.group(1) != null ? numbered.group(1) : Integer.toString(Numerals.value(numbered.group(2)));
        }

        private void name(Paragraph said, Map<Column, SourceCell> cells) {
            String text = ParagraphUnits.units(said.text());
            if (!text.isEmpty()) {
                cells.merge(Column.UNITS, cell(text, said.position()), SourceCell::and);
            }
            for (Labelled other : ParagraphUnits.others(said.text())) {
                Optional<Column> column = Column.headedBy(other.label());
                column.ifPresent(known -> cells.merge(known, cell(other.value(), said.position()), SourceCell::and));
                if (column.isEmpty() && ignored.add(other.label())) {
                    problems.add(null, ProblemCode.COLUMN_IGNORED, other.label(), said.position(), other.label());
                }
            }
        }

        private static SourceCell cell(String text, SourcePosition position) {
            return new SourceCell(List.of(text), position, false);
        }
    }
}
