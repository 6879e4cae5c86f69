package org.supervision.escalation;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.supervision.escalation.SlipStore.SlipRecord;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Ends slips, each once and with its reason, and reopens them if the reason is taken back. */
@Component
class SlipEnding {

    private final SlipStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SlipEnding(SlipStore store, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** The slip, locked until the end of the transaction; refused if it has ended. */
    SlipRecord open(String slipId) {
        SlipRecord slip = store.lock(slipId);
        if (slip.endedAt() != null) {
            throw new DomainException(Kind.CONFLICT, "escalation.slip.has-ended");
        }
        return slip;
    }

    void end(SlipRecord slip, EndReason reason) {
        if (store.end(slip.id(), reason, clock.instant())) {
            events.publishEvent(
                    new SlipEvent.SlipEnded(slip.government(), slip.id(), slip.kind(), slip.unit(), reason));
        }
    }

    void reopen(SlipRecord slip) {
        store.reopen(slip.id());
        events.publishEvent(new SlipEvent.SlipReopened(slip.government(), slip.id(), slip.kind()));
    }
}
