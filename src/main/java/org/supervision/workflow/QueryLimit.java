package org.supervision.workflow;

/** How much one call may take out of the engine. */
public final class QueryLimit {

    /** As many as a page of REST has at most. */
    public static final int MOST_RESULTS = 500;

    private QueryLimit() {}
}
