package org.supervision.escalation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.escalation.CircularEvent.CircularDiscarded;
import org.supervision.escalation.CircularEvent.CircularDrafted;
import org.supervision.escalation.CircularEvent.CircularIssued;
import org.supervision.escalation.CircularEvent.CircularReturned;
import org.supervision.escalation.CircularEvent.CircularSubmitted;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Circulars (通报): an officer takes signed orders together, from then on the process {@code circular} calls what it asks
 * for.
 */
@Service
@Transactional
public class Circulars {

    private final CircularStore store;
    private final SlipNumbers numbers;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Circulars(
            CircularStore store,
            SlipNumbers numbers,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.numbers = numbers;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Begins a circular about these orders; its text is written in the work item that follows.
     *
     * @return its id, {@code wuhu-circular-3}
     * @throws DomainException if none is chosen, one is no longer to be entered, or another circular is in hand
     */
    public String draft(Set<String> slipIds) {
        CurrentUser officer = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        String government = officer.requiredGovernment();
        if (slipIds.isEmpty()) {
            throw DomainException.invalidField("slipIds", "escalation.circular.none-chosen");
        }
        String id = insert(government, officer);
        if (store.enter(id, government, slipIds) < slipIds.size()) {
            throw DomainException.invalidField("slipIds", "escalation.circular.not-pending");
        }
        events.publishEvent(
                new CircularDrafted(government, id, slipIds.stream().sorted().toList()));
        return id;
    }

    private String insert(String government, CurrentUser officer) {
        try {
            return store.insert(government, officer, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new DomainException(Kind.CONFLICT, "escalation.circular.in-hand");
        }
    }

    @Transactional(readOnly = true)
    public String government(String id) {
        return store.get(id).government();
    }

    /** Puts it before the chief. */
    public void submit(String id, String subject, String body) {
        CircularView circular = store.lock(id);
        store.submit(id, subject.strip(), body.strip());
        events.publishEvent(
                new CircularSubmitted(circular.government(), id, subject.strip(), circular.body(), body.strip()));
    }

    public void giveBack(String id, String comment) {
        CircularView circular = store.lock(id);
        store.giveBack(id, comment);
        events.publishEvent(new CircularReturned(circular.government(), id, comment));
    }

    /** It is not to be; its matters wait for the next one. */
    public void discard(String id) {
        CircularView circular = store.lock(id);
        store.discard(id);
        events.publishEvent(new CircularDiscarded(circular.government(), id));
    }

    /** The chief's signature: it gets its number, orders taken back meanwhile are left out. */
    public void issue(String id) {
        CircularView circular = store.lock(id);
        if (circular.entries().stream().allMatch(CircularView.Entry::withdrawn)) {
            throw new DomainException(Kind.CONFLICT, "escalation.circular.all-withdrawn");
        }
        int year = LocalDate.now(clock).getYear();
        int number = numbers.next(circular.government(), SlipKind.CIRCULAR, year);
        store.issue(id, year, number, currentUsers.required(), clock.instant());
        events.publishEvent(new CircularIssued(circular.government(), id, number));
    }
}
