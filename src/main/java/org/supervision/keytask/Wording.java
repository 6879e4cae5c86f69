package org.supervision.keytask;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator.Base;
import org.supervision.keytask.Indicator.Commitment.Obligation;
import org.supervision.keytask.Indicator.Commitment.Strength;
import org.supervision.keytask.Indicator.Comparator;
import org.supervision.keytask.Indicator.Direction;
import org.supervision.keytask.Indicator.Period;

/** What the words that lead to a figure say of it. */
final class Wording {

    private static final Map<Comparator, WordEnding> BEFORE = IndicatorWords.endings(Comparator.values(), "before ");
    private static final Map<Base, Pattern> BASES = IndicatorWords.patterns(Base.values(), "base ", "");
    private static final Map<Strength, Pattern> STRENGTHS =
            IndicatorWords.patterns(Strength.values(), "commitment ", "");
    private static final Map<Obligation, Pattern> OBLIGATIONS =
            IndicatorWords.patterns(Obligation.values(), "obligation ", "");
    private static final Map<Period.Kind, Pattern> PERIODS =
            IndicatorWords.patterns(Period.Kind.values(), "period ", "");
    private static final Pattern PERIOD =
            Pattern.compile(PERIODS.values().stream().map(Pattern::pattern).collect(Collectors.joining("|")));

    private static final WordEnding TIE = WordEnding.of(Stream.concat(
                    Stream.of(IndicatorWords.anyOf("tie")),
                    BEFORE.keySet().stream()
                            .filter(comparator -> comparator != Comparator.RELATIVE)
                            .map(comparator -> IndicatorWords.anyOf("before " + comparator)))
            .collect(Collectors.joining("|")));
    private static final WordEnding GROWTH = IndicatorWords.atEnd("growth");
    private static final WordEnding DECREASE = IndicatorWords.atEnd("decrease");
    private static final Pattern SHARE = IndicatorWords.pattern("share");
    private static final Pattern LOWER = IndicatorWords.pattern("lower is better");

    private Wording() {}

    static Comparator comparator(Figure figure, String lead) {
        if (figure.isRate() && BEFORE.get(Comparator.RELATIVE).ends(lead)) {
            return Comparator.RELATIVE;
        }
        if (figure.behind() != null) {
            return figure.behind();
        }
        return BEFORE.entrySet().stream()
                .filter(entry -> entry.getKey() != Comparator.RELATIVE)
                .filter(entry -> entry.getValue().ends(lead))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Comparator.EQ);
    }

    /** What the figure is held against, in the words before it; empty if nothing. */
    static String compared(String lead) {
        return BEFORE.get(Comparator.RELATIVE).in(lead);
    }

    static @Nullable Base base(Figure figure, String lead) {
        if (figure.kind() == Figure.Kind.RANK) {
            return Base.RANK;
        }
        if (figure.isRate()) {
            String moved = untied(lead);
            return GROWTH.ends(moved) ? Base.GROWTH_RATE : DECREASE.ends(moved) ? Base.DECREASE_RATE : Base.SHARE;
        }
        return BASES.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(lead).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    static Direction direction(Figure figure, Comparator comparator, @Nullable Base base, String lead, String name) {
        boolean down = base == Base.DECREASE_RATE
                || base == Base.RANK
                || comparator == Comparator.LE
                || comparator == Comparator.LT
                || !figure.isRate() && DECREASE.ends(untied(lead))
                || base != Base.GROWTH_RATE && LOWER.matcher(lead + name).find();
        return down ? Direction.DOWN : Direction.UP;
    }

    /** Whether a percentage behind these words is a share of something beyond doubt. */
    static boolean saysShare(String lead) {
        return SHARE.matcher(lead).find() || !untied(lead).equals(lead);
    }

    static Strength strength(String words) {
        return STRENGTHS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Strength.PLAIN);
    }

    static @Nullable Obligation obligation(String sentence) {
        return OBLIGATIONS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(sentence).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing stands between a figure and the one above it but that it is aspired to. */
    static boolean isAspired(String between) {
        String words = between.replaceFirst("^[,\u3001(]", "");
        return strength(words) == Strength.ASPIRED && IndicatorNames.in(words).isEmpty();
    }

    /** The periods that the sentence names, each with its place. A forecast of the year stays one. */
    static List<Placed> periods(String sentence) {
        List<Placed> periods = new ArrayList<>();
        Matcher found = PERIOD.matcher(sentence);
        while (found.find()) {
            String text = found.group();
            Period.Kind kind = PERIODS.entrySet().stream()
                    .filter(entry -> entry.getValue().matcher(text).matches())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Period.Kind.UNSTATED);
            Placed last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
            boolean ofYear = kind == Period.Kind.YEAR
                    && last != null
                    && (last.period().kind() == Period.Kind.FORECAST
                            || last.period().kind() == Period.Kind.BY_YEAR)
                    && sentence.substring(last.end(), found.start()).indexOf(';') < 0;
            if (!ofYear) {
                periods.add(new Placed(new Period(kind, text), found.end()));
            }
        }
        return periods;
    }

    /** The one that holds at a place of the sentence; null if none has been named by then. */
    static @Nullable Placed lastBefore(int place, List<Placed> periods) {
        Placed last = null;
        for (Placed period : periods) {
            last = period.end() <= place ? period : last;
        }
        return last;
    }

    /** A period and where the words that name it end. */
    record Placed(Period period, int end) {}

    private static String untied(String lead) {
        String words = lead;
        for (String shorter = TIE.cutFrom(words); !shorter.equals(words); shorter = TIE.cutFrom(words)) {
            words = shorter;
        }
        return words;
    }
}
