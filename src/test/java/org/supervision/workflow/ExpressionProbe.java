package org.supervision.workflow;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often an expression has called it; expressions can see it, so only a refusal keeps it untouched. */
@ProcessBean("expressionProbe")
class ExpressionProbe {

    private final AtomicInteger touched = new AtomicInteger();

    public String touch() {
        return "touched " + touched.incrementAndGet();
    }

    int touched() {
        return touched.get();
    }
}
