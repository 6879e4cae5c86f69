package org.supervision.reporting;

/** An act on a cycle that can be undone for a while; a final approval is none. */
public enum ActKind {
    SUBMIT(CycleState.DRAFTING, CycleState.UNIT_REVIEW),
    APPROVE_BY_UNIT(CycleState.UNIT_REVIEW, CycleState.OFFICE_REVIEW),
    RETURN_BY_UNIT(CycleState.UNIT_REVIEW, CycleState.DRAFTING),
    RETURN_BY_OFFICE(CycleState.OFFICE_REVIEW, CycleState.DRAFTING);

    private final CycleState before;
    private final CycleState after;

    ActKind(CycleState before, CycleState after) {
        this.before = before;
        this.after = after;
    }

    /** Where the cycle stood before, and stands again once it is undone. */
    public CycleState before() {
        return before;
    }

    public CycleState after() {
        return after;
    }
}
