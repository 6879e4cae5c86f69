package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.TestPost;
import org.supervision.changerequest.ChangeRequests;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.Appeals;
import org.supervision.escalation.Instructions;
import org.supervision.identity.People;

/** Who has to decide something is told so, and whoever asked is told what was decided. */
@ApplicationTest
class DecisionNoticesTests {

    private static final Map<String, Object> SIGN = Map.of("decision", "SIGN", "requirement", "请说明逾期原因。");

    @Autowired
    private TestCities cities;

    @Autowired
    private ChangeRequests requests;

    @Autowired
    private Instructions instructions;

    @Autowired
    private Appeals appeals;

    @Autowired
    private TimeTravel time;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private People people;

    @Autowired
    private Channels channels;

    @Autowired
    private TestPost post;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private String round;

    @BeforeEach
    void aRoundWithTwoCyclesIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        round = cities.openFirstQuarter(city);
    }

    @AfterEach
    void nothingIsLeftToSend() {
        channels.set(city.code(), false, null, null, null);
    }

    @Test
    void aRequestIsToldToWhoeverDecidesNextAndItsEndToTheUnit() {
        String request = cities.as(
                city.liaison(0), () -> requests.askExtension(round + "-1", LocalDate.of(2024, 4, 10), "征地延后", "完成选址"));
        settle("2024-04-01T10:00");
        assertThat(texts(city.leader(0)).get(0)).isEqualTo("第 1 项“建成第1号公园”（市一局）有延期申请，待您办理。");
        assertThat(entries(city.leader(0)).get(0).get("link").asText()).isEqualTo("/change-requests/" + request);
        assertThat(kinds(city.officer())).isEmpty();

        cities.complete(city.leader(0), request, "change-decision", Map.of("decision", "GRANT"));
        settle("2024-04-01T10:10");
        assertThat(kinds(city.officer())).containsExactly("change-asked");
        assertThat(kinds(city.mayor())).isEmpty();

        cities.complete(city.officer(), request, "change-decision", Map.of("decision", "GRANT"));
        settle("2024-04-01T10:20");
        assertThat(texts(city.liaison(0)).get(0)).isEqualTo("第 1 项“建成第1号公园”（市一局）的延期申请已同意。");
        assertThat(kinds(city.leader(0))).containsExactly("change-ended-GRANTED", "change-asked", "round-opened");
        assertThat(kinds(city.officer()))
                .as("who decided last is not told again")
                .hasSize(1);
    }

    @Test
    void aLeadThatMovesIsToldToTheOldLeadAndTheNewOne() {
        String request = cities.as(
                city.leader(0),
                () -> requests.askLeadChange(
                        city.code() + "-2024-1", city.units().get(1), "职责在市二局"));
        cities.complete(city.officer(), request, "change-opinion", Map.of("decision", "GRANT"));
        settle("2024-04-01T10:00");
        assertThat(kinds(city.mayor())).containsExactly("change-asked");
        cities.complete(city.mayor(), request, "change-decision", Map.of("decision", "GRANT"));
        settle("2024-04-01T10:10");

        assertThat(kinds(city.liaison(0))).startsWith("change-ended-GRANTED");
        assertThat(kinds(city.liaison(1))).containsExactly("change-ended-GRANTED");
    }

    @Test
    void whoTakesARequestBackIsNotTold() {
        String request = cities.as(
                city.liaison(0), () -> requests.askExtension(round + "-1", LocalDate.of(2024, 4, 10), "征地延后", "完成选址"));
        cities.as(city.liaison(0), () -> {
            requests.withdraw(request);
            return null;
        });
        settle("2024-04-01T10:00");

        assertThat(kinds(city.liaison(0))).containsExactly("round-opened");
    }

    @Test
    void anAppealIsToldToTheChiefAndItsDecisionToTheUnit() {
        String order = cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告进展。", null));
        settle("2024-04-01T10:00");
        assertThat(texts(city.officer())).containsExactly("市领导批示督办第 1 项“建成第1号公园”（市一局），督办单待签发。");
        cities.complete(city.officer(), order, "order-signature", SIGN);
        String appeal = cities.as(city.leader(0), () -> appeals.file(order, "报告已在线下报送。"));
        settle("2024-04-01T10:10");

        JsonNode told = entries(city.chief()).get(0);
        assertThat(told.get("text").asText()).isEqualTo("督办〔2024〕1号有申诉待您裁定：第 1 项“建成第1号公园”。");
        assertThat(told.get("link").asText()).isEqualTo("/slips/" + order);
        assertThat(pages.get(city.chief(), "/slips/" + order)
                        .select(".paper-acts a.button-primary")
                        .text())
                .isEqualTo("裁定申诉");

        cities.complete(city.chief(), appeal, "appeal-decision", Map.of("decision", "WITHDRAW", "comment", "情况属实。"));
        settle("2024-04-01T10:20");
        assertThat(kinds(city.leader(0))).containsExactly("appeal-granted", "order-signed", "round-opened");
    }

    @Test
    void whatIsDraftedInOneNightIsToldInOneEntry() {
        settle("2024-04-15T09:00");
        JsonNode drafted = entries(city.officer()).get(0);
        assertThat(drafted.get("text").asText()).isEqualTo("2 份督办单已拟好，待签发。");
        assertThat(drafted.get("link").asText()).isEqualTo("/slips?draft=true&kind=SUPERVISION_ORDER");

        settle("2024-04-22T09:00");
        JsonNode proposed = entries(city.mayor()).get(0);
        assertThat(proposed.get("text").asText()).isEqualTo("提请约谈 2 件，待您决定。");
        assertThat(pages.get(city.mayor(), proposed.get("link").asText()).select("tbody tr"))
                .hasSize(2);
    }

    @Test
    void theDigestTellsEachMatterOnce() throws Exception {
        String mail = city.officer() + "@example.org";
        people.changeMail(city.code(), city.officer(), mail);
        channels.set(city.code(), true, null, null, null);
        settle("2024-04-15T09:00");

        String text = (String) post.mails(mail).get(post.mails(mail).size() - 1).getContent();
        assertThat(text).contains("第 1 项“建成第1号公园” 核对并签发督办单").doesNotContain("督办单已拟好");
        assertThat(text.split("第 1 项", -1)).hasSize(2);
    }

    @Test
    void nothingIsLeftToTell() {
        settle("2024-04-22T09:00");

        assertThat(jdbc.sql("select count(*) from event_publication")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void settle(String local) {
        time.to(OffsetDateTime.parse(local + ":00+08:00").toInstant());
    }

    private List<String> kinds(String username) {
        return strings(username, "kind");
    }

    private List<String> texts(String username) {
        return strings(username, "text");
    }

    private List<String> strings(String username, String field) {
        return StreamSupport.stream(entries(username).spliterator(), false)
                .map(entry -> entry.get(field).asText())
                .toList();
    }

    private JsonNode entries(String username) {
        return rest.get(username, "/inbox").getBody().get("items");
    }
}
