package org.supervision.changerequest;

/** What may be asked for, with the process that decides it. */
public enum ChangeKind {
    EXTENSION("extension-request", "ext"),
    PLAN_CHANGE("plan-change-request", "plan"),
    LEAD_CHANGE("lead-change-request", "lead"),
    SUSPENSION("suspension-request", "suspension");

    private final String process;
    private final String shortName;

    ChangeKind(String process, String shortName) {
        this.process = process;
        this.shortName = shortName;
    }

    /** Id of the process. */
    public String process() {
        return process;
    }

    /** {@code demo-2026-q3-17-ext-1}: what it is about, what is asked, the how manieth time. */
    String idOf(String subject, int ordinal) {
        return subject + "-" + shortName + "-" + ordinal;
    }
}
