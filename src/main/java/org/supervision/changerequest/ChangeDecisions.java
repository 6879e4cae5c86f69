package org.supervision.changerequest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.changerequest.ChangeDecision.Answer;
import org.supervision.changerequest.ChangeRequestEvent.ChangeDecided;
import org.supervision.changerequest.ChangeRequestEvent.ChangeEnded;
import org.supervision.changerequest.ChangeRequestEvent.KeyTaskResumed;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleDeadlines;
import org.supervision.reporting.ReviewStep;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * Keeps what was decided about requests and lets the last grant come true, with every running deadline, in its own
 * transaction; called only by this module's processes.
 */
@Service
@Transactional
public class ChangeDecisions {

    private final ChangeRequestStore store;
    private final CycleDeadlines deadlines;
    private final KeyTasks keyTasks;
    private final GovernmentRules rules;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangeDecisions(
            ChangeRequestStore store,
            CycleDeadlines deadlines,
            KeyTasks keyTasks,
            GovernmentRules rules,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.deadlines = deadlines;
        this.keyTasks = keyTasks;
        this.rules = rules;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public ChangeRequest get(String requestId) {
        return store.get(requestId);
    }

    /**
     * Until when who has begun on that day to decide has to: as long as a review takes in the round of the cycle, or
     * without one as the government's rules say on that day.
     *
     * @param step the unit leader has a unit's days, everybody else the office's
     */
    @Transactional(readOnly = true)
    public Instant dueAt(String requestId, ChangeStep step, LocalDate begunOn) {
        ChangeRequest request = store.get(requestId);
        boolean unit = step == ChangeStep.UNIT_LEADER;
        int days = request.cycleId() == null
                ? rules.value(
                        request.government(), unit ? GovernmentRule.UNIT_REVIEW : GovernmentRule.OFFICE_REVIEW, begunOn)
                : deadlines.reviewDays(request.cycleId(), unit ? ReviewStep.UNIT : ReviewStep.OFFICE);
        return workingDays.dueInstant(workingDays.plus(begunOn, days));
    }

    /** When a suspension should be over: the office looks at it then. */
    @Transactional(readOnly = true)
    public Instant resumptionDueAt(String requestId) {
        return workingDays.dueInstant(store.get(requestId).dateAsked());
    }

    /** @return whether the answer was a grant */
    public boolean decide(String requestId, ChangeStep step, Answer answer, @Nullable String comment) {
        ChangeRequest request = store.get(requestId);
        if (answer == Answer.REFUSE && comment == null) {
            throw DomainException.invalidField("comment", "changerequest.error.comment-required");
        }
        CurrentUser user = currentUsers.required();
        Instant now = clock.instant();
        // Whoever asked may have got a post since, or for some days, in which this waits.
        if (answer == Answer.GRANT && request.askedBy().equals(user.username())) {
            throw new DomainException(Kind.CONFLICT, "changerequest.error.own-request");
        }
        if (answer == Answer.GRANT && request.kind() == ChangeKind.EXTENSION) {
            requireAhead(request.dateAsked(), now);
        }
        store.add(requestId, new ChangeDecision(step, answer, comment, user.username(), user.name(), now));
        events.publishEvent(new ChangeDecided(request.government(), requestId, step, answer, comment));
        boolean granted = answer == Answer.GRANT;
        if (granted && step == request.lastStep()) {
            end(request, ChangeState.GRANTED, now);
            apply(request);
        } else if (!granted && !request.isOpinion(step)) {
            end(request, ChangeState.REFUSED, now);
        }
        return granted;
    }

    /** Whoever decides too late cannot grant a date on which the report would be late already. */
    private void requireAhead(LocalDate newDueOn, Instant now) {
        if (!workingDays.dueInstant(newDueOn).isAfter(now)) {
            throw DomainException.invalidField("decision", "changerequest.error.date-passed", newDueOn.toString());
        }
    }

    private void apply(ChangeRequest request) {
        KeyTask keyTask = keyTasks.get(request.keyTaskId());
        switch (request.kind()) {
            case EXTENSION -> deadlines.extend(Objects.requireNonNull(request.cycleId()), request.dateAsked());
            case PLAN_CHANGE -> change(keyTask, request);
            case LEAD_CHANGE -> {
                change(keyTask, request);
                deadlines.changeLead(keyTask.id(), request.after());
                // What the old lead asked for is not the new one's wish.
                lapse(store.pendingOfKeyTask(keyTask.id()).stream()
                        .filter(other -> other.askedAs() != Role.OFFICER)
                        .toList());
            }
            case SUSPENSION -> {
                if (!keyTasks.suspend(keyTask.id(), LocalDate.now(clock))) {
                    throw new DomainException(Kind.CONFLICT, "changerequest.error.suspended", keyTask.number());
                }
                deadlines.suspend(keyTask.id());
            }
        }
    }

    /** Somebody may have changed the same text since: two changes are never mixed unseen. */
    private void change(KeyTask keyTask, ChangeRequest request) {
        if (!Objects.equals(request.field().valueIn(keyTask), request.before())) {
            throw new DomainException(Kind.CONFLICT, "changerequest.error.overtaken", keyTask.number());
        }
        keyTasks.save(request.field().set(keyTask, request.after()));
    }

    /** The office lets a suspended key task go on; its deadlines count again. */
    public void resume(String requestId, @Nullable String comment) {
        ChangeRequest request = store.get(requestId);
        keyTasks.resume(request.keyTaskId());
        deadlines.resume(request.keyTaskId());
        store.resumed(requestId, clock.instant());
        events.publishEvent(new KeyTaskResumed(request.government(), requestId, request.keyTaskId(), comment));
    }

    /** The report is in or the cycle stands still: there is no date left to be moved. */
    public void lapseOfCycle(String cycleId) {
        lapse(store.pendingOfCycle(cycleId));
    }

    public void lapseOfRound(String roundId) {
        lapse(store.pendingOfRound(roundId));
    }

    /** @return ids of the pending requests that are the other unit's from now on */
    public List<String> moveUnit(String unit, String into) {
        return store.move(unit, into);
    }

    private void lapse(List<ChangeRequest> requests) {
        Instant now = clock.instant();
        requests.forEach(request -> end(request, ChangeState.LAPSED, now));
    }

    private void end(ChangeRequest request, ChangeState state, Instant now) {
        if (!store.end(request.id(), state, now)) {
            throw new DomainException(Kind.CONFLICT, "changerequest.error.not-pending");
        }
        events.publishEvent(new ChangeEnded(
                request.government(), request.id(), request.kind(), request.keyTaskId(), request.cycleId(), state));
    }
}
