package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.SourceDocument.Block;
import org.supervision.tables.read.SourceDocument.Paragraph;
import org.supervision.tables.read.SourceDocument.Table;

/** A card per key task: labels with what they name behind them, in a table or in lines; the number begins the next card. */
final class CardLayout implements LayoutReader {

    private static final Pattern LEAD = Words.pattern("lead label");
    private static final Pattern LINE = Pattern.compile("([^:\\uFF1A]{2,12})[:\\uFF1A]\\s*(.*)");

    @Override
    public Optional<Drafts> read(SourceDocument document, UnitDirectory directory) {
        Reading reading = new Reading();
        for (Block block : document.blocks()) {
            if (block instanceof Table table) {
                table.rows().forEach(reading::read);
            } else if (block instanceof Paragraph paragraph) {
                reading.read(paragraph);
            }
        }
        List<RowDraft> drafts = reading.drafts();
        boolean whole = !drafts.isEmpty()
                && drafts.stream()
                        .noneMatch(draft -> draft.cell(Column.GOAL).isBlank()
                                || draft.cell(Column.UNITS).isBlank());
        boolean results =
                drafts.stream().anyMatch(draft -> !draft.cell(Column.PROGRESS).isBlank());
        return whole
                ? Optional.of(new Drafts(
                        results ? Layout.RESULT_LIST : Layout.PLAN_LIST, reading.above, null, drafts, reading.problems))
                : Optional.empty();
    }

    /** One pass over the labels. */
    private static final class Reading {

        private final List<Map<Column, SourceCell>> cards = new ArrayList<>();
        private final Set<Map<Column, SourceCell>> withPartners = Collections.newSetFromMap(new IdentityHashMap<>());
        private final List<String> above = new ArrayList<>();
        private final Problems problems = new Problems(null);

        private void read(SourceRow row) {
            List<SourceCell> cells = row.cells();
            boolean used = false;
            for (int i = 0; i + 1 < cells.size(); i++) {
                Optional<Column> label = cells.get(i).covered()
                        ? Optional.empty()
                        : labelled(cells.get(i).text());
                int value = i + 1;
                while (value < cells.size()
                        && cells.get(value).covered()
                        && cells.get(value).key().equals(cells.get(i).key())) {
                    value++;
                }
                if (label.isPresent()
                        && value < cells.size()
                        && labelled(cells.get(value).text()).isEmpty()) {
                    put(label.get(), cells.get(i).key(), cells.get(value));
                    used = true;
                    i = value;
                }
            }
            if (!used) {
                passOver(
                        String.join(
                                " ",
                                row.written().stream().map(SourceCell::joined).toList()),
                        row.position());
            }
        }

        private void read(Paragraph paragraph) {
            Matcher line = LINE.matcher(paragraph.text());
            Optional<Column> label = line.matches() ? labelled(line.group(1)) : Optional.empty();
            if (label.isPresent()) {
                put(
                        label.get(),
                        Texts.key(line.group(1)),
                        new SourceCell(List.of(line.group(2)), paragraph.position(), false));
            } else {
                passOver(paragraph.text(), paragraph.position());
            }
        }

        private static Optional<Column> labelled(String text) {
            return Column.headedBy(text.replaceFirst("[:\\uFF1A]$", ""));
        }

        private void put(Column column, String label, SourceCell value) {
            if (column == Column.NUMBER) {
                cards.add(new EnumMap<>(Column.class));
            }
            if (!cards.isEmpty()) {
                Map<Column, SourceCell> card = cards.get(cards.size() - 1);
                card.merge(column, value, SourceCell::and);
                if (column == Column.UNITS && !LEAD.matcher(label).matches()) {
                    withPartners.add(card);
                }
            } else {
                passOver(value.joined(), value.position());
            }
        }

        private void passOver(String text, SourcePosition position) {
            if (cards.isEmpty()) {
                above.add(text);
            } else {
                problems.add(null, ProblemCode.TEXT_IGNORED, text, position);
            }
        }

        private List<RowDraft> drafts() {
            return cards.stream().map(this::draft).toList();
        }

        private RowDraft draft(Map<Column, SourceCell> card) {
            RowDraft draft = new RowDraft(card.get(Column.NUMBER).position(), card, withPartners.contains(card));
            Column.QUARTERS.stream().filter(card::containsKey).forEach(quarter -> draft.milestones()
                    .put(quarter, card.get(quarter)));
            return draft;
        }
    }
}
