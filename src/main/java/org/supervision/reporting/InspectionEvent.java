package org.supervision.reporting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** What happens to an inspection. */
public sealed interface InspectionEvent extends AuditableEvent {

    String inspectionId();

    @Override
    default String objectType() {
        return "inspection";
    }

    @Override
    default String objectId() {
        return inspectionId();
    }

    /** The office wants to see for itself; its process starts in the same transaction. */
    record InspectionPlanned(
            String government,
            String inspectionId,
            String keyTaskId,
            @Nullable String cycleId,
            String place,
            LocalDate plannedOn)
            implements InspectionEvent {
        @Override
        public String act() {
            return "plan-inspection";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("place", new Change(null, place), "plannedOn", new Change(null, plannedOn.toString()));
        }
    }

    /** It does not take place. */
    record InspectionCancelled(String government, String inspectionId, String reason) implements InspectionEvent {
        @Override
        public String act() {
            return "cancel-inspection";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("comment", new Change(null, reason));
        }
    }

    /**
     * An officer wrote down what was seen.
     *
     * @param contradictsApproved whether it contradicts a report that the office had approved
     */
    record FindingRecorded(
            String government,
            String inspectionId,
            @Nullable String cycleId,
            InspectionFinding finding,
            boolean contradictsApproved)
            implements InspectionEvent {
        @Override
        public String act() {
            return "record-finding";
        }

        @Override
        public Map<String, Change> changes() {
            Map<String, Change> changes = new LinkedHashMap<>();
            changes.put("agreement", new Change(null, finding.agreement().name()));
            changes.put("finding", new Change(null, finding.text()));
            changes.put("place", new Change(null, finding.place()));
            changes.put("seenOn", new Change(null, finding.seenOn().toString()));
            return changes;
        }
    }

    /** The chief decided what follows from it. */
    record FindingDecided(
            String government,
            String inspectionId,
            @Nullable String cycleId,
            InspectionDecision decision,
            String reason)
            implements InspectionEvent {
        @Override
        public String act() {
            return "decide-finding";
        }

        @Override
        public Map<String, Change> changes() {
            Map<String, Change> changes = new LinkedHashMap<>();
            changes.put("decision", new Change(null, decision.name()));
            changes.put("comment", new Change(null, reason));
            return changes;
        }
    }

    /** A photograph was attached. */
    record PhotographAttached(String government, String inspectionId, String name, String sha256)
            implements InspectionEvent {
        @Override
        public String act() {
            return "attach-photograph";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("file", new Change(null, name), "sha256", new Change(null, sha256));
        }
    }

    /** A photograph was taken out before the finding was recorded. */
    record PhotographRemoved(String government, String inspectionId, String name, String sha256)
            implements InspectionEvent {
        @Override
        public String act() {
            return "remove-photograph";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("file", new Change(name, null), "sha256", new Change(sha256, null));
        }
    }
}
