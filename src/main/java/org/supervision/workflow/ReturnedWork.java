package org.supervision.workflow;

import java.util.Collection;

/** A port: a feature module tells which of its processes do over again what a reviewer has sent back. */
public interface ReturnedWork {

    /** Business keys of those that run for the government. */
    Collection<String> businessKeys(String government);
}
