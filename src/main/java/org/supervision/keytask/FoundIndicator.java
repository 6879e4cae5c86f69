package org.supervision.keytask;

import java.util.Set;

/**
 * An indicator with the words of a text it was read from.
 *
 * @param start of those words in the text
 * @param end behind them
 * @param questions what the words leave open
 */
public record FoundIndicator(Indicator indicator, int start, int end, Set<IndicatorQuestion> questions) {

    public FoundIndicator {
        questions = Set.copyOf(questions);
    }
}
