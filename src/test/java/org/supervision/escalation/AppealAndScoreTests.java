package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.ScoreViews.ScoreLine;
import org.supervision.escalation.ScoreViews.UnitScore;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;
import org.supervision.workflow.WorkItems;

/** What lateness costs, and what an appeal against a red slip changes. */
@ApplicationTest
class AppealAndScoreTests {

    private static final Quarter FIRST = new Quarter(2024, 1);
    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "requirement", "请说明逾期原因。");

    @Autowired
    private TestCities cities;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Instructions instructions;

    @Autowired
    private Scores scores;

    @Autowired
    private ScoreRules rules;

    @Autowired
    private ScoreViews views;

    @Autowired
    private SlipViews slips;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void everyEventThatCostsWritesOneLineWithItsCause() {
        time.to(at("2024-04-12T09:00"));
        assertThat(lines())
                .extracting(ScoreLine::event)
                .containsExactly(ScoreEvent.FIRST_REMINDER, ScoreEvent.SECOND_REMINDER);
        assertThat(points()).isEqualTo(97);

        report();
        cities.complete(
                city.officer(),
                cycle,
                "office-review",
                Map.of("decision", "RETURN", "reasonCode", "FORMAT", "comment", "按格式重报"));
        assertThat(points()).isEqualTo(96);
        assertThat(lines().get(2).causeId()).isEqualTo(cycle);

        time.to(at("2024-04-22T18:01"));
        assertThat(lines()).extracting(ScoreLine::event).contains(ScoreEvent.NOT_APPROVED);
    }

    @Test
    void aRoundThatClosesWithoutAReportCostsMost() {
        time.to(at("2024-04-22T18:01"));
        assertThat(lines()).extracting(ScoreLine::event).contains(ScoreEvent.NOT_REPORTED);
        assertThat(lines()).extracting(ScoreLine::event).doesNotContain(ScoreEvent.INTERVIEW, ScoreEvent.NOT_APPROVED);
    }

    @Test
    void whatWaitsForTheOfficeWhenTheRoundClosesCostsTheUnitNothing() {
        time.to(at("2024-04-09T09:00"));
        report();
        time.to(at("2024-04-22T18:01"));
        assertThat(lines()).extracting(ScoreLine::event).containsExactly(ScoreEvent.FIRST_REMINDER);
    }

    @Test
    void anAppealSuspendsTheScoreAndAWithdrawnSlipCountsNowhere() {
        String order = signedOrder();
        assertThat(points()).isEqualTo(95);

        String appeal = cities.as(city.leader(0), () -> appeals.file(order, "报告已在线下报送。"));
        assertThat(points()).isEqualTo(100);
        assertThat(lines()).extracting(ScoreLine::suspended).containsExactly(true);

        cities.complete(city.chief(), appeal, "appeal-decision", Map.of("decision", "WITHDRAW", "comment", "情况属实。"));
        assertThat(slip(order).endedBecause()).isEqualTo(EndReason.WITHDRAWN);
        assertThat(cities.kindsWaitingFor(city.leader(0), order)).isEmpty();
        assertThat(lines()).extracting(ScoreLine::cancelled).containsExactly(true);
        assertThat(points()).isEqualTo(100);
        String next = signedOrder();
        assertThat(slip(next).number()).as("a withdrawn order keeps its number").isEqualTo(2);
        assertThat(cities.as(city.mayor(), () -> workItems.mine(0, 10).total()))
                .as("one order counts, not two: no interview")
                .isZero();
    }

    @Test
    void anInterviewThatNobodyHasDecidedEndsWithTheOrdersItWasProposedFor() {
        String first = signedOrder();
        String appeal = cities.as(city.leader(0), () -> appeals.file(first, "报告已在线下报送。"));
        signedOrder();
        String interview = proposed();

        cities.complete(city.chief(), appeal, "appeal-decision", Map.of("decision", "WITHDRAW", "comment", "情况属实。"));

        assertThat(slip(interview).endedBecause()).isEqualTo(EndReason.CAUSE_GONE);
        assertThat(cities.kindsWaitingFor(city.mayor(), interview)).isEmpty();
        signedOrder();
        assertThat(proposed()).as("two orders stand again").isNotEqualTo(interview);
    }

    private String proposed() {
        SlipFilter open = new SlipFilter(null, null, SlipKind.INTERVIEW, true, true);
        return cities.as(city.officer(), () -> slips.list(open, currentUsers.required(), 0, 10))
                .items()
                .get(0)
                .id();
    }

    @Test
    void aSlipThatStandsCountsAgain() {
        String order = signedOrder();
        String appeal = cities.as(city.leader(0), () -> appeals.file(order, "报告已在线下报送。"));

        cities.complete(city.chief(), appeal, "appeal-decision", Map.of("decision", "UPHOLD", "comment", "没有收到线下报告。"));

        assertThat(slip(order).isOpen()).isTrue();
        assertThat(points()).isEqualTo(95);
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> appeals.file(order, "再次申诉。")))
                .hasMessageContaining("filed-before");
    }

    @Test
    void onlyTheUnitsLeaderAppealsAgainstARedSlipWithinFiveWorkingDays() {
        String order = signedOrder();
        assertThatThrownBy(() -> cities.as(city.liaison(0), () -> appeals.file(order, "不属实。")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> cities.as(city.leader(1), () -> appeals.file(order, "不属实。")))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> appeals.file(order, " ")))
                .hasMessageContaining("appeal.reason");
        time.to(at("2024-04-09T18:01"));
        String reminder = cities.as(
                        city.officer(),
                        () -> slips.list(new SlipFilter(null, cycle, null, null), currentUsers.required(), 0, 10))
                .items()
                .get(0)
                .id();
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> appeals.file(reminder, "不属实。")))
                .hasMessageContaining("not-red");
        // Signed on Monday 2024-04-01; 04-04 to 04-06 are holidays, 04-07 is worked.
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> appeals.file(order, "不属实。")))
                .hasMessageContaining("too-late");
    }

    @Test
    void theOfficeMarksAQuarterWithAReason() {
        cities.as(city.officer(), () -> {
            scores.mark(city.units().get(0), FIRST, 3, "报送质量高，提前完成。");
            return null;
        });
        assertThat(points()).isEqualTo(103);
        assertThat(lines().get(0).markedBy()).isNotBlank();
        assertThatThrownBy(() -> cities.as(city.officer(), () -> {
                    scores.mark(city.units().get(0), FIRST, 0, "无");
                    return null;
                }))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> {
                    scores.mark(city.units().get(0), FIRST, 5, "自评");
                    return null;
                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aChangedRuleCountsFromItsDayOn() {
        cities.as(city.chief(), () -> {
            rules.change(ScoreEvent.NOT_REPORTED, -20, LocalDate.of(2024, 4, 22));
            return null;
        });
        assertThat(rules.points(city.code(), ScoreEvent.NOT_REPORTED, LocalDate.of(2024, 4, 21)))
                .isEqualTo(-10);
        time.to(at("2024-04-22T18:01"));
        assertThat(lines())
                .filteredOn(line -> line.event() == ScoreEvent.NOT_REPORTED)
                .extracting(ScoreLine::points)
                .containsExactly(-20);
        assertThatThrownBy(() -> cities.as(city.chief(), () -> {
                    rules.change(ScoreEvent.NOT_REPORTED, -5, LocalDate.of(2024, 4, 1));
                    return null;
                }))
                .hasMessageContaining("effective-from");
    }

    @Test
    void aUnitSeesItsOwnScoreOnly() {
        signedOrder();
        assertThat(cities.as(city.leader(0), () -> views.of(FIRST, currentUsers.required())))
                .isEmpty();
        assertThat(cities.as(city.leader(0), () -> views.of(new Quarter(2024, 2), currentUsers.required())))
                .hasSize(1);
        assertThat(cities.as(city.leader(1), () -> views.of(new Quarter(2024, 2), currentUsers.required())))
                .isEmpty();
    }

    private void report() {
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。"));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
    }

    /** Of an instruction, so that it counts in the quarter of its issue: the second. */
    private String signedOrder() {
        String order = cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告进展。", null));
        cities.complete(city.officer(), order, "order-signature", SIGN);
        return order;
    }

    private SlipView slip(String id) {
        return cities.as(
                city.officer(), () -> slips.find(id, currentUsers.required()).orElseThrow());
    }

    private int points() {
        return units().stream().mapToInt(UnitScore::points).findFirst().orElse(Scores.FULL);
    }

    private List<ScoreLine> lines() {
        return units().get(0).lines();
    }

    /** The first quarter if it has a line, else the second. */
    private List<UnitScore> units() {
        List<UnitScore> first = cities.as(city.officer(), () -> views.of(FIRST, currentUsers.required()));
        return first.isEmpty()
                ? cities.as(city.officer(), () -> views.of(new Quarter(2024, 2), currentUsers.required()))
                : first;
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
