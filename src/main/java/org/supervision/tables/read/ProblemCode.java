package org.supervision.tables.read;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.supervision.tables.read.TableProblem.Severity;

/** What can be wrong or in doubt; each has a text for people with the key {@code tables.problem.<code>}. */
public enum ProblemCode {
    YEAR_MISSING(Severity.ERROR),
    QUARTER_MISSING(Severity.ERROR),
    ROUND_EXISTS(Severity.ERROR),
    COLUMNS_UNMAPPED(Severity.ERROR),
    PERIOD_DIFFERS(Severity.WARNING),
    NUMBER_MISSING(Severity.ERROR),
    NUMBER_INVALID(Severity.ERROR),
    NUMBER_DUPLICATE(Severity.ERROR),
    GOAL_MISSING(Severity.ERROR),
    LEAD_MISSING(Severity.ERROR),
    LEAD_GROUP(Severity.ERROR),
    TOO_LONG(Severity.ERROR),
    TOO_MANY(Severity.ERROR),
    PLAN_ISSUED(Severity.ERROR),
    GOAL_DIFFERS(Severity.QUESTION),
    GOAL_KNOWN(Severity.QUESTION),
    UNIT_GUESSED(Severity.QUESTION),
    UNIT_UNREADABLE(Severity.QUESTION),
    UNIT_GROUP(Severity.QUESTION),
    UNIT_ENTERED(Severity.QUESTION),
    UNIT_IN_BRACKETS(Severity.QUESTION),
    UNIT_ROLES_UNCLEAR(Severity.QUESTION),
    VERDICT_UNKNOWN(Severity.QUESTION),
    LEADER_UNKNOWN(Severity.QUESTION),
    NUMBERS_PROPOSED(Severity.QUESTION),
    NUMBERS_COUNTED(Severity.QUESTION),
    NUMBERS_RESTARTED(Severity.QUESTION),
    COLUMNS_JOINED(Severity.QUESTION),
    TASK_PARTED(Severity.QUESTION),
    CELL_FAULTY(Severity.QUESTION),
    CELL_FORMAT_UNREAD(Severity.QUESTION),
    QUARTER_REPORTED(Severity.WARNING),
    PROGRESS_MISSING(Severity.WARNING),
    PROGRESS_WITHHELD(Severity.WARNING),
    UNIT_REPEATED(Severity.WARNING),
    LOST_CHARACTERS(Severity.WARNING),
    QUOTES_UNBALANCED(Severity.WARNING),
    DUPLICATE_ROW(Severity.WARNING),
    ROW_ORDER_INVERTED(Severity.WARNING),
    ROW_CONTINUED(Severity.WARNING),
    ROW_HIDDEN(Severity.WARNING),
    SHEET_HIDDEN(Severity.WARNING),
    ROW_IGNORED(Severity.WARNING),
    ROW_UNASSIGNED(Severity.WARNING),
    HEADER_ECHO(Severity.WARNING),
    LABEL_UNKNOWN(Severity.WARNING),
    NOTHING_PLANNED(Severity.WARNING),
    COLUMN_IGNORED(Severity.WARNING),
    TEXT_IGNORED(Severity.WARNING);

    /** Questions that are settled once the name they are about is known; it is their first argument. */
    public static final Set<ProblemCode> ABOUT_UNITS =
            EnumSet.of(UNIT_GUESSED, UNIT_UNREADABLE, UNIT_GROUP, UNIT_ENTERED);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** Stable, as in the REST contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
