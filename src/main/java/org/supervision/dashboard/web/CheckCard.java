package org.supervision.dashboard.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItemSubjects.Warning;

/** A doubt as the template {@code fragments/texts} draws it. */
record CheckCard(
        String code,
        String state,
        String title,
        String detail,
        @Nullable String fieldKey,
        @Nullable String answer,
        @Nullable String error) {

    /**
     * @param answers by the code of the doubt
     * @param mistakes by the name of the input
     */
    static List<CheckCard> of(
            List<Warning> warnings, Map<String, String> answers, Map<String, String> mistakes, Refusals words) {
        return warnings.stream()
                .map(warning -> {
                    String answer = answers.getOrDefault(warning.code(), "");
                    return new CheckCard(
                            warning.code(),
                            warning.blocking() ? "BLOCKER" : answer.isBlank() ? "OPEN" : "ANSWERED",
                            words.text(warning.code(), warning.arguments()),
                            "",
                            null,
                            answer,
                            mistakes.get(key(warning.code())));
                })
                .toList();
    }

    /** Name of the input for its answer. */
    static String key(String code) {
        return "warningAnswers[" + code + "]";
    }
}
