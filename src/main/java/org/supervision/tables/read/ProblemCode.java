package org.supervision.tables.read;

import java.util.Locale;
import org.supervision.tables.read.TableProblem.Severity;

/** What can be wrong or in doubt; each has a text for people with the key {@code tables.problem.<code>}. */
public enum ProblemCode {
    NUMBER_MISSING(Severity.ERROR),
    NUMBER_INVALID(Severity.ERROR),
    NUMBER_DUPLICATE(Severity.ERROR),
    GOAL_MISSING(Severity.ERROR),
    LEAD_MISSING(Severity.ERROR),
    TOO_LONG(Severity.ERROR),
    TOO_MANY(Severity.ERROR),
    UNIT_GUESSED(Severity.QUESTION),
    UNIT_UNREADABLE(Severity.QUESTION),
    UNIT_GROUP(Severity.QUESTION),
    UNIT_IN_BRACKETS(Severity.QUESTION),
    UNIT_REPEATED(Severity.WARNING),
    LOST_CHARACTERS(Severity.WARNING),
    QUOTES_UNBALANCED(Severity.WARNING),
    DUPLICATE_ROW(Severity.WARNING),
    ROW_ORDER_INVERTED(Severity.WARNING),
    ROW_CONTINUED(Severity.WARNING),
    ROW_HIDDEN(Severity.WARNING),
    ROW_IGNORED(Severity.WARNING),
    ROW_UNASSIGNED(Severity.WARNING),
    HEADER_ECHO(Severity.WARNING),
    LABEL_UNKNOWN(Severity.WARNING),
    TEXT_IGNORED(Severity.WARNING);

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
