package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jsoup.Connection.Method;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** The page of a work item over HTTP, without script: filled, refused, saved, submitted, lost to somebody else. */
@ApplicationTest
class WorkItemControllerTests {

    private static final String FORM = "form#work-item";
    private static final Map<String, String> REPORT = Map.of("progress", "完成选址。", "verdict", "ON_SCHEDULE");

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        time.to(at("2024-04-01T09:00"));
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        String round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 1), LocalDate.of(2024, 4, 1), null, null, null, null, null)));
        time.to(at("2024-04-01T09:01"));
        cycle = round + "-1";
    }

    @Test
    void showsWhatIsToBeReachedUntilWhenAndByWhom() {
        Page page = draftPage();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).contains("1", "建成第1号公园");
        assertThat(page.text(".title-line")).contains("市一局", "一科", "04-08 18:00");
        assertThat(page.text("main")).contains("完成选址");
        assertThat(page.content().select("li[aria-current=step]").text()).contains("联络员填报");
        assertThat(page.content().select(FORM + " [name=verdict]")).hasSize(4);
        assertThat(page.content().select("label[for=field-progress], textarea#field-progress"))
                .hasSize(2);
        assertThat(page.content().select("[style], script:not([src])")).isEmpty();
    }

    @Test
    void aRefusedFormNamesTheFieldsAndKeepsWhatWasEntered() {
        Page refused = draftPage().submit(FORM, Map.of("problems", "用地未批。", "verdict", "BEHIND"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.content().title()).startsWith("有 1 处要改");
        assertThat(refused.content().select(".error-summary a").eachAttr("href"))
                .containsExactly("#field-progress");
        assertThat(refused.content().select("#field-progress").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(refused.text("#field-problems")).isEqualTo("用地未批。");
        assertThat(refused.content().select("[name=verdict][checked]").val()).isEqualTo("BEHIND");
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
    }

    @Test
    void aSubmissionLeadsToTheDeskWhichSaysWhereTheReportIsNow() {
        Page desk = draftPage().submit(FORM, REPORT);

        assertThat(desk.path()).isEqualTo("/");
        assertThat(desk.text(".flash")).contains("第 1 项已提交单位负责人", "4月3日");
        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).containsExactly("unit-review");
        assertThat(desk.browser().open("/").content().select(".flash")).isEmpty();
    }

    @Test
    void aHollowReportIsDoubtedAndItsAnswerReachesTheReviewer() {
        Page doubted = draftPage().submit(FORM, Map.of("progress", "正在稳步推进相关工作。", "verdict", "ON_SCHEDULE"));

        assertThat(doubted.status()).isEqualTo(422);
        String field = "warningAnswers[reporting.check.VAGUE_ONLY]";
        assertThat(doubted.content().select(".error-summary a").eachAttr("href"))
                .containsExactly("#field-" + field);
        assertThat(doubted.content().getElementsByAttributeValue("name", field)).hasSize(1);
        assertThat(doubted.content().select("[name=warningAnswers]")).isEmpty();

        assertThat(doubted.submit(FORM, Map.of(field, "用地批复未下，本季没有实质进展。")).path())
                .isEqualTo("/");
        assertThat(item(city.leader(0), 1).text(".doubts")).contains("只有套话", "用地批复未下，本季没有实质进展。");
    }

    @Test
    void keepsLineEndsAsTheyWereTyped() {
        draftPage().submit(FORM, Map.of("progress", "1. 完成选址。\r\n2. 开工。", "verdict", "ON_SCHEDULE"));

        Page review = item(city.leader(0), 1);
        assertThat(review.content().select(".report-texts .quoted").first().wholeText())
                .isEqualTo("1. 完成选址。\n2. 开工。");
    }

    @Test
    void aDraftSavedByTheButtonOrByTheScriptIsThereAgain() {
        Page page = draftPage();
        String address = page.path();
        Page saved = page.submit(FORM, Map.of("progress", "完成选"), address + "/draft");

        assertThat(saved.path()).isEqualTo(address);
        assertThat(saved.text("#field-progress")).isEqualTo("完成选");
        assertThat(saved.text(".action-bar")).contains("草稿 04-01 09:01");

        String json = "{\"values\":{\"progress\":\"完成选址\"},\"warningAnswers\":[]}";
        assertThat(saved.browser().write(saved, Method.PUT, "/api/v1" + address + "/draft", json, false))
                .isEqualTo(403);
        assertThat(saved.browser().write(saved, Method.PUT, "/api/v1" + address + "/draft", json, true))
                .isEqualTo(204);
        assertThat(saved.browser().open(address).text("#field-progress")).isEqualTo("完成选址");
        assertThat(saved.browser().open("/").text("main")).contains("继续填报");
    }

    @Test
    void whoeverIsSecondLearnsWhoWasFirstAndLosesNothing() {
        cities.complete(city.liaison(0), cycle, "progress-report", Map.copyOf(REPORT));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        Page officers = item(city.officer(), 1);
        Page chiefs = item(city.chief(), 1);
        chiefs.submit(FORM, Map.of("decision", "APPROVE", "verdict", "DONE"));

        Page late =
                officers.submit(FORM, Map.of("decision", "RETURN", "reasonCode", "FACTS_UNCLEAR", "comment", "附批复文号"));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("main")).contains("督查室主任", "2024-04-01 09:01");
        assertThat(late.text("textarea[readonly]")).isEqualTo("附批复文号");
        assertThat(late.follow("a[href=/cycles/" + cycle + "]").status()).isEqualTo(200);
        assertThat(officers.browser().open(officers.path()).status()).isEqualTo(409);
    }

    @Test
    void aReturnedReportBeginsWithTheReasonInFullAndTheTextThatCameBack() {
        cities.complete(city.liaison(0), cycle, "progress-report", Map.copyOf(REPORT));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        Page desk = item(city.officer(), 1)
                .submit(FORM, Map.of("decision", "RETURN", "reasonCode", "FACTS_UNCLEAR", "comment", "附批复文号，写明地点。"));
        assertThat(desk.text(".flash")).contains("退回市一局", "4月8日");

        Page again = draftPage();

        assertThat(again.text(".returned")).contains("督查室", "事实不清", "附批复文号，写明地点。");
        assertThat(again.text("#field-progress")).isEqualTo("完成选址。");
        assertThat(portal.signIn(city.liaison(0)).open("/").text(".card-red")).contains("附批复文号，写明地点。");
    }

    @Test
    void aReviewerSeesTheDifferenceToTheVersionBeforeAndThePartnersParts() {
        String shared = cycle.replaceAll("1$", "2");
        cities.complete(city.liaison(1), shared, "partner-part", Map.of("progress", "移交用地。"));
        cities.complete(city.liaison(0), shared, "progress-report", Map.copyOf(REPORT));
        cities.complete(city.leader(0), shared, "unit-review", Map.of("decision", "RETURN", "comment", "写明地点"));
        cities.complete(
                city.liaison(0), shared, "progress-report", Map.of("verdict", "ON_SCHEDULE", "progress", "完成城东选址。"));

        Page review = item(city.leader(0), 2);

        assertThat(review.text(".difference ins")).isEqualTo("城东");
        assertThat(review.text("main")).contains("移交用地。", "第 1 版", "写明地点");
    }

    @Test
    void isNobodyElses() {
        String address = draftPage().path();

        assertThat(portal.signIn(city.liaison(1)).open(address).status()).isEqualTo(404);
        assertThat(portal.signIn(city.leader(0)).open(address).status()).isEqualTo(404);
        assertThat(portal.signIn(cities.create().officer()).open(address).status())
                .isEqualTo(404);
        assertThat(portal.signIn("auditor").open(address).status()).isEqualTo(403);
    }

    private Page draftPage() {
        return item(city.liaison(0), 1);
    }

    /** What waits on the desk of that person at the key task of that number. */
    private Page item(String username, int number) {
        return portal.signIn(username).open("/").follow("a[href^=/work-items/]:contains(第%d号)".formatted(number));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
