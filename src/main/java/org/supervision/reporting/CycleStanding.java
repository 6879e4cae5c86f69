package org.supervision.reporting;

/**
 * How a cycle stands for whoever looks at a whole round: each has exactly one standing. Lateness comes before the step,
 * the outcome replaces it.
 */
public enum CycleStanding {
    APPROVED,
    OFFICE_REVIEW,
    UNIT_REVIEW,
    /** Returned and not late again. */
    RETURNED,
    DRAFTING,
    PARTNER_INPUT,
    OPEN,
    /** The first report is late. */
    OVERDUE,
    /** Was reported, returned, and the re-submission is late: never to be called not reported. */
    RESUBMISSION_OVERDUE,
    SUSPENDED,
    NOT_APPROVED,
    NOT_REPORTED;

    /** The same rule for a row of {@code reporting_cycle c}, with the parameter {@code now}. */
    static final String SQL =
            """
            case when c.state = 'CLOSED' then c.outcome
                 when c.state in ('OPEN', 'PARTNER_INPUT', 'DRAFTING') and c.report_due_at < :now
                 then case when c.returned then 'RESUBMISSION_OVERDUE' else 'OVERDUE' end
                 when c.state = 'DRAFTING' and c.returned then 'RETURNED'
                 else c.state end
            """;
}
