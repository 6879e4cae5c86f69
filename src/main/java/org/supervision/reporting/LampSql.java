package org.supervision.reporting;

/** The rule of {@link LampPolicy#ofKeyTask} where the database applies it. */
public final class LampSql {

    /**
     * Lamp of a cycle {@code c}, of which {@code p} is the version of the report that stands, if any. A report that was never
     * approved before its round closed says nothing.
     */
    public static final String OF_CYCLE =
            """
            case when c.state = 'SUSPENDED' or c.outcome = 'SUSPENDED' then 'SUSPENDED'
                 when c.outcome in ('NOT_REPORTED', 'NOT_APPROVED') then 'UNKNOWN'
                 else coalesce(p.lamp, 'UNKNOWN') end""";

    private LampSql() {}
}
