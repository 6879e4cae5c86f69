package org.supervision.changerequest;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.Milestone;

/** What a request wants to be other; its values are texts: dates in ISO form, units by code. */
public enum ChangedField {
    REPORT_DUE_ON,
    GOAL,
    MILESTONE_1,
    MILESTONE_2,
    MILESTONE_3,
    MILESTONE_4,
    SECTION,
    SUPERVISION_PHONE,
    LEAD_UNIT,
    SUSPENDED_UNTIL;

    /** Those a plan change may name. */
    public static Stream<ChangedField> ofPlan() {
        return Arrays.stream(values()).filter(ChangedField::isOfPlan);
    }

    public boolean isOfPlan() {
        return switch (this) {
            case GOAL, MILESTONE_1, MILESTONE_2, MILESTONE_3, MILESTONE_4, SECTION, SUPERVISION_PHONE -> true;
            case REPORT_DUE_ON, LEAD_UNIT, SUSPENDED_UNTIL -> false;
        };
    }

    public boolean isDate() {
        return this == REPORT_DUE_ON || this == SUSPENDED_UNTIL;
    }

    /** What stands in the plan now. */
    public @Nullable String valueIn(KeyTask keyTask) {
        return switch (this) {
            case GOAL -> keyTask.goal();
            case SECTION -> keyTask.section();
            case SUPERVISION_PHONE -> keyTask.supervisionPhone();
            case LEAD_UNIT -> keyTask.leadUnit();
            case MILESTONE_1, MILESTONE_2, MILESTONE_3, MILESTONE_4 ->
                keyTask.milestone(quarter())
                        .map(Milestone::text)
                        .flatMap(ChangedField::present)
                        .orElse(null);
            case REPORT_DUE_ON, SUSPENDED_UNTIL -> null;
        };
    }

    KeyTask set(KeyTask keyTask, String value) {
        return switch (this) {
            case GOAL -> keyTask.withGoal(value);
            case SECTION -> keyTask.withSection(value);
            case SUPERVISION_PHONE -> keyTask.withSupervisionPhone(value);
            case LEAD_UNIT -> keyTask.ledBy(value);
            case MILESTONE_1, MILESTONE_2, MILESTONE_3, MILESTONE_4 -> keyTask.withMilestone(quarter(), value);
            case REPORT_DUE_ON, SUSPENDED_UNTIL -> throw new IllegalArgumentException(this + " is no part of the plan");
        };
    }

    private int quarter() {
        return ordinal() - MILESTONE_1.ordinal() + 1;
    }

    private static Optional<String> present(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
