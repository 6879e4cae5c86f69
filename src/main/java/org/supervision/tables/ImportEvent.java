package org.supervision.tables;

import java.util.Map;
import org.supervision.shared.AuditableEvent;

/** What happens to an import. */
public sealed interface ImportEvent extends AuditableEvent {

    String importId();

    @Override
    default String objectType() {
        return "table-import";
    }

    @Override
    default String objectId() {
        return importId();
    }

    /** A file was read and waits for corrections; nothing else is stored. */
    record TableUploaded(String government, String importId, String fileName, String sha256) implements ImportEvent {
        @Override
        public String act() {
            return "upload-table";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("fileName", new Change(null, fileName), "sha256", new Change(null, sha256));
        }
    }

    /** A person corrected a row, its period or what its names stand for. */
    record ImportCorrected(String government, String importId, Map<String, Change> changes) implements ImportEvent {
        @Override
        public String act() {
            return "correct-import";
        }
    }

    /** The rows were taken over. */
    record ImportConfirmed(String government, String importId, Confirmation confirmation) implements ImportEvent {
        @Override
        public String act() {
            return "confirm-import";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "state", new Change("DRAFT", "CONFIRMED"),
                    "created", new Change(null, String.valueOf(confirmation.created())),
                    "merged", new Change(null, String.valueOf(confirmation.merged())),
                    "unchanged", new Change(null, String.valueOf(confirmation.unchanged())),
                    "skipped", new Change(null, String.valueOf(confirmation.skipped())));
        }
    }

    /** The draft was given up. */
    record ImportDiscarded(String government, String importId) implements ImportEvent {
        @Override
        public String act() {
            return "discard-import";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("state", new Change("DRAFT", "DISCARDED"));
        }
    }
}
