package org.supervision.keytask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator.Commitment;
import org.supervision.keytask.Indicator.Comparator;
import org.supervision.keytask.Indicator.Direction;
import org.supervision.keytask.Indicator.Group;
import org.supervision.keytask.Indicator.Period;
import org.supervision.keytask.Indicator.Scale;

/** Reads what a sentence promises without a figure: all of something, as much as others, as was set from above, some. */
final class Unquantified {

    private static final Map<Comparator, Pattern> WORDS =
            IndicatorWords.patterns(Comparator.values(), "without figure ", "");
    private static final Pattern CLAUSE = Pattern.compile("[^,;:]+");
    private static final Pattern NOUN_END = Pattern.compile("[,;:\u3001]");

    private final PlainText text;
    private final int start;
    private final int end;
    private final List<FoundIndicator> quantified;
    private final List<Wording.Placed> periods;
    private final Commitment.@Nullable Obligation obligation;

    Unquantified(
            PlainText text,
            int start,
            int end,
            List<FoundIndicator> quantified,
            List<Wording.Placed> periods,
            Commitment.@Nullable Obligation obligation) {
        this.periods = periods;
        this.obligation = obligation;
        this.text = text;
        this.start = start;
        this.end = end;
        this.quantified = quantified;
    }

    List<FoundIndicator> read() {
        List<FoundIndicator> found = new ArrayList<>();
        Matcher clause = CLAUSE.matcher(text.open).region(start, end);
        while (clause.find()) {
            if (hasFigure(clause.start(), clause.end())) {
                continue;
            }
            for (Map.Entry<Comparator, Pattern> words : WORDS.entrySet()) {
                Matcher said = words.getValue().matcher(text.open).region(clause.start(), clause.end());
                if (said.find()) {
                    found.add(indicator(words.getKey(), clause.start(), said.start(), said.end()));
                    break;
                }
            }
        }
        return found;
    }

    private boolean hasFigure(int from, int to) {
        return quantified.stream().anyMatch(each -> each.start() < text.end(to) && text.start(from) < each.end());
    }

    private FoundIndicator indicator(Comparator comparator, int clause, int from, int to) {
        String before = IndicatorNames.in(text.words.substring(clause, from));
        int behind = to;
        if (comparator == Comparator.QUALITATIVE) {
            Matcher nounEnd = NOUN_END.matcher(text.open).region(to, end);
            behind = nounEnd.find() ? nounEnd.start() : end;
        }
        String name = comparator == Comparator.QUALITATIVE ? text.words.substring(to, behind) : before;
        Indicator indicator = new Indicator(
                name,
                IndicatorNames.qualifier(name),
                comparator,
                null,
                null,
                "",
                Scale.ONE,
                null,
                Direction.UP,
                new Commitment(Wording.strength(text.words.substring(clause, from)), obligation),
                Group.SINGLE,
                period(from));
        return new FoundIndicator(indicator, text.start(clause), text.end(behind), Set.of());
    }

    private Period period(int before) {
        Wording.Placed period = Wording.lastBefore(before - start, periods);
        return period == null ? Period.UNSTATED : period.period();
    }
}
