package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;

/** The way of a supervision order from its draft to its end. The report is due on Monday 2024-04-08 at 18:00. */
@ApplicationTest
class SupervisionOrderTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");
    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "requirement", "请说明逾期原因。");

    @Autowired
    private TestCities cities;

    @Autowired
    private SlipViews slipViews;

    @Autowired
    private Papers papers;

    @Autowired
    private Instructions instructions;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundWithTwoCyclesIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1, 2);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void numbersAnOrderAtItsSignatureAndAsksTheUnitForAnAnswerInTwoWorkingDays() {
        time.to(at("2024-04-15T09:00"));
        String order = drafted(SlipKind.SUPERVISION_ORDER);
        assertThat(slip(order).isDraft()).isTrue();
        assertThat(visibleTo(city.leader(0), order)).isFalse();

        cities.complete(city.officer(), order, "order-signature", SIGN);

        assertThat(slip(order).number()).isEqualTo(1);
        assertThat(slip(order).year()).isEqualTo(2024);
        assertThat(slip(order).limitAt()).isEqualTo(at("2024-04-17T18:00"));
        assertThat(visibleTo(city.leader(0), order)).isTrue();
        assertThat(visibleTo(city.leader(1), order)).isFalse();

        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "正在补报。"));
        time.to(at("2024-04-16T09:00"));
        cities.complete(city.officer(), order, "order-review", Map.of("decision", "RETURN", "comment", "写明完成时间"));
        assertThat(slip(order).limitAt()).isEqualTo(at("2024-04-18T18:00"));
        assertThat(cities.as(city.officer(), () -> papers.of(slip(order), city.code()))
                        .paragraphs())
                .as("the document stays as it was signed")
                .extracting(Paper.Paragraph::text)
                .anyMatch(text -> text.matches(".*(4月17日|17 April).*"))
                .noneMatch(text -> text.matches(".*(4月18日|18 April).*"));
        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "四月十八日前补报。"));
        cities.complete(city.officer(), order, "order-review", Map.of("decision", "ACCEPT"));

        assertThat(slip(order).endedBecause()).isEqualTo(EndReason.ANSWER_ACCEPTED);
        assertThat(cities.as(city.officer(), () -> slipViews.answers(slip(order))))
                .extracting(SlipAnswer::accepted)
                .containsExactly(false, true);
        assertThat(running("supervision-order", order)).isZero();
    }

    @Test
    void leavesNoNumberBehindWhenAnOrderIsNotSigned() {
        time.to(at("2024-04-15T09:00"));
        String first = drafted(SlipKind.SUPERVISION_ORDER);
        cities.complete(city.officer(), first, "order-signature", Map.of("decision", "DISCARD"));
        assertThat(slip(first).endedBecause()).isEqualTo(EndReason.DISCARDED);
        assertThat(slip(first).number()).isNull();

        String second = cities.as(city.mayor(), () -> instructions.instruct(keyTask(1), "请市一局三日内报告选址进展。", null));
        cities.complete(city.officer(), second, "order-signature", SIGN);
        assertThat(slip(second).number()).isEqualTo(1);
    }

    @Test
    void refusesASignatureWithoutRequirementOrWithALimitThatIsNoWorkingDay() {
        time.to(at("2024-04-15T09:00"));
        String order = drafted(SlipKind.SUPERVISION_ORDER);

        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("decision", "SIGN"),
                Map.of("decision", "SIGN", "requirement", "请答复", "limitOn", "2024-04-20"),
                Map.of("decision", "SIGN", "requirement", "请答复", "limitOn", "2024-04-12"),
                Map.of("decision", "SIGN", "requirement", "请答复", "limitOn", "2024-13-45"))) {
            assertThatThrownBy(() -> cities.complete(city.officer(), order, "order-signature", wrong))
                    .as("%s", wrong)
                    .isInstanceOf(DomainException.class);
        }
        assertThat(slip(order).isDraft()).isTrue();
    }

    @Test
    void keepsSignedOrdersUntilAnsweredWhenTheRoundCloses() {
        time.to(at("2024-04-15T09:00"));
        String order = drafted(SlipKind.SUPERVISION_ORDER);
        cities.complete(city.officer(), order, "order-signature", SIGN);

        time.to(at("2024-04-22T18:01"));

        assertThat(slip(order).isOpen()).isTrue();
        assertThat(cities.kindsWaitingFor(city.leader(0), order)).containsExactly("order-answer");
        assertThat(reminders()).extracting(SlipView::endedBecause).containsOnly(EndReason.ROUND_CLOSED);
        assertThat(running("overdue-escalation", cycle)).isZero();
    }

    @Test
    void turnsAnInstructionIntoAnOrderWithItsOwnLimit() {
        String order =
                cities.as(city.mayor(), () -> instructions.instruct(keyTask(2), "请报告征地进展。", LocalDate.of(2024, 4, 12)));
        cities.complete(
                city.officer(),
                order,
                "order-signature",
                Map.of("decision", "SIGN", "requirement", "请报告征地进展。", "limitOn", "2024-04-12"));
        assertThat(slip(order).limitAt()).isEqualTo(at("2024-04-12T18:00"));
        assertThat(slip(order).source()).isEqualTo(SlipSource.INSTRUCTION);
        String kept =
                cities.as(city.mayor(), () -> instructions.instruct(keyTask(2), "请再报告。", LocalDate.of(2024, 4, 11)));
        cities.complete(city.officer(), kept, "order-signature", SIGN);
        assertThat(slip(kept).limitAt()).as("as the instruction says").isEqualTo(at("2024-04-11T18:00"));
        assertThatThrownBy(() -> cities.as(city.officer(), () -> instructions.instruct(keyTask(2), "请报告。", null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** The report says what was done; why it came late is still to be answered, and the answer to be judged. */
    @Test
    void keepsASignedOrderUntilItsAnswerIsAcceptedWhenTheReportComesIn() {
        time.to(at("2024-04-15T09:00"));
        String order = drafted(SlipKind.SUPERVISION_ORDER);
        cities.complete(city.officer(), order, "order-signature", SIGN);
        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "今天补报。"));

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);

        assertThat(slip(order).isOpen()).isTrue();
        assertThat(running("overdue-escalation", cycle)).isZero();
        assertThat(reminders()).extracting(SlipView::endedBecause).containsOnly(EndReason.REPORT_SUBMITTED);
        assertThat(cities.kindsWaitingFor(city.officer(), order)).containsExactly("order-review");
        cities.complete(city.officer(), order, "order-review", Map.of("decision", "ACCEPT"));
        assertThat(slip(order).endedBecause()).isEqualTo(EndReason.ANSWER_ACCEPTED);
    }

    @Test
    void keepsAnUnansweredOrderAndAnAgreedInterviewWhenTheReportComesIn() {
        time.to(at("2024-04-22T09:00"));
        String order = drafted(SlipKind.SUPERVISION_ORDER);
        String interview = drafted(SlipKind.INTERVIEW);
        cities.complete(city.officer(), order, "order-signature", SIGN);
        cities.complete(
                city.mayor(), interview, "interview-decision", Map.of("decision", "HOLD", "comment", "两次催办仍未报送"));

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);

        assertThat(cities.kindsWaitingFor(city.leader(0), order)).containsExactly("order-answer");
        assertThat(cities.kindsWaitingFor(city.officer(), interview)).containsExactly("interview-record");
    }

    private String keyTask(int number) {
        return "%s-2024-%d".formatted(city.code(), number);
    }

    private String drafted(SlipKind kind) {
        return jdbc.sql("select id from slip where cycle_id = ? and kind = ? and issued_at is null")
                .params(cycle, kind.name())
                .query(String.class)
                .single();
    }

    private long running(String process, String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .count();
    }

    private boolean visibleTo(String account, String slipId) {
        return cities.as(
                account, () -> slipViews.find(slipId, currentUsers.required()).isPresent());
    }

    private SlipView slip(String id) {
        return cities.as(
                city.officer(),
                () -> slipViews.find(id, currentUsers.required()).orElseThrow());
    }

    private List<SlipView> reminders() {
        return cities.as(
                        city.officer(),
                        () -> slipViews.list(
                                new SlipFilter(null, cycle, SlipKind.REMINDER, null), currentUsers.required(), 0, 50))
                .items();
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
