package org.supervision.reporting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.keytask.FoundIndicator;
import org.supervision.keytask.Indicator.Period;
import org.supervision.keytask.IndicatorExtractor;
import org.supervision.shared.Quarter;
import org.supervision.shared.WordFile;

/** What the narrative of a report says, and what it only seems to say, by the words of {@code reporting/check-words.txt}. */
final class WordedProgress {

    private static final WordFile WORDS = WordFile.load("/reporting/check-words.txt");
    private static final Pattern ACTIVITY = WORDS.pattern("activity");
    private static final Pattern RESULT = WORDS.pattern("result");
    private static final Pattern SET_PHRASE = WORDS.pattern("set phrase");
    private static final Pattern FILLER = WORDS.pattern("filler");
    private static final Pattern MONTH = WORDS.pattern("month");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Pattern MARKS = Pattern.compile("[\\s\\p{P}]+");

    /** So few characters besides set phrases and fillers tell nothing. */
    private static final int TELLING = 6;

    private final String text;

    private WordedProgress(String text) {
        this.text = text;
    }

    static WordedProgress of(String text) {
        return new WordedProgress(text);
    }

    /** The words for activities, each once; empty if a result is named or figures are. */
    List<String> activityOnly() {
        if (RESULT.matcher(text).find() || !IndicatorExtractor.ofYear(text).isEmpty()) {
            return List.of();
        }
        Set<String> found = new LinkedHashSet<>();
        ACTIVITY.matcher(text).results().forEach(match -> found.add(match.group()));
        return List.copyOf(found);
    }

    /** The whole text if it holds set phrases and hardly anything else; else empty. */
    List<String> vagueOnly() {
        String rest = SET_PHRASE.matcher(text).replaceAll("");
        String telling = MARKS.matcher(FILLER.matcher(rest).replaceAll("")).replaceAll("");
        return rest.equals(text) || DIGIT.matcher(text).find() || telling.length() >= TELLING
                ? List.of()
                : List.of(text.strip());
    }

    /** Words for other times than the year up to the end of the quarter. */
    List<String> otherPeriods(Quarter quarter) {
        return IndicatorExtractor.ofYear(text).stream()
                .map(FoundIndicator::indicator)
                .map(indicator -> indicator.period())
                .filter(period -> isOther(period, quarter))
                .map(Period::text)
                .distinct()
                .toList();
    }

    private static boolean isOther(Period period, Quarter quarter) {
        return period.kind() == Period.Kind.FORECAST
                || period.kind() == Period.Kind.PART_OF_YEAR
                        && lastMonth(period.text()) != 0
                        && lastMonth(period.text()) != 3 * quarter.number();
    }

    /** 0 if the words name none. */
    private static int lastMonth(String words) {
        int month = 0;
        Matcher named = MONTH.matcher(words);
        while (named.find()) {
            month = Integer.parseInt(named.group(1));
        }
        for (int last = 3; last <= 12; last += 3) {
            if (month == 0 && WORDS.pattern("month " + last).matcher(words).find()) {
                month = last;
            }
        }
        return month;
    }
}
