package org.supervision.keytask;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.supervision.keytask.Indicator.Base;
import org.supervision.keytask.Indicator.Period;

/** What is to be asked about a figure that was read. */
final class IndicatorQuestions {

    private static final Pattern SETTLED = IndicatorWords.pattern("settled");

    private static final Pattern EVERY_TIME = IndicatorWords.pattern("every time");

    private final PlainText text;
    private final boolean laterQuarter;

    IndicatorQuestions(PlainText text, boolean laterQuarter) {
        this.text = text;
        this.laterQuarter = laterQuarter;
    }

    /**
     * @param lead the words before the figure
     * @param periodIsOf where the words of its period end in the text; negative if it has none
     */
    Set<IndicatorQuestion> about(Figure figure, Indicator indicator, String lead, int periodIsOf) {
        Set<IndicatorQuestion> questions = EnumSet.noneOf(IndicatorQuestion.class);
        boolean partial = indicator.period().kind() == Period.Kind.PART_OF_YEAR
                || indicator.period().kind() == Period.Kind.FORECAST;
        if (partial && text.open.substring(periodIsOf, figure.start()).indexOf(';') >= 0) {
            questions.add(IndicatorQuestion.PERIOD);
        }
        boolean counted = !figure.isRate() && figure.kind() != Figure.Kind.RANK && figure.kind() != Figure.Kind.TIME;
        if (laterQuarter
                && counted
                && indicator.base() != Base.STOCK
                && indicator.base() != Base.CUMULATIVE
                && indicator.period().kind() != Period.Kind.YEAR
                && !SETTLED.matcher(lead).find()) {
            questions.add(IndicatorQuestion.CUMULATIVE_OR_QUARTER);
        }
        if (counted && EVERY_TIME.matcher(lead).find()) {
            questions.add(IndicatorQuestion.CUMULATIVE_OR_QUARTER);
        }
        if (figure.low().scale() > 0 && text.mayBeginWithListNumber(figure.start())) {
            questions.add(IndicatorQuestion.LIST_NUMBER);
        }
        if (figure.kind() == Figure.Kind.PERCENT && indicator.base() == Base.SHARE && !Wording.saysShare(lead)) {
            questions.add(IndicatorQuestion.BASE);
        }
        return questions;
    }
}
