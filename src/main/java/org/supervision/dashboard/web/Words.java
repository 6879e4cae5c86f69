package org.supervision.dashboard.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.supervision.shared.Quarter;
import org.supervision.workflow.WorkItem;

/** The texts of the bundles in the reader's language, for what is composed before a template sees it. */
@Component
class Words {

    private final MessageSourceAccessor messages;

    Words(MessageSource messages) {
        this.messages = new MessageSourceAccessor(messages);
    }

    /** Counts are written with their thousands; a number that names something comes as text. */
    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments);
    }

    /** The word of a constant: {@code of("reporting.verdict", Verdict.DONE)}. */
    String of(String prefix, Enum<?> constant) {
        return messages.getMessage(prefix + "." + constant.name());
    }

    /** What a step is called where somebody is asked to do it. */
    String step(WorkItem item) {
        return messages.getMessage("workflow.step." + item.process() + "." + item.step(), item.name());
    }

    Locale language() {
        return LocaleContextHolder.getLocale();
    }

    /** For instance the third quarter of 2026. */
    String quarter(Quarter quarter) {
        return of("reporting.quarter", String.valueOf(quarter.year()), quarter.number());
    }

    /** One sentence of the clauses that are there; without any, nothing. */
    String sentence(String... clauses) {
        String whole = String.join(
                of("dashboard.pause"),
                Arrays.stream(clauses).filter(clause -> !clause.isEmpty()).toList());
        return whole.isEmpty() ? whole : whole + of("dashboard.stop");
    }

    /** The clauses that are there, without an end. */
    String clauses(String... clauses) {
        return String.join(
                of("dashboard.comma-pause"),
                Arrays.stream(clauses).filter(clause -> !clause.isEmpty()).toList());
    }

    /** Parts of a sentence that are there, in their order. */
    String joined(String... parts) {
        return String.join(
                of("dashboard.glue"),
                Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
    }
}
