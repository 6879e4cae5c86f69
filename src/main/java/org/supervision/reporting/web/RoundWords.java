package org.supervision.reporting.web;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.Quarter;

/** Says what was done to a round. */
@Component
class RoundWords {

    private final MessageSourceAccessor messages;

    RoundWords(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    String done(String act, RoundView round) {
        return messages.getMessage(
                "reporting.done." + act, new Object[] {quarter(round.quarter()), round.cycleCount()});
    }

    String wrong(String field) {
        return messages.getMessage("reporting.plan.wrong." + field);
    }

    private String quarter(Quarter quarter) {
        return messages.getMessage(
                "reporting.quarter", new Object[] {String.valueOf(quarter.year()), quarter.number()});
    }
}
