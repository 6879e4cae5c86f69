package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.calendar.CalendarDay;
import org.supervision.calendar.DayKind;
import org.supervision.calendar.HolidayNotices;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.ScoreViews;
import org.supervision.escalation.SlipView;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;
import org.supervision.workflow.Drafts;
import org.supervision.workflow.WorkItems;

/** A request that was asked in time and decided late: when it was to be decided, and what lateness costs whom. */
class ExtensionInTimeTests extends ChangeRequestScenario {

    private static final LocalDate NEW_DATE = day("2024-04-12");

    @Autowired
    private ScoreViews scores;

    @Autowired
    private Portal portal;

    @Autowired
    private RestCalls rest;

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private Drafts drafts;

    private String cycle;

    @BeforeEach
    void aRoundIsOpenUntilTheEndOfMay() {
        to("2024-03-25T09:00");
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1, 2);
        cycle = openFirstQuarter(day("2024-05-31")) + "-1";
        to("2024-04-03T09:00");
    }

    @Test
    void everyDecisionIsDueAfterAsManyWorkingDaysAsAReviewInItsRound() {
        String id = ask(city.liaison(0), day("2024-04-23"));
        assertThat(dueAt(id))
                .as("4 to 6 April are holidays, 7 April is a working Sunday")
                .isEqualTo(at("2024-04-08T18:00"));
        grant(city.leader(0), id);
        assertThat(dueAt(id)).isEqualTo(at("2024-04-09T18:00"));
        to("2024-04-08T09:00");
        grant(city.officer(), id);
        assertThat(dueAt(id)).isEqualTo(at("2024-04-11T18:00"));
        assertThat(cities.as(city.mayor(), () -> cities.waiting(id, "change-decision")
                        .isOverdue(at("2024-04-11T18:01"))))
                .isTrue();
    }

    @Test
    void aHolidayNoticeMovesTheDateOfADecisionThatIsNotDueYet() {
        String id = ask(city.liaison(0), NEW_DATE);
        List<CalendarDay> notice = notices.get(2024).days();
        List<CalendarDay> changed = new ArrayList<>(notice);
        changed.add(new CalendarDay(day("2024-04-08"), DayKind.HOLIDAY, "测试日"));
        notices.load(2024, changed, "sysadmin", null);
        try {
            assertThat(dueAt(id)).isEqualTo(at("2024-04-09T18:00"));
        } finally {
            notices.load(2024, notice, "sysadmin", null);
        }
        assertThat(dueAt(id)).isEqualTo(at("2024-04-08T18:00"));
    }

    @Test
    void isNotGrantedForADateThatHasPassedAndMayBeAskedAnewBecauseItWasAskedInTime() {
        String id = ask(city.leader(0), NEW_DATE);
        assertThatThrownBy(() -> ask(city.leader(0), day("2024-04-18")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.pending.EXTENSION"));
        to("2024-04-12T17:59");
        assertThat(office(() -> views.get(id, currentUsers.required())).isPending())
                .isTrue();
        to("2024-04-12T18:00");
        assertThatThrownBy(() -> grant(city.officer(), id)).satisfies(refused -> {
            assertThat(code(refused)).isEqualTo("changerequest.error.date-passed");
            assertThat(((DomainException) refused).arguments()).containsExactly("2024-04-12");
        });
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(at("2024-04-08T18:00"));
        refuse(city.officer(), id);

        to("2024-04-15T09:00");
        assertThatThrownBy(() -> ask(city.leader(0), NEW_DATE))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("reporting.extension.past"));
        grant(city.officer(), ask(city.leader(0), day("2024-04-18")));
        assertThat(cycle(cycle).reportDueAt()).isEqualTo(at("2024-04-18T18:00"));
    }

    @Test
    void mayBeAskedAnewOnThePageAndByRestOnceItWasWithdrawnAfterItsDate() {
        String id = ask(city.liaison(0), NEW_DATE);
        to("2024-04-15T09:00");
        Page page = portal.signIn(city.liaison(0)).open("/change-requests/" + id);
        page.submit("form[action$=/withdrawal]", Map.of());
        Page related = portal.signIn(city.liaison(0)).open("/cycles/" + cycle + "/change-requests");
        Page asked = related.follow("a[href$=/extension-requests/new]")
                .submit(
                        "form[action$=/extension-requests]",
                        Map.of("newDueOn", "2024-04-17", "reason", "等上级批复", "progress", "完成选址"));
        assertThat(asked.path()).isEqualTo("/change-requests/" + cycle + "-ext-2");
        to("2024-04-18T09:00");
        assertThat(rest.post(city.liaison(0), "/change-requests/{id}/withdrawal", null, cycle + "-ext-2")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(rest.post(
                                city.liaison(0),
                                "/cycles/{id}/extension-requests",
                                Map.of("newDueOn", "2024-04-22", "reason", "等上级批复", "progress", "完成选址"),
                                cycle)
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
    }

    @Test
    void mayNotBeAskedAnewOnceItWasWithdrawnAfterTheDueInstantAndBeforeItsDate() {
        String id = ask(city.liaison(0), NEW_DATE);
        to("2024-04-09T09:00");
        cities.as(city.liaison(0), () -> {
            requests.withdraw(id);
            return null;
        });
        assertThatThrownBy(() -> ask(city.liaison(0), day("2024-04-18")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("reporting.extension.too-late"));
    }

    @Test
    void mayNotBeAskedAnewOnceItWasRefusedInTime() {
        refuse(city.officer(), ask(city.leader(0), NEW_DATE));
        to("2024-04-12T18:01");
        assertThatThrownBy(() -> ask(city.leader(0), day("2024-04-18")))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("reporting.extension.too-late"));
    }

    @Test
    void givesBackWhatTheOldDateCostWhenItWasAskedInTimeAndGrantedLate() {
        String id = ask(city.leader(0), day("2024-04-18"));
        to("2024-04-11T09:00");
        assertThat(score()).as("two reminders for task 1, and task 2").isEqualTo(94);
        grant(city.officer(), id);

        assertThat(score()).as("task 2 is late as before").isEqualTo(97);
        to("2024-04-19T09:00");
        assertThat(score()).as("the new date was missed too").isLessThan(97);
    }

    /** Parts were due on 3 April; 7 April is a working Sunday. */
    @Test
    void movesALatePartTooWhileTheLeadDrafts() {
        String shared = cycle.replaceAll("-1$", "-2");
        String id = cities.as(city.leader(0), () -> requests.askExtension(shared, NEW_DATE, "等批复", "完成一半"));
        cities.complete(city.liaison(1), shared, "partner-part", Map.of("progress", "移交用地。"));
        to("2024-04-07T09:00");
        assertThat(slips(shared)).singleElement().matches(SlipView::isOpen);
        cities.as(city.liaison(2), () -> {
            drafts.save(cities.waiting(shared, "partner-part").id(), Map.of("progress", "正在清点"), Map.of(), null);
            return null;
        });
        grant(city.officer(), id);

        Instant newDue = at("2024-04-12T18:00");
        Instant partsDue = at("2024-04-10T18:00");
        assertThat(slips(shared)).singleElement().satisfies(slip -> assertThat(slip.endedBecause())
                .isEqualTo(EndReason.DUE_DATE_MOVED));
        assertThat(ladders(shared)).isZero();
        assertThat(timers(shared))
                .isEqualTo(Map.of(
                        "BoundaryEvent_PartsDue", List.of(partsDue), "BoundaryEvent_ReportOverdue", List.of(newDue)));
        assertThat(tasksOf(shared))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactlyInAnyOrder(partsDue, newDue);
        assertThat(cities.as(city.liaison(2), () -> workItems
                        .get(cities.waiting(shared, "partner-part").id())
                        .values()))
                .containsEntry("progress", "正在清点");
        to("2024-04-10T17:59");
        assertThat(slips(shared)).hasSize(1);
        to("2024-04-11T09:00");
        assertThat(slips(shared)).filteredOn(SlipView::isOpen).singleElement().satisfies(slip -> assertThat(
                        slip.dueAt())
                .isEqualTo(partsDue));
        assertThat(waitingFor(city.liaison(0), shared)).containsExactly("progress-report");
        cities.complete(city.liaison(2), shared, "partner-part", Map.of("progress", "清点完毕。"));
        assertThat(slips(shared)).noneMatch(SlipView::isOpen);
        assertThat(waitingFor(city.liaison(0), shared)).containsExactly("progress-report");
        cities.complete(city.liaison(0), shared, "progress-report", REPORT);
        assertThat(waitingFor(city.leader(0), shared)).containsExactly("unit-review");
    }

    private int score() {
        return office(() -> scores.of(new Quarter(2024, 1), currentUsers.required())).stream()
                .filter(unit -> unit.unit().equals(city.units().get(0)))
                .map(ScoreViews.UnitScore::points)
                .findFirst()
                .orElse(100);
    }

    private Instant dueAt(String requestId) {
        return tasksOf(requestId).get(0).getDueDate().toInstant();
    }

    private String ask(String username, LocalDate newDueOn) {
        return cities.as(username, () -> requests.askExtension(cycle, newDueOn, "等上级批复", "完成选址"));
    }
}
