package org.supervision.changerequest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.calendar.WorkingDays;
import org.supervision.changerequest.ChangeRequestEvent.ChangeAsked;
import org.supervision.changerequest.ChangeRequestEvent.ChangeEnded;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** Asks for changes and takes back what was asked; the process of the kind starts with the request. */
@Service
@Transactional
public class ChangeRequests {

    private static final int LONGEST_TEXT = 2_000;

    private final ChangeRequestStore store;
    private final CycleViews cycles;
    private final KeyTasks keyTasks;
    private final OrgUnits units;
    private final ObjectionPolicy objections;
    private final ExtensionPolicy extensions;
    private final WorkingDays workingDays;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ChangeRequests(
            ChangeRequestStore store,
            CycleViews cycles,
            KeyTasks keyTasks,
            OrgUnits units,
            ObjectionPolicy objections,
            ExtensionPolicy extensions,
            WorkingDays workingDays,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.cycles = cycles;
        this.keyTasks = keyTasks;
        this.units = units;
        this.objections = objections;
        this.extensions = extensions;
        this.workingDays = workingDays;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The lead unit asks for a later due date of one cycle's report, before it is due.
     *
     * @param progress what has been done so far
     * @return the request's id
     */
    public String askExtension(String cycleId, LocalDate newDueOn, @Nullable String reason, @Nullable String progress) {
        CurrentUser user = currentUsers.required();
        CycleView cycle = cycles.get(cycleId, user);
        requireLead(user, cycle.leadUnit());
        extensions.check(cycle, newDueOn);
        return ask(
                user,
                keyTasks.get(cycle.keyTaskId()),
                cycleId,
                ChangeKind.EXTENSION,
                ChangedField.REPORT_DUE_ON,
                LocalDate.ofInstant(cycle.reportDueAt(), WorkingDays.ZONE).toString(),
                newDueOn.toString(),
                text("reason", reason),
                text("progress", progress),
                extensions.isForCityLeader(cycle, newDueOn));
    }

    /** The lead unit asks for another text in the plan. */
    public String askPlanChange(
            String keyTaskId, ChangedField field, @Nullable String newValue, @Nullable String reason) {
        CurrentUser user = currentUsers.required();
        KeyTask keyTask = visible(keyTaskId, user);
        requireLead(user, keyTask.leadUnit());
        if (!field.isOfPlan()) {
            throw DomainException.invalidField("field", "changerequest.error.field");
        }
        if (newValue == null || newValue.isBlank()) {
            throw DomainException.invalidField("newValue", "changerequest.error.value-required");
        }
        String before = field.valueIn(keyTask);
        if (newValue.equals(before)) {
            throw DomainException.invalidField("newValue", "changerequest.error.same-value");
        }
        keyTasks.check(field.set(keyTask, newValue));
        return ask(
                user,
                keyTask,
                null,
                ChangeKind.PLAN_CHANGE,
                field,
                before,
                newValue,
                text("reason", reason),
                null,
                false);
    }

    /**
     * The lead unit objects to leading, within the days the policy gives.
     *
     * @param unit code of the unit that should lead
     */
    public String askLeadChange(String keyTaskId, String unit, @Nullable String reason) {
        CurrentUser user = currentUsers.required();
        KeyTask keyTask = visible(keyTaskId, user);
        requireLead(user, keyTask.leadUnit());
        objections.check(keyTask);
        if (unit.equals(keyTask.leadUnit())) {
            throw DomainException.invalidField("unit", "changerequest.error.same-unit");
        }
        if (units.find(unit)
                .filter(found -> found.government().equals(keyTask.government()))
                .isEmpty()) {
            throw DomainException.invalidField("unit", "changerequest.error.unknown-unit");
        }
        return ask(
                user,
                keyTask,
                null,
                ChangeKind.LEAD_CHANGE,
                ChangedField.LEAD_UNIT,
                keyTask.leadUnit(),
                unit,
                text("reason", reason),
                null,
                false);
    }

    /** The lead unit or the office asks that nothing be owed until further notice. */
    public String askSuspension(String keyTaskId, LocalDate expectedUntil, @Nullable String reason) {
        CurrentUser user = currentUsers.required();
        KeyTask keyTask = visible(keyTaskId, user);
        if (!user.isOffice()) {
            requireLead(user, keyTask.leadUnit());
        }
        if (keyTasks.suspendedOn(keyTaskId).isPresent()) {
            throw new DomainException(Kind.CONFLICT, "changerequest.error.suspended", keyTask.number());
        }
        if (!expectedUntil.isAfter(LocalDate.now(clock))) {
            throw DomainException.invalidField("expectedUntil", "changerequest.error.past");
        }
        if (!workingDays.isWorkingDay(expectedUntil)) {
            throw DomainException.invalidField(
                    "expectedUntil", "reporting.extension.no-working-day", expectedUntil.toString());
        }
        return ask(
                user,
                keyTask,
                null,
                ChangeKind.SUSPENSION,
                ChangedField.SUSPENDED_UNTIL,
                null,
                expectedUntil.toString(),
                text("reason", reason),
                null,
                false);
    }

    /** Those who may have asked take it back while nobody has decided for good. */
    public void withdraw(String requestId) {
        CurrentUser user = currentUsers.required();
        ChangeRequest request = store.get(requestId);
        if (!request.government().equals(user.government())
                || !user.readsWholeGovernment() && !user.isOfUnit(request.unit())) {
            throw DomainException.notFound(requestId);
        }
        if (!request.isOf(user)) {
            throw new DomainException(Kind.FORBIDDEN, "changerequest.error.not-asker");
        }
        if (!store.end(requestId, ChangeState.WITHDRAWN, clock.instant())) {
            throw new DomainException(Kind.CONFLICT, "changerequest.error.not-pending");
        }
        events.publishEvent(new ChangeEnded(
                request.government(),
                requestId,
                request.kind(),
                request.keyTaskId(),
                request.cycleId(),
                ChangeState.WITHDRAWN));
    }

    private String ask(
            CurrentUser user,
            KeyTask keyTask,
            @Nullable String cycleId,
            ChangeKind kind,
            ChangedField field,
            @Nullable String before,
            String after,
            String reason,
            @Nullable String progress,
            boolean cityLeaderAsked) {
        String subject = Objects.requireNonNullElse(cycleId, keyTask.id());
        String id = kind.idOf(subject, store.count(kind, keyTask.id(), cycleId) + 1);
        Instant now = clock.instant();
        ChangeRequest request = new ChangeRequest(
                id,
                keyTask.government(),
                kind,
                keyTask.id(),
                cycleId,
                keyTask.leadUnit(),
                ChangeState.PENDING,
                reason,
                progress,
                field,
                before,
                after,
                asker(user),
                user.username(),
                user.name(),
                now,
                cityLeaderAsked,
                null,
                null);
        if (!store.insert(request)) {
            throw new DomainException(Kind.CONFLICT, "changerequest.error.pending." + kind, keyTask.number());
        }
        events.publishEvent(
                new ChangeAsked(request.government(), id, kind, keyTask.id(), cycleId, field, before, after, reason));
        return id;
    }

    private static Role asker(CurrentUser user) {
        if (user.isOffice()) {
            return Role.OFFICER;
        }
        return user.is(Role.UNIT_LEADER) ? Role.UNIT_LEADER : Role.LIAISON;
    }

    private KeyTask visible(String keyTaskId, CurrentUser user) {
        return Optional.of(keyTasks.get(keyTaskId))
                .filter(keyTask -> keyTask.isVisibleTo(user))
                .orElseThrow(() -> DomainException.notFound(keyTaskId));
    }

    private static void requireLead(CurrentUser user, String leadUnit) {
        if (!user.isOfUnit(leadUnit)) {
            throw new DomainException(Kind.FORBIDDEN, "changerequest.error.not-lead");
        }
    }

    private static String text(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw DomainException.invalidField(field, "changerequest.error." + field + "-required");
        }
        if (text.length() > LONGEST_TEXT) {
            throw DomainException.invalidField(field, "changerequest.error.too-long", LONGEST_TEXT);
        }
        return text;
    }
}
