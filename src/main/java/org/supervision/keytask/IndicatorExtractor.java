package org.supervision.keytask;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a text the figures it promises or states, by rules and the vocabulary of a data file. What the words leave
 * open is asked, never guessed; the same text always gives the same indicators, and what it says
 * twice once.
 */
public final class IndicatorExtractor {

    /** No sentence is longer; what is, is cut, so that the work stays in proportion to the text. */
    private static final Pattern SENTENCE = Pattern.compile("[^\u3002\\n!?]{1,1000}");

    /** Most milestones hold neither a numeral nor any of the words for what has none. */
    private static final Pattern MAY_HOLD_ANY = Pattern.compile(
            "[\\p{Nd}" + WrittenNumber.CHARACTERS + "]|" + IndicatorWords.anyOf("may be without figure"));

    private IndicatorExtractor() {}

    /** Indicators of a text that speaks of a whole year, or says itself of which time. */
    public static List<FoundIndicator> ofYear(String text) {
        return read(text, false);
    }

    /**
     * Indicators of what one quarter must reach.
     *
     * @param quarter 1 to 4; from the second on, a count may go on from the quarters before
     */
    public static List<FoundIndicator> ofQuarter(String text, int quarter) {
        return read(text, quarter > 1);
    }

    private static List<FoundIndicator> read(String text, boolean laterQuarter) {
        if (!MAY_HOLD_ANY.matcher(text).find()) {
            return List.of();
        }
        PlainText plain = PlainText.of(text);
        List<Figure> figures = FigureReader.read(plain);
        List<FoundIndicator> found = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(plain.open);
        while (sentence.find()) {
            List<Figure> within = figures.stream()
                    .filter(figure -> figure.start() >= sentence.start() && figure.start() < sentence.end())
                    .toList();
            SentenceReader reader = new SentenceReader(
                    plain, sentence.start(), sentence.end(), new IndicatorQuestions(plain, laterQuarter));
            found.addAll(reader.read(within));
        }
        found.sort(Comparator.comparing(FoundIndicator::start).thenComparing(FoundIndicator::end));
        Set<Target> seen = new HashSet<>();
        found.removeIf(each -> !each.indicator().name().isEmpty() && !seen.add(Target.of(each.indicator())));
        return found;
    }

    /** What makes two indicators the same, whatever words stand around them. */
    private record Target(
            String name,
            @Nullable String qualifier,
            Indicator.Comparator comparator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal stretchValue,
            String unit,
            Indicator.Scale scale,
            Indicator.@Nullable Base base,
            Indicator.Period period) {

        static Target of(Indicator indicator) {
            return new Target(
                    indicator.name(),
                    indicator.qualifier(),
                    indicator.comparator(),
                    indicator.value(),
                    indicator.stretchValue(),
                    indicator.unit(),
                    indicator.scale(),
                    indicator.base(),
                    indicator.period());
        }
    }
}
