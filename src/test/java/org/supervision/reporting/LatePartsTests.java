package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** Parts that come in when their time is over: until the lead submits. They are due on 2024-04-03 18:00. */
@ApplicationTest
class LatePartsTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");
    private static final Map<String, Object> PART = Map.of("progress", "移交用地。");

    @Autowired
    private TestCities cities;

    @Autowired
    private CycleViews cycleViews;

    @Autowired
    private CycleDeadlines deadlines;

    @Autowired
    private SlipViews slipViews;

    @Autowired
    private ActUndoing undoing;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private Portal portal;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void twoPartnersAreAskedForTheirParts() {
        city = cities.create();
        cities.keyTask(city, 1, 1, 2);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void comeInWhileTheLeadDraftsWhichBeginsOnce() {
        time.to(at("2024-04-03T18:01"));
        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        assertThat(waiting(city.liaison(1))).containsExactly("partner-part");
        assertThat(item(city.liaison(1)).isOverdue(at("2024-04-03T18:01"))).isTrue();

        cities.complete(city.liaison(1), cycle, "partner-part", PART);
        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        cities.complete(city.liaison(2), cycle, "partner-part", PART);

        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        assertThat(detail().parts()).extracting(PartnerPart::progress).containsExactly("移交用地。", "移交用地。");
        assertThat(detail().cycle().state()).isEqualTo(CycleState.DRAFTING);
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(waiting(city.leader(0))).containsExactly("unit-review");
        assertThat(waiting(city.liaison(0))).isEmpty();
    }

    /** The timer has fired, what it brings about has not been done yet. */
    @Test
    void theLastOfThemInTheMomentTheTimeIsOverStartsTheDraftOnceAndNobodyIsChased() {
        cities.complete(city.liaison(1), cycle, "partner-part", PART);
        management.executeJob(job("BoundaryEvent_PartsDue").getId());
        cities.complete(city.liaison(2), cycle, "partner-part", PART);
        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");

        time.to(at("2024-04-07T09:00"));

        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        assertThat(slips()).isEmpty();
    }

    @Test
    void areRefusedOnceTheLeadHasSubmittedAndNotAskedForAgainAfterAReturn() {
        time.to(at("2024-04-03T18:01"));
        WorkItem late = item(city.liaison(1));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(waiting(city.liaison(1))).isEmpty();
        assertThatThrownBy(() -> cities.as(city.liaison(1), () -> {
                    workItems.complete(late.id(), PART, Map.of());
                    return null;
                }))
                .isInstanceOf(DomainException.class);
        assertThat(detail().parts()).extracting(PartnerPart::submittedAt).containsOnlyNulls();

        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        time.to(at("2024-04-03T18:02"));
        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        assertThat(waiting(city.liaison(1))).isEmpty();
    }

    @Test
    void mayComeInAgainWhenTheSubmissionIsUndone() {
        cities.complete(city.liaison(1), cycle, "partner-part", PART);
        time.to(at("2024-04-03T18:01"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.as(city.liaison(0), () -> {
            undoing.undo(cycle);
            return null;
        });

        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        assertThat(waiting(city.liaison(1))).as("its part is in").isEmpty();
        assertThat(waiting(city.liaison(2))).containsExactly("partner-part");
        time.to(at("2024-04-03T18:03"));
        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        cities.complete(city.liaison(2), cycle, "partner-part", PART);
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(detail().cycle().state()).isEqualTo(CycleState.UNIT_REVIEW);
        assertThat(slips()).isEmpty();
    }

    @Test
    void endTheReminderOfTheirUnitAndNoOther() {
        time.to(at("2024-04-07T09:00"));
        assertThat(slips()).hasSize(2).allMatch(SlipView::isOpen);

        cities.complete(city.liaison(2), cycle, "partner-part", PART);

        assertThat(slipsOf(2)).singleElement().satisfies(slip -> assertThat(slip.endedBecause())
                .isEqualTo(EndReason.PART_SUBMITTED));
        assertThat(slipsOf(1)).singleElement().matches(SlipView::isOpen);
        assertThat(ladders()).isEqualTo(1);
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(slipsOf(1)).singleElement().satisfies(slip -> assertThat(slip.endedBecause())
                .isEqualTo(EndReason.REPORT_SUBMITTED));
        assertThat(ladders()).isZero();
    }

    @Test
    void keepTheirReminderWhenTheLateSubmissionIsUndone() {
        time.to(at("2024-04-07T09:00"));
        cities.complete(city.liaison(1), cycle, "partner-part", PART);
        List<SlipView> before = slips();
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(slips()).noneMatch(SlipView::isOpen);
        cities.as(city.liaison(0), () -> {
            undoing.undo(cycle);
            return null;
        });
        time.to(at("2024-04-07T09:05"));

        assertThat(slips()).isEqualTo(before);
        assertThat(slipsOf(1)).as("its part is in").noneMatch(SlipView::isOpen);
        assertThat(ladders()).isEqualTo(1);
        cities.complete(city.liaison(2), cycle, "partner-part", PART);
        assertThat(slipsOf(2)).singleElement().satisfies(slip -> assertThat(slip.endedBecause())
                .isEqualTo(EndReason.PART_SUBMITTED));
    }

    @Test
    void areRemindedOfByTheMovedDateAfterASuspension() {
        time.to(at("2024-04-03T18:01"));
        deadlines.suspend(keyTask());
        time.to(at("2024-04-09T09:00"));
        assertThat(waiting(city.liaison(1))).isEmpty();
        // Lost: 7, 8 and 9 April.
        deadlines.resume(keyTask());

        assertThat(item(city.liaison(1)).dueAt()).isEqualTo(at("2024-04-09T18:00"));
        time.to(at("2024-04-09T19:00"));
        assertThat(slips()).isEmpty();
        assertThat(waiting(city.liaison(0))).containsExactly("progress-report");
        time.to(at("2024-04-10T09:00"));
        assertThat(slips()).hasSize(2).allMatch(slip -> slip.dueAt().equals(at("2024-04-09T18:00")));
    }

    @Test
    void showOnTheLeadsDraftPage() {
        time.to(at("2024-04-03T18:01"));
        String draft = "/work-items/" + item(city.liaison(0)).id();
        Page before = portal.signIn(city.liaison(0)).open(draft);
        assertThat(before.text("#partners")).contains("未报", "报告提交前仍可补交");
        assertThat(before.content().select("#partners").attr("hx-get")).isEqualTo("/cycles/" + cycle);

        cities.complete(city.liaison(1), cycle, "partner-part", PART);
        cities.complete(city.liaison(2), cycle, "partner-part", PART);

        Page after = portal.signIn(city.liaison(0)).open(draft);
        assertThat(after.text("#partners")).contains("移交用地。").doesNotContain("未报");
        assertThat(after.content().select("#partners").hasAttr("hx-get")).isFalse();
    }

    private List<String> waiting(String username) {
        return cities.kindsWaitingFor(username, cycle);
    }

    private WorkItem item(String username) {
        String kind = waiting(username).get(0);
        return cities.as(username, () -> cities.waiting(cycle, kind));
    }

    private CycleDetail detail() {
        return cities.as(city.officer(), () -> cycleViews.detail(cycle, currentUsers.required()));
    }

    private List<SlipView> slips() {
        return cities.as(city.officer(), () -> slipViews
                .list(new SlipFilter(null, cycle, null, null), currentUsers.required(), 0, 50)
                .items());
    }

    private List<SlipView> slipsOf(int unit) {
        return slips().stream()
                .filter(slip -> slip.unit().equals(city.units().get(unit)))
                .toList();
    }

    private long ladders() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("overdue-escalation")
                .processInstanceBusinessKey(cycle)
                .count();
    }

    private Job job(String element) {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(cycle)
                        .singleResult()
                        .getId())
                .activityId(element)
                .singleResult();
    }

    private String keyTask() {
        return city.code() + "-2024-1";
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
