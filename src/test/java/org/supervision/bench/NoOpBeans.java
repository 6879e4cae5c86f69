package org.supervision.bench;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.supervision.workflow.Submissions;

/** The beans our diagrams name, doing only what the flow itself needs; public, as the plain engine asks. */
public final class NoOpBeans {

    static final String CITY = "city";
    static final String LIAISON = "city/units/u1/liaison";
    static final String LEADER = "city/units/u1/leader";
    static final String OFFICER = "city/office/officer";
    private static final String CHIEF = "city/office/chief";

    /** Variable of a round: how many cycles it has. */
    static final String CYCLES = "cycles";

    private NoOpBeans() {}

    static Map<Object, Object> byName() {
        JavaDelegate startCycles = NoOpBeans::startCycles;
        JavaDelegate startEscalation = NoOpBeans::startEscalation;
        JavaDelegate nothing = execution -> {};
        return Map.of(
                "reportingRound",
                new Round(),
                "quarterlyCycle",
                new Cycle(),
                "startCyclesDelegate",
                startCycles,
                "markOverdueDelegate",
                startEscalation,
                "overdueEscalation",
                new Escalation(),
                "issueFirstReminderDelegate",
                nothing);
    }

    private static void startEscalation(DelegateExecution execution) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey("overdue-escalation", execution.getProcessBusinessKey());
    }

    /** Each cycle carries the variables that ours carries where instances belong to a government, otherwise none. */
    private static void startCycles(DelegateExecution execution) {
        String round = execution.getProcessBusinessKey();
        Object government = execution.getVariable(Submissions.GOVERNMENT);
        Map<String, Object> variables =
                government == null ? Map.of() : Map.of(Submissions.GOVERNMENT, government, "roundId", round);
        for (int number = 1; number <= (int) execution.getVariable(CYCLES); number++) {
            execution
                    .getProcessEngineServices()
                    .getRuntimeService()
                    .startProcessInstanceByKey("quarterly-cycle", round + "-" + number, variables);
        }
    }

    private static Date inAWeek() {
        return inDays(7);
    }

    private static Date inDays(int days) {
        return Date.from(ClockUtil.getCurrentTime().toInstant().plus(days, ChronoUnit.DAYS));
    }

    /** What {@code reporting-round.bpmn} asks up to its closing. */
    public static final class Round {

        public List<String> office(DelegateExecution execution) {
            return List.of(OFFICER, CHIEF);
        }

        public Date opensAt(DelegateExecution execution) {
            return inAWeek();
        }

        public Date closesAt(DelegateExecution execution) {
            return inDays(21);
        }

        public void open(DelegateTask task) {}
    }

    /** What {@code overdue-escalation.bpmn} asks up to the second rung, on the dates of {@link DrainBenchmark}. */
    public static final class Escalation {

        public boolean firstReminderApplies(DelegateExecution execution) {
            return true;
        }

        public Date firstReminderAt(DelegateExecution execution) {
            return Date.from(DrainBenchmark.FIRST_RUNG);
        }

        public boolean secondReminderApplies(DelegateExecution execution) {
            return true;
        }

        public Date secondReminderAt(DelegateExecution execution) {
            return Date.from(DrainBenchmark.FIRST_RUNG.plus(2, ChronoUnit.DAYS));
        }
    }

    /** What {@code quarterly-cycle.bpmn} asks of a cycle without partners: every review approves. */
    public static final class Cycle {

        public void begin(DelegateExecution execution) {}

        public boolean partsAreAwaited(DelegateExecution execution) {
            return false;
        }

        public boolean isDrafting(DelegateExecution execution) {
            return true;
        }

        public String leadLiaisons(DelegateExecution execution) {
            return LIAISON;
        }

        public String unitLeaders(DelegateExecution execution) {
            return LEADER;
        }

        public List<String> officers(DelegateExecution execution) {
            return List.of(OFFICER, CHIEF);
        }

        public Date reportDueAt(DelegateExecution execution) {
            return inAWeek();
        }

        public Date unitReviewDueAt(DelegateExecution execution) {
            return inAWeek();
        }

        public Date officeReviewDueAt(DelegateExecution execution) {
            return inAWeek();
        }

        public void beginDrafting(DelegateTask task) {}

        public void submitReport(DelegateTask task) {}

        public void reviewByUnit(DelegateTask task) {
            task.setVariable("approved", true);
        }

        public void reviewByOffice(DelegateTask task) {
            task.setVariable("approved", true);
        }
    }
}
