package org.supervision.workflow;

/** How much one call may take out of the engine. */
public final class QueryLimit {

    /** Tasklist asks for so many filters at once; nothing asks for more. */
    public static final int MOST_RESULTS = 2_000;

    private QueryLimit() {}
}
