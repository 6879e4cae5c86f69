package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.Instructions;

/** Who is told what in the portal, once, after it has been committed. */
@ApplicationTest
class InboxTests {

    private static final Map<String, Object> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址 3 处。");

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Instructions instructions;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void theUnitsOfARoundAreToldThatItIsOpen() {
        assertThat(kinds(city.liaison(0))).containsExactly("round-opened");
        assertThat(texts(city.leader(0)))
                .first()
                .asString()
                .contains("2024 年第一季度")
                .contains("4月8日 周一 18:00");
        assertThat(kinds(city.liaison(1))).isEmpty();
        assertThat(kinds(city.officer())).isEmpty();
    }

    @Test
    void aSubmittedReportIsToldToTheLeaderAndAReturnedOneToTheLiaison() {
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "补充地点"));
        settle("2024-04-01T10:00:00+08:00");

        assertThat(kinds(city.leader(0))).containsExactly("report-submitted", "round-opened");
        assertThat(kinds(city.liaison(0))).containsExactly("report-returned-by-unit", "round-opened");
    }

    @Test
    void aReminderIsToldAtItsOwnInstantAndItsEndToo() {
        settle("2024-04-09T07:00:00+08:00");
        JsonNode told = entries(city.liaison(0)).get(0);
        assertThat(told.get("kind").asText()).isEqualTo("reminder-issued");
        assertThat(told.get("text").asText()).contains("督催〔2024〕1号");
        assertThat(Instant.parse(told.get("toldAt").asText()))
                .isBefore(OffsetDateTime.parse("2024-04-09T00:06:00+08:00").toInstant());

        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        settle("2024-04-09T07:30:00+08:00");
        assertThat(kinds(city.leader(0))).contains("slip-ended-REPORT_SUBMITTED");
    }

    @Test
    void whatTheReviewOfAnAnswerDecidedIsToldToTheUnitAndTheOfficer() {
        String order = signedOrder();
        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "正在补办。"));
        cities.complete(city.chief(), order, "order-review", Map.of("decision", "RETURN", "comment", "写明完成时间"));
        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "四月十八日前办结。"));
        cities.complete(city.chief(), order, "order-review", Map.of("decision", "ACCEPT"));
        settle("2024-04-01T10:00:00+08:00");

        assertThat(kinds(city.leader(0)))
                .containsExactly("answer-accepted", "answer-returned", "order-signed", "round-opened");
        assertThat(texts(city.leader(0)).get(0)).isEqualTo("督办〔2024〕1号的答复已认可，督办单办结：第 1 项“建成第1号公园”。");
        assertThat(kinds(city.officer()))
                .containsSubsequence("answer-accepted", "order-answered", "answer-returned", "order-answered");
    }

    @Test
    void whatEndsWithTheRoundIsToldInOneEntryThatLeadsToAll() {
        TestCity large = cities.create();
        for (int number = 1; number <= 3; number++) {
            cities.keyTask(large, number);
        }
        String round = cities.openFirstQuarter(large);
        settle("2024-04-22T18:30:00+08:00");

        assertThat(kinds(large.liaison(0))).containsOnlyOnce("slip-ended-ROUND_CLOSED");
        JsonNode told = entries(large.liaison(0)).get(0);
        assertThat(told.get("text").asText()).isEqualTo("填报轮次已关闭，本单位 6 份督办件随之结束。");
        assertThat(told.get("link").asText()).isEqualTo("/slips?open=false&round=" + round);
        assertThat(pages.post(
                                large.liaison(0),
                                "/inbox/{id}/reading",
                                Map.of(),
                                told.get("id").asLong())
                        .getRedirectedUrl())
                .isEqualTo("/slips?open=false&round=" + round);
        assertThat(pages.get(large.liaison(0), "/slips?open=false&round=" + round)
                        .select("tbody tr"))
                .hasSize(6);
    }

    @Test
    void remindersThatEndWithOneReportAreToldInOneEntry() {
        settle("2024-04-12T07:00:00+08:00");
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        settle("2024-04-12T07:30:00+08:00");

        assertThat(kinds(city.liaison(0))).containsOnlyOnce("slip-ended-REPORT_SUBMITTED");
        assertThat(texts(city.liaison(0)).get(0)).isEqualTo("第 1 项已报送，2 份督办件随之结束。");
        assertThat(entries(city.liaison(0)).get(0).get("link").asText()).isEqualTo("/cycles/" + cycle);
    }

    @Test
    void whatIsToldTogetherIsCountedOnceHoweverOftenItComes() {
        tellTogether("x");
        tellTogether("x");
        assertThat(texts(city.officer())).containsExactly("督催〔2024〕9号已结束：第 1 项所在轮次已关闭。");

        tellTogether("y");
        tellTogether("y");
        assertThat(texts(city.officer())).containsExactly("填报轮次已关闭，本单位 2 份督办件随之结束。");
    }

    private void tellTogether(String slip) {
        inbox.tellRecipients(
                new Notice(
                        city.code(),
                        "slip-ended-ROUND_CLOSED",
                        "slip",
                        slip,
                        "c",
                        List.of("督催〔2024〕9号", "1", "建成第1号公园"),
                        false,
                        "/slips"),
                List.of(city.officer()));
    }

    @Test
    void whatIsDeliveredTwiceIsToldOnce() {
        Notice notice = new Notice(
                city.code(), "round-published", "reporting-round", "r", "c", List.of("2024", 1), false, null);
        inbox.tellRecipients(notice, List.of(city.officer()));
        inbox.tellRecipients(notice, List.of(city.officer()));

        assertThat(kinds(city.officer())).hasSize(1);
    }

    @Test
    void onesOwnEntryIsReadOnceAndNobodyElses() {
        long id = entries(city.liaison(0)).get(0).get("id").asLong();

        assertThat(rest.post(city.leader(0), "/inbox/{id}/reading", null, id).getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        JsonNode read =
                rest.post(city.liaison(0), "/inbox/{id}/reading", null, id).getBody();
        assertThat(read.get("readAt").isNull()).isFalse();
        assertThat(rest.post(city.liaison(0), "/inbox/{id}/reading", null, id)
                        .getBody()
                        .get("readAt"))
                .isEqualTo(read.get("readAt"));
    }

    @Test
    void thePageOpensWhatAnEntryIsAboutAndTheTopBarCounts() {
        assertThat(pages.get(city.liaison(0), "/inbox")
                        .select("a.inbox .inbox-count-quiet")
                        .text())
                .isEqualTo("1");
        long id = entries(city.liaison(0)).get(0).get("id").asLong();
        assertThat(pages.post(city.liaison(0), "/inbox/{id}/reading", Map.of(), id)
                        .getRedirectedUrl())
                .isEqualTo("/rounds/" + city.code() + "-2024-q1");
        assertThat(pages.get(city.liaison(0), "/inbox").select(".inbox-count-quiet"))
                .isEmpty();
        assertThat(pages.get(city.liaison(1), "/inbox").text()).contains("没有消息");
        assertThat(pages.status("sysadmin", "/inbox")).isEqualTo(403);
    }

    @Test
    void noEventIsLeftOnceEverybodyHasBeenTold() {
        settle("2024-04-10T09:00:00+08:00");

        assertThat(jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Autowired
    private Inbox inbox;

    private String signedOrder() {
        String order = cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告进展。", null));
        cities.complete(city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请报告进展。"));
        return order;
    }

    private void settle(String at) {
        time.to(OffsetDateTime.parse(at).toInstant());
    }

    private List<String> kinds(String username) {
        return StreamSupport.stream(entries(username).spliterator(), false)
                .map(entry -> entry.get("kind").asText())
                .toList();
    }

    private List<String> texts(String username) {
        return StreamSupport.stream(entries(username).spliterator(), false)
                .map(entry -> entry.get("text").asText())
                .toList();
    }

    private JsonNode entries(String username) {
        return rest.get(username, "/inbox").getBody().get("items");
    }
}
