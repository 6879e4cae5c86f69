package org.supervision.tables.read;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a row says about each quarter. */
enum RowKind {
    MILESTONE,
    ACTION_PLAN;

    private final Pattern words = Words.pattern("row " + name());

    static Optional<RowKind> of(SourceCell label) {
        return Stream.of(values()).filter(kind -> kind.isCalled(label.text())).findFirst();
    }

    boolean isCalled(String label) {
        return words.matcher(Texts.key(label)).matches();
    }

    Map<Column, SourceCell> of(RowDraft draft) {
        return this == MILESTONE ? draft.milestones() : draft.actionPlans();
    }
}
