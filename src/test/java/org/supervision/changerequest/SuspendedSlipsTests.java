package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.escalation.Appeals;
import org.supervision.escalation.EndReason;
import org.supervision.escalation.Instructions;
import org.supervision.escalation.SlipView;
import org.supervision.workflow.WorkItems;

/** Orders and appeals of a key task that is suspended. Its order was drafted on 15 April. */
class SuspendedSlipsTests extends ChangeRequestScenario {

    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "requirement", "请说明逾期原因。");

    @Autowired
    private WorkItems workItems;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Instructions instructions;

    @Autowired
    private JdbcClient jdbc;

    private String round;
    private String order;

    @BeforeEach
    void anOrderIsDrafted() {
        to("2024-03-25T09:00");
        city = cities.create();
        cities.keyTask(city, 1);
        round = openFirstQuarter(day("2024-05-31"));
        to("2024-04-15T09:00");
        order = jdbc.sql("select id from slip where cycle_id = ? and kind = 'SUPERVISION_ORDER'")
                .param(round + "-1")
                .query(String.class)
                .single();
    }

    @Test
    void standStillAndAreDueLaterByTheLostDays() {
        cities.complete(city.officer(), order, "order-signature", SIGN);
        String appeal = cities.as(city.leader(0), () -> appeals.file(order, "已按期报送"));
        assertThat(slip().limitAt()).isEqualTo(at("2024-04-17T18:00"));
        String id = suspend();

        assertThat(waitingFor(city.leader(0), order)).isEmpty();
        assertThat(waitingFor(city.chief(), appeal)).isEmpty();
        to("2024-04-18T09:00");
        resume(id);

        // Lost: 16, 17 and 18 April.
        assertThat(slip().limitAt()).isEqualTo(at("2024-04-22T18:00"));
        assertThat(tasksOf(order))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(at("2024-04-22T18:00"));
        assertThat(tasksOf(appeal))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(at("2024-04-25T18:00"));
        assertThat(jdbc.sql("select count(*) from audit_entry where object_id = ? and act = 'move-limit'")
                        .param(order)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "已报送，今后按时。"));
        assertThat(waitingFor(city.chief(), appeal)).containsExactly("appeal-decision");
    }

    @Test
    void giveTheOfficeItsLostDaysBackToo() {
        assertThat(tasksOf(order))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(at("2024-04-17T18:00"));
        String id = suspend();
        to("2024-04-18T09:00");
        resume(id);

        assertThat(tasksOf(order))
                .extracting(task -> task.getDueDate().toInstant())
                .containsExactly(at("2024-04-22T18:00"));
    }

    @Test
    void areNotSignedMeanwhile() {
        String item = office(() -> cities.waiting(order, "order-signature").id());
        String id = suspend();
        assertThatThrownBy(() -> office(() -> {
                    workItems.complete(item, SIGN, Map.of());
                    return null;
                }))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("workflow.work-item.suspended"));
        String instruction =
                cities.as(city.mayor(), () -> instructions.instruct(keyTask(1).id(), "请抓紧办理", null));
        assertThatThrownBy(() -> cities.complete(city.officer(), instruction, "order-signature", SIGN))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("escalation.order.suspended"));
        resume(id);

        cities.complete(city.officer(), order, "order-signature", SIGN);
        cities.complete(city.officer(), instruction, "order-signature", SIGN);
        assertThat(waitingFor(city.leader(0), order)).containsExactly("order-answer");
    }

    @Test
    void endWithTheRoundIfNobodyHasSigned() {
        suspend();
        cities.complete(city.officer(), round, "round-closing", Map.of());

        assertThat(slip().endedBecause()).isEqualTo(EndReason.ROUND_CLOSED);
        assertThat(instances(order)).isZero();
    }

    @Test
    void goOnAfterTheRoundIfSigned() {
        cities.complete(city.officer(), order, "order-signature", SIGN);
        String id = suspend();
        cities.complete(city.officer(), round, "round-closing", Map.of());
        assertThat(waitingFor(city.leader(0), order)).isEmpty();
        resume(id);

        assertThat(waitingFor(city.leader(0), order)).containsExactly("order-answer");
    }

    private SlipView slip() {
        return office(() -> slipViews.find(order, currentUsers.required()).orElseThrow());
    }

    private String suspend() {
        String id = office(() -> requests.askSuspension(keyTask(1).id(), day("2024-05-10"), "等规划批复"));
        grant(city.mayor(), id);
        return id;
    }

    private void resume(String id) {
        cities.complete(city.officer(), id, "suspension-resumption", Map.of("comment", "规划已批复"));
    }
}
