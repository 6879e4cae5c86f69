package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.LadderBoards.Card;
import org.supervision.escalation.LadderBoards.Column;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.CycleDeadlines;
import org.supervision.reporting.CycleStep;

/** Which late step stands on which rung, and who owes it. The report is due on Monday 2024-04-08 at 18:00. */
@ApplicationTest
class LadderBoardTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");
    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "requirement", "请说明逾期原因。");

    @Autowired
    private TestCities cities;

    @Autowired
    private LadderBoards boards;

    @Autowired
    private Appeals appeals;

    @Autowired
    private CycleDeadlines deadlines;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1, 1, 2);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void namesEachLatePartnerBesideTheLateReport() {
        cities.complete(city.liaison(1), cycle, "partner-part", Map.of("progress", "移交用地。"));
        time.to(at("2024-04-07T09:00"));
        assertThat(cards())
                .extracting(Card::step, Card::unitName, Card::rung)
                .containsExactly(tuple(CycleStep.PART, "市三局", Rung.FIRST_REMINDER));

        time.to(at("2024-04-11T09:00"));
        assertThat(cards())
                .extracting(Card::step, Card::unitName, Card::rung)
                .containsExactlyInAnyOrder(
                        tuple(CycleStep.PART, "市三局", Rung.FIRST_REMINDER),
                        tuple(CycleStep.REPORT, "市一局", Rung.SECOND_REMINDER));
    }

    @Test
    void saysWhichReviewIsLateAndNeverWhatWasLateBefore() {
        time.to(at("2024-04-11T09:00"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        assertThat(cards()).as("what is in is not late").isEmpty();

        time.to(at("2024-04-16T09:00"));
        assertThat(cards())
                .extracting(Card::step, Card::rung)
                .containsExactly(tuple(CycleStep.UNIT_REVIEW, Rung.FIRST_REMINDER));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        time.to(at("2024-04-22T09:00"));
        assertThat(cards())
                .extracting(Card::step, Card::owed)
                .containsExactly(tuple(CycleStep.OFFICE_REVIEW, "OFFICE_REVIEW"));
    }

    @Test
    void beginsAnewWhenAReturnedReportIsLateAgain() {
        time.to(at("2024-04-11T09:00"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        assertThat(cards()).as("not due yet").isEmpty();

        time.to(at("2024-04-15T20:00"));
        assertThat(cards()).as("late, on no rung yet").isEmpty();
        time.to(at("2024-04-16T09:00"));
        assertThat(cards())
                .extracting(Card::owed, Card::rung, Card::dueAt)
                .containsExactly(tuple("RESUBMISSION", Rung.FIRST_REMINDER, at("2024-04-15T18:00")));
    }

    @Test
    void neverGoesBackWhenAnOrderIsNotSignedOrTakenBack() {
        time.to(at("2024-04-15T09:00"));
        assertThat(cards()).extracting(Card::rung).contains(Rung.SUPERVISION_ORDER);
        String order = draftedOrder();
        cities.complete(city.officer(), order, "order-signature", SIGN);
        String appeal = cities.as(city.leader(0), () -> appeals.file(order, "报告已在线下报送。"));
        cities.complete(city.chief(), appeal, "appeal-decision", Map.of("decision", "WITHDRAW", "comment", "情况属实。"));

        assertThat(cards())
                .filteredOn(card -> card.step() == CycleStep.REPORT)
                .extracting(Card::rung, Card::slipId)
                .containsExactly(tuple(Rung.SUPERVISION_ORDER, order));
    }

    @Test
    void leavesOutWhatIsNotLateAnyMore() {
        time.to(at("2024-04-15T09:00"));
        cities.complete(city.officer(), draftedOrder(), "order-signature", SIGN);
        cities.as(city.officer(), () -> {
            deadlines.extend(cycle, LocalDate.of(2024, 4, 18));
            return null;
        });

        assertThat(cards()).extracting(Card::step).doesNotContain(CycleStep.REPORT);
    }

    @Test
    void isForThoseWhoSeeTheWholeGovernment() {
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> boards.of(currentUsers.required())))
                .isInstanceOf(AccessDeniedException.class);
    }

    private String draftedOrder() {
        return jdbc.sql("select id from slip where cycle_id = ? and kind = 'SUPERVISION_ORDER' and issued_at is null")
                .param(cycle)
                .query(String.class)
                .single();
    }

    private List<Card> cards() {
        return cities.as(city.officer(), () -> boards.of(currentUsers.required())).stream()
                .map(Column::cards)
                .flatMap(List::stream)
                .toList();
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
