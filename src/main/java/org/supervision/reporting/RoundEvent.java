package org.supervision.reporting;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/** What happens to a reporting round. */
public sealed interface RoundEvent extends AuditableEvent {

    String roundId();

    @Override
    default String objectType() {
        return "reporting-round";
    }

    @Override
    default String objectId() {
        return roundId();
    }

    private static Map<String, Change> state(String before, String after) {
        return Map.of("state", new Change(before, after));
    }

    /** A round was arranged with its dates; its process starts. */
    record RoundPlanned(String government, String roundId) implements RoundEvent {
        @Override
        public String act() {
            return "plan-round";
        }
    }

    /** Past results were recorded from a published table; no process runs for them. */
    record PastRoundRecorded(String government, String roundId, int cycles) implements RoundEvent {
        @Override
        public String act() {
            return "record-past-round";
        }
    }

    /** The office asks the chief to sign the result table of a past round. */
    record SignatureRequested(String government, String roundId) implements RoundEvent {
        @Override
        public String act() {
            return "request-signature";
        }
    }

    /** The round is open and its cycles exist. */
    record RoundOpened(String government, String roundId, int cycles) implements RoundEvent {
        @Override
        public String act() {
            return "open-round";
        }

        @Override
        public Map<String, Change> changes() {
            return state("PLANNED", "OPEN");
        }
    }

    /** A holiday notice moved the dates that follow the rules. */
    record RoundDatesMoved(
            String government,
            String roundId,
            LocalDate dueBefore,
            LocalDate dueAfter,
            LocalDate closingBefore,
            LocalDate closingAfter)
            implements RoundEvent {
        @Override
        public String act() {
            return "move-round-dates";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of(
                    "reportDueOn", new Change(dueBefore.toString(), dueAfter.toString()),
                    "closesOn", new Change(closingBefore.toString(), closingAfter.toString()));
        }
    }

    /** Some of its reports were drawn at random to be looked at. */
    record SampleDrawn(String government, String roundId, String seed, int cycles) implements RoundEvent {
        @Override
        public String act() {
            return "draw-sample";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("seed", new Change(null, seed), "cycles", new Change(null, Integer.toString(cycles)));
        }
    }

    /** The round is closed; cycles without an approved report have ended with it. */
    record RoundClosed(String government, String roundId) implements RoundEvent {
        @Override
        public String act() {
            return "close-round";
        }

        @Override
        public Map<String, Change> changes() {
            return state("OPEN", "CLOSED");
        }
    }

    /** The chief signed the result table; it is public from now on. */
    record RoundPublished(String government, String roundId, int publication, String sha256) implements RoundEvent {
        @Override
        public String act() {
            return "publish-round";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("state", new Change("CLOSED", "PUBLISHED"), "sha256", new Change(null, sha256));
        }
    }

    /** What would be published was looked through for secrets. */
    record SecrecyChecked(String government, String roundId, String sha256, @Nullable String opinion)
            implements RoundEvent {
        @Override
        public String act() {
            return "check-secrecy";
        }

        @Override
        public Map<String, Change> changes() {
            return opinion == null
                    ? Map.of("sha256", new Change(null, sha256))
                    : Map.of("sha256", new Change(null, sha256), "opinion", new Change(null, opinion));
        }
    }

    /** The chief did not sign, and says what is to be looked at. */
    record PublicationReturned(String government, String roundId, String comment) implements RoundEvent {
        @Override
        public String act() {
            return "return-publication";
        }

        @Override
        public Map<String, Change> changes() {
            return Map.of("comment", new Change(null, comment));
        }
    }
}
