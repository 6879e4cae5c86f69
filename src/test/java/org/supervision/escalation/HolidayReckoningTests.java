package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.calendar.CalendarDay;
import org.supervision.calendar.DayKind;
import org.supervision.calendar.HolidayNotices;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.RoundViews;

/** A notice that changes the working days moves every open deadline with its timer, and no other. */
@ApplicationTest
class HolidayReckoningTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");

    @Autowired
    private TestCities cities;

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private CycleViews cycles;

    @Autowired
    private RoundViews rounds;

    @Autowired
    private SlipViews slips;

    @Autowired
    private Instructions instructions;

    @Autowired
    private Appeals appeals;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    private List<CalendarDay> notice;
    private TestCity city;
    private String round;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        notice = notices.get(2024).days();
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        round = cities.openFirstQuarter(city);
        cycle = round + "-1";
    }

    @AfterEach
    void theNoticeOfTheYearIsTheRealOneAgain() {
        notices.load(2024, notice, "sysadmin", null);
    }

    @Test
    void movesTheDueDateThePartsAndTheClosingOfARoundThatFollowsTheRules() {
        holiday("2024-04-08");

        assertThat(view(cycle).reportDueAt()).isEqualTo(at("2024-04-09T18:00"));
        assertThat(view(round + "-2").dueAt()).as("parts").isEqualTo(at("2024-04-03T18:00"));
        assertThat(rounds.find(city.code(), round).orElseThrow().closesOn()).isEqualTo(LocalDate.of(2024, 4, 23));

        time.to(at("2024-04-08T18:01"));
        assertThat(escalated()).isFalse();
        time.to(at("2024-04-10T00:06"));
        assertThat(escalated()).isTrue();
        time.to(at("2024-04-22T18:01"));
        assertThat(view(cycle).closedAt()).isNull();
        time.to(at("2024-04-23T18:01"));
        assertThat(view(cycle).closedAt()).isNotNull();
    }

    @Test
    void movesReviewsAndAnswersThatCountWorkingDays() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        String order = cities.as(city.mayor(), () -> instructions.instruct(keyTask(), "请报告进展。", null));
        cities.complete(city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请报告进展。"));
        Instant reviewDue = view(cycle).dueAt();
        assertThat(reviewDue).isEqualTo(at("2024-04-03T18:00"));
        assertThat(limit(order)).isEqualTo(at("2024-04-03T18:00"));

        holiday("2024-04-02");

        assertThat(view(cycle).dueAt()).isEqualTo(at("2024-04-07T18:00"));
        assertThat(limit(order)).isEqualTo(at("2024-04-07T18:00"));
        assertThat(cities.as(city.leader(0), () -> cities.waiting(order, "order-answer"))
                        .dueAt())
                .isEqualTo(at("2024-04-07T18:00"));
    }

    @Test
    void movesWhatTheOfficeAndCityLeadersHaveToDo() {
        String order = cities.as(city.mayor(), () -> instructions.instruct(keyTask(), "请报告进展。", null));
        assertThat(dueAt(city.officer(), order, "order-signature")).isEqualTo(at("2024-04-03T18:00"));
        cities.complete(city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请报告进展。"));
        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "已经开工。"));
        String second = cities.as(city.mayor(), () -> instructions.instruct(keyTask(), "请再报告。", null));
        cities.complete(city.officer(), second, "order-signature", Map.of("decision", "SIGN", "requirement", "请再报告。"));
        String appeal = cities.as(city.leader(0), () -> appeals.file(second, "已经开工。"));
        assertThat(dueAt(city.chief(), appeal, "appeal-decision")).isEqualTo(at("2024-04-09T18:00"));
        String interview = proposal();
        assertThat(dueAt(city.officer(), order, "order-review")).isEqualTo(at("2024-04-03T18:00"));
        assertThat(dueAt(city.mayor(), interview, "interview-decision")).isEqualTo(at("2024-04-07T18:00"));

        holiday("2024-04-02");

        assertThat(dueAt(city.officer(), order, "order-review")).isEqualTo(at("2024-04-07T18:00"));
        assertThat(dueAt(city.mayor(), interview, "interview-decision")).isEqualTo(at("2024-04-08T18:00"));
        assertThat(dueAt(city.leader(0), second, "order-answer")).isEqualTo(at("2024-04-07T18:00"));
        assertThat(dueAt(city.chief(), appeal, "appeal-decision")).isEqualTo(at("2024-04-10T18:00"));
    }

    private String proposal() {
        return cities.as(city.mayor(), () -> slips.list(
                        new SlipFilter(null, null, SlipKind.INTERVIEW, null, true), currentUsers.required(), 0, 10)
                .items()
                .get(0)
                .id());
    }

    private Instant dueAt(String account, String businessKey, String kind) {
        return cities.as(account, () -> cities.waiting(businessKey, kind)).dueAt();
    }

    @Test
    void movesTheRungsOfWhatIsLateAlreadyButNotTheDateThatWasMissed() {
        time.to(at("2024-04-08T19:00"));

        holiday("2024-04-09");

        assertThat(view(cycle).reportDueAt()).isEqualTo(at("2024-04-08T18:00"));
        time.to(at("2024-04-09T09:00"));
        assertThat(escalated()).isFalse();
        time.to(at("2024-04-10T00:06"));
        assertThat(escalated()).isTrue();
    }

    private void holiday(String day) {
        List<CalendarDay> changed = new ArrayList<>(notice);
        changed.add(new CalendarDay(LocalDate.parse(day), DayKind.HOLIDAY, "临时放假"));
        notices.load(2024, changed, "sysadmin", null);
    }

    private String keyTask() {
        return city.code() + "-2024-1";
    }

    private boolean escalated() {
        return !cities.as(
                        city.officer(),
                        () -> slips.list(new SlipFilter(null, cycle, null, null), currentUsers.required(), 0, 10))
                .items()
                .isEmpty();
    }

    private Instant limit(String slip) {
        return cities.as(city.officer(), () -> slips.find(slip, currentUsers.required())
                        .orElseThrow())
                .limitAt();
    }

    private CycleView view(String id) {
        return cities.as(city.officer(), () -> cycles.get(id, currentUsers.required()));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
