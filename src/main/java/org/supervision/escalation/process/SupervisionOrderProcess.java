package org.supervision.escalation.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.supervision.calendar.HolidaysChanged;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.SlipEvent.LimitMoved;
import org.supervision.escalation.SlipEvent.OrderDrafted;
import org.supervision.escalation.SlipEvent.SlipEnded;
import org.supervision.escalation.SlipEvent.SlipMoved;
import org.supervision.escalation.SlipEvent.SlipReopened;
import org.supervision.escalation.SlipKind;
import org.supervision.escalation.SupervisionOrders;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.workflow.FormValues;
import org.supervision.workflow.ProcessBean;
import org.supervision.workflow.RunningInstances;
import org.supervision.workflow.Submissions;

/** What {@code supervision-order.bpmn} asks and tells; a drafted order starts it, whatever wanted the order. */
@ProcessBean("supervisionOrder")
class SupervisionOrderProcess {

    static final String KEY = "supervision-order";

    static final String ANSWER = "UserTask_AnswerOrder";

    private final SupervisionOrders orders;
    private final Submissions submissions;
    private final RuntimeService runtime;
    private final RunningInstances instances;
    private final Clock clock;

    SupervisionOrderProcess(
            SupervisionOrders orders,
            Submissions submissions,
            @Lazy RuntimeService runtime,
            RunningInstances instances,
            Clock clock) {
        this.orders = orders;
        this.submissions = submissions;
        this.runtime = runtime;
        this.instances = instances;
        this.clock = clock;
    }

    @EventListener
    void start(OrderDrafted event) {
        start(event.government(), event.slipId());
    }

    /** Its instance had ended with it. */
    @EventListener
    void start(SlipReopened event) {
        if (event.kind() == SlipKind.SUPERVISION_ORDER) {
            start(event.government(), event.slipId());
        }
    }

    private void start(String government, String slipId) {
        runtime.createProcessInstanceByKey(KEY)
                .businessKey(slipId)
                .setVariable(Submissions.GOVERNMENT, government)
                .execute();
    }

    /** Ended from outside, also while it stands still: its cause is gone or it was taken back. */
    @EventListener
    void end(SlipEnded event) {
        boolean ownAct = event.reason() == EndReason.DISCARDED || event.reason() == EndReason.ANSWER_ACCEPTED;
        if (event.kind() == SlipKind.SUPERVISION_ORDER && !ownAct) {
            instances.activate(event.slipId());
            instances.correlate("SlipEnded", event.government(), event.slipId());
        }
    }

    @EventListener
    void move(LimitMoved event) {
        instances.setDueDates(KEY, event.slipId(), ANSWER, event.after());
    }

    /** What the office has to do by the new working days; the units' limits move by themselves. */
    @EventListener
    void reckonAnew(HolidaysChanged event) {
        instances.setDueDates(
                KEY,
                item -> item.step().equals(ANSWER) || item.isOverdue(clock.instant())
                        ? item.dueAt()
                        : orders.officeDueAt(
                                item.businessKey(), LocalDate.ofInstant(item.createdAt(), clock.getZone())));
    }

    @EventListener
    void move(SlipMoved event) {
        instances.replaceCandidates(
                KEY,
                event.slipId(),
                GroupPath.unitLeader(event.government(), event.before()),
                GroupPath.unitLeader(event.government(), event.after()));
    }

    public List<String> office(DelegateExecution execution) {
        String government = orders.government(id(execution));
        return List.of(
                GroupPath.office(government, Role.OFFICER).toString(),
                GroupPath.office(government, Role.OFFICE_CHIEF).toString());
    }

    public Date officeDueAt(DelegateExecution execution) {
        return Date.from(orders.officeDueAt(id(execution), LocalDate.now(clock)));
    }

    public String unitLeaders(DelegateExecution execution) {
        return orders.unitLeaders(id(execution)).toString();
    }

    public @Nullable Date limitAt(DelegateExecution execution) {
        var limitAt = orders.limitAt(id(execution));
        return limitAt == null ? null : Date.from(limitAt);
    }

    public void sign(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        boolean signed = values.text("decision").equals("SIGN");
        if (signed) {
            orders.sign(id(task.getExecution()), values.text("requirement"), limitOn(values.text("limitOn")));
        } else {
            orders.discard(id(task.getExecution()));
        }
        task.setVariable("signed", signed);
    }

    private static @Nullable LocalDate limitOn(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw DomainException.invalidField("limitOn", "escalation.order.limit");
        }
    }

    public void answer(DelegateTask task) {
        orders.answer(id(task.getExecution()), submissions.take(task).values().text("answer"));
    }

    public void review(DelegateTask task) {
        FormValues values = submissions.take(task).values();
        boolean accepted = values.text("decision").equals("ACCEPT");
        String comment = values.text("comment");
        orders.review(id(task.getExecution()), accepted, comment.isBlank() ? null : comment);
        task.setVariable("accepted", accepted);
    }

    private static String id(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}
