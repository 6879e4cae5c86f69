package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;

/** What the tests of all kinds of requests do and look at. */
@ApplicationTest
abstract class ChangeRequestScenario {

    static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");

    @Autowired
    TestCities cities;

    @Autowired
    ChangeRequests requests;

    @Autowired
    ChangeRequestViews views;

    @Autowired
    CycleViews cycleViews;

    @Autowired
    SlipViews slipViews;

    @Autowired
    KeyTasks keyTasks;

    @Autowired
    RoundPlanning planning;

    @Autowired
    CurrentUsers currentUsers;

    @Autowired
    TimeTravel time;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    TestCity city;

    /** The first quarter of 2024 with a closing date of its own; its reports are due on 2024-04-08 18:00. */
    String openFirstQuarter(LocalDate closesOn) {
        to("2024-04-01T09:00");
        String round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, closesOn, null, null, null)));
        to("2024-04-01T09:01");
        return round;
    }

    void to(String local) {
        time.to(at(local));
    }

    static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    void grant(String username, String requestId) {
        decide(username, requestId, "change-decision", "GRANT", null);
    }

    void refuse(String username, String requestId) {
        decide(username, requestId, "change-decision", "REFUSE", "理由不充分");
    }

    void decide(String username, String requestId, String kind, String decision, @Nullable String comment) {
        cities.complete(
                username,
                requestId,
                kind,
                comment == null ? Map.of("decision", decision) : Map.of("decision", decision, "comment", comment));
    }

    List<String> waitingFor(String username, String key) {
        return cities.kindsWaitingFor(username, key);
    }

    ChangeRequestView request(String id) {
        return office(() -> views.get(id, currentUsers.required()));
    }

    CycleView cycle(String id) {
        return office(() -> cycleViews.get(id, currentUsers.required()));
    }

    KeyTask keyTask(int number) {
        return keyTasks.get(KeyTask.id(city.code(), 2024, number));
    }

    List<SlipView> slips(String cycleId) {
        return office(() -> slipViews
                .list(new SlipFilter(null, cycleId, null, null), currentUsers.required(), 0, 50)
                .items());
    }

    <T> T office(Supplier<T> act) {
        return cities.as(city.officer(), act);
    }

    /** Due dates of the cycle's own timers, by the element they wait at. */
    Map<String, List<Instant>> timers(String businessKey) {
        return jobs("quarterly-cycle", businessKey).stream()
                .collect(Collectors.groupingBy(
                        job -> management
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId(),
                        Collectors.mapping(job -> job.getDuedate().toInstant(), Collectors.toList())));
    }

    List<Job> jobs(String process, String businessKey) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    long ladders(String cycleId) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("overdue-escalation")
                .processInstanceBusinessKey(cycleId)
                .count();
    }

    boolean runs(String requestId) {
        return instances(requestId) > 0;
    }

    long instances(String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    List<ProcessInstance> suspended(String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .suspended()
                .list();
    }

    List<Task> tasksOf(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list();
    }

    /** The element at which the finished instance of the request ended. */
    List<String> endedAt(String requestId) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(requestId)
                .finished()
                .singleResult()
                .getId();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("noneEndEvent")
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    static String code(Throwable thrown) {
        return ((DomainException) thrown).code();
    }

    void assertEveryElementWasPassed(String process) {
        var drawn = Bpmn.readModelFromFile(
                        Path.of("processes", "changerequest", process + ".bpmn").toFile())
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        var passed = history.createHistoricActivityInstanceQuery().finished().list().stream()
                .filter(activity -> activity.getProcessDefinitionKey().equals(process))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(passed).containsAll(drawn);
    }
}
