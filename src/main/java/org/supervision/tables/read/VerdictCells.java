package org.supervision.tables.read;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.Verdict;

/** The verdict of a row: a tick in one of two columns, or a word; what is neither or more than one is unknown. */
final class VerdictCells {

    private static final Set<Column> PLACES = EnumSet.of(Column.VERDICT, Column.DONE, Column.NOT_DONE);
    private static final int LONGEST_WORD = 20;
    private static final Pattern TICK = Words.pattern("tick");
    private static final Pattern OPEN = Words.pattern("verdict open");
    private static final Pattern NONE = Words.pattern("verdict none");
    private static final Map<Verdict, Pattern> WORDS = new EnumMap<>(Verdict.class);

    static {
        for (Verdict verdict : Verdict.values()) {
            WORDS.put(verdict, Words.pattern("verdict " + verdict));
        }
    }

    private VerdictCells() {}

    static @Nullable Verdict read(RowDraft draft) {
        if (PLACES.stream().noneMatch(draft::states)) {
            return null;
        }
        Set<Verdict> stated = EnumSet.noneOf(Verdict.class);
        if (is(draft, Column.DONE, TICK)) {
            stated.add(Verdict.DONE);
        }
        if (is(draft, Column.NOT_DONE, TICK)) {
            stated.add(Verdict.BEHIND);
        }
        SourceCell words = draft.cell(Column.VERDICT);
        List<Verdict> said = words.paragraphs().stream()
                .flatMap(paragraph -> saidBy(Texts.key(paragraph)).stream())
                .toList();
        stated.addAll(said);
        return stated.size() == 1 && said.size() == words.paragraphs().size()
                ? stated.iterator().next()
                : null;
    }

    /** What stands in the places for a verdict. */
    static SourceCell written(RowDraft draft) {
        return draft.cell(Column.VERDICT).and(draft.cell(Column.DONE)).and(draft.cell(Column.NOT_DONE));
    }

    /** Whether the whole cell is a word for how far it is, be it one that leaves the verdict open. */
    static boolean isVerdict(SourceCell cell) {
        String key = cell.text().length() > LONGEST_WORD ? "" : cell.key();
        return saidBy(key).isPresent() || OPEN.matcher(key).matches();
    }

    /** Whether the cell says why there is no verdict, so that nobody need be asked for one. */
    static boolean saysThereIsNone(SourceCell cell) {
        return NONE.matcher(cell.key()).matches();
    }

    private static Optional<Verdict> saidBy(String key) {
        if (key.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        return WORDS.entrySet().stream()
                .filter(words -> words.getValue().matcher(key).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean is(RowDraft draft, Column column, Pattern words) {
        return words.matcher(draft.cell(column).key()).matches();
    }
}
