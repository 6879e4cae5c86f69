package org.supervision.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.collections4.sequence.CommandVisitor;
import org.apache.commons.collections4.sequence.SequencesComparator;

/**
 * What changed from one text to another, as one merged view. Figures and Latin words change as a whole, everything else
 * character by character; texts too long for that are compared paragraph by paragraph.
 */
public final class TextDifference {

    /** What became of a piece of text. */
    public enum Kind {
        SAME,
        INS,
        DEL
    }

    /** A piece of text with one fate. */
    public record Part(Kind kind, String text) {}

    private static final Pattern WORD = Pattern.compile("\\d+(?:[.,]\\d+)*%?|[A-Za-z]+|.", Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("[^\n]*\n?");
    private static final int LONGEST = 4_000;

    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder same = new StringBuilder();
    private final StringBuilder inserted = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();

    private TextDifference() {}

    public static List<Part> between(String before, String after) {
        Pattern unit = before.length() > LONGEST || after.length() > LONGEST ? PARAGRAPH : WORD;
        TextDifference difference = new TextDifference();
        new SequencesComparator<>(pieces(unit, before), pieces(unit, after))
                .getScript()
                .visit(new CommandVisitor<>() {
                    @Override
                    public void visitKeepCommand(String piece) {
                        difference.keep(piece);
                    }

                    @Override
                    public void visitInsertCommand(String piece) {
                        difference.change(difference.inserted, piece);
                    }

                    @Override
                    public void visitDeleteCommand(String piece) {
                        difference.change(difference.deleted, piece);
                    }
                });
        difference.flush();
        return merged(difference.parts);
    }

    /**
     * {@code +甲乙 甲 +丙} says the same as {@code 甲 +乙甲丙}: one change to be read instead of two. Likewise for what was
     * left out.
     */
    private static List<Part> merged(List<Part> parts) {
        List<Part> merged = new ArrayList<>(parts);
        for (int i = 0; i + 2 < merged.size(); i++) {
            Part first = merged.get(i);
            Part between = merged.get(i + 1);
            Part second = merged.get(i + 2);
            boolean alike = first.kind() != Kind.SAME && first.kind() == second.kind() && between.kind() == Kind.SAME;
            boolean alone = (i == 0 || merged.get(i - 1).kind() == Kind.SAME)
                    && (i + 3 == merged.size() || merged.get(i + 3).kind() == Kind.SAME);
            if (alike && alone && first.text().startsWith(between.text())) {
                String rest = first.text().substring(between.text().length());
                merged.subList(i, i + 3).clear();
                merged.add(i, between);
                merged.add(i + 1, new Part(first.kind(), rest + between.text() + second.text()));
            }
        }
        return List.copyOf(merged);
    }

    private static List<String> pieces(Pattern unit, String text) {
        return unit.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private void keep(String piece) {
        same.append(piece);
    }

    /** A single character that stayed amid a replacement is read as replaced too, else the view is confetti. */
    private void change(StringBuilder changed, String piece) {
        boolean replacing = inserted.length() > 0 && deleted.length() > 0;
        if (replacing && same.length() == 1) {
            inserted.append(same);
            deleted.append(same);
            same.setLength(0);
        } else if (same.length() > 0) {
            flush();
        }
        changed.append(piece);
    }

    private void flush() {
        add(Kind.DEL, deleted);
        add(Kind.INS, inserted);
        add(Kind.SAME, same);
    }

    private void add(Kind kind, StringBuilder text) {
        if (text.length() > 0) {
            parts.add(new Part(kind, text.toString()));
            text.setLength(0);
        }
    }
}
