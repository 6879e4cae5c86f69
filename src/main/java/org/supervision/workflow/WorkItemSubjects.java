package org.supervision.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A port: feature modules tell what the work items of their processes are about. Read only; every call comes with items
 * the caller has already been found entitled to.
 */
public interface WorkItemSubjects {

    /** Ids of the processes whose work items this module describes. */
    Set<String> processes();

    /** Subjects by work item id; one call for a whole list, so that it costs the same number of queries at any length. */
    Map<String, Subject> describe(Collection<WorkItem> items);

    /** Values the form begins with while there is no draft, by form key; empty by default. */
    default Map<String, Object> prefilled(WorkItem item) {
        return Map.of();
    }

    /** What is doubtful about the values and must be answered before they can be submitted; none by default. */
    default List<Warning> warnings(WorkItem item, FormValues values) {
        return List.of();
    }

    /** Whether the office may do it for a unit that has handed in on paper or by telephone; never by default. */
    default boolean mayBeEnteredOnBehalf(WorkItem item) {
        return false;
    }

    /** What a person must know to act on it, besides its key task; nothing by default. */
    default List<Fact> facts(WorkItem item) {
        return List.of();
    }

    /**
     * One thing to know, in the reader's language.
     *
     * @param before what {@code text} is to replace; {@code null} if it replaces nothing
     * @param url where all of it stands, within the portal; {@code null} if nowhere else
     */
    record Fact(String label, @Nullable String before, String text, @Nullable String url) {

        public Fact(String label, @Nullable String before, String text) {
            this(label, before, text, null);
        }
    }

    /**
     * What a work item is about.
     *
     * @param cycleId the reporting cycle, if it concerns one
     * @param matter in the reader's language, if the key task does not say it all: a round, say, or who is interviewed
     */
    record Subject(@Nullable String cycleId, @Nullable KeyTaskReference keyTask, @Nullable String matter) {

        public Subject(@Nullable String cycleId, @Nullable KeyTaskReference keyTask) {
            this(cycleId, keyTask, null);
        }

        /** Whether it is a step of the cycle itself, not of something that concerns it. */
        public boolean isStepOfCycle(WorkItem item) {
            return item.businessKey().equals(cycleId);
        }
    }

    /**
     * The key task a work item concerns, as far as lists show it.
     *
     * @param leadUnit name of the unit that leads it
     */
    record KeyTaskReference(String id, int number, String goal, String leadUnit) {}

    /**
     * A doubt a person must answer; its text is the message of the code.
     *
     * @param code message key, unique among the warnings of one submission
     * @param blocking whether no answer helps: what gives the doubt has to be mended
     */
    record Warning(String code, List<Object> arguments, boolean blocking) {}
}
