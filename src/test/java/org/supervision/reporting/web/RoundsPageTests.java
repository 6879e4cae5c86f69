package org.supervision.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Browser;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.keytask.AnnualPlans;
import org.supervision.keytask.KeyTask;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.PastResult;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** A round in the portal from its arrangement to its publication, by buttons alone. */
@ApplicationTest
class RoundsPageTests {

    private static final String PLAN = "form[action=/rounds]";

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    @Autowired
    private AnnualPlans plans;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private KeyTask keyTask;
    private String round;

    @BeforeEach
    void aCityWithTwoKeyTasks() {
        time.to(at("2024-03-29T09:00"));
        city = cities.create();
        keyTask = cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        round = city.code() + "-2024-q1";
    }

    @Test
    void theOfficeArrangesARoundWithTheRulesDates() {
        Page form = officer().open("/rounds/new?year=2024&quarter=1");
        assertThat(form.content().select(PLAN + " [name=opensOn]").val()).isEqualTo("2024-04-01");
        assertThat(form.content().select(PLAN + " [name=reportDueOn]").val()).isEqualTo("2024-04-08");
        assertThat(form.content().select(PLAN + " [name=closesOn]").val()).isEqualTo("2024-04-22");

        Page arranged = form.submit(PLAN, Map.of("unitReviewDays", "3"));

        assertThat(arranged.path()).isEqualTo("/rounds/" + round);
        assertThat(arranged.text(".flash")).contains("2024年第一季度");
        assertThat(arranged.text(".facts")).contains("4月8日", "单位审核 3 个");
    }

    @Test
    void aRoundOnADraftPlanSaysSoUntilThePlanIsIssued() {
        officer().open("/rounds/new?year=2024&quarter=1").submit(PLAN, Map.of());
        assertThat(officer().open("/rounds/" + round).text("#draft-plan")).contains("2024 年计划还没有印发，现在开启");

        Page opened = officer().open("/rounds/" + round).submit("form[action$=/opening]", Map.of());
        assertThat(opened.text("#draft-plan")).contains("本轮次按草稿填报");
        assertThat(portal.signIn(city.liaison(0)).open("/rounds/" + round).text("#draft-plan"))
                .isEmpty();

        cities.as(city.chief(), () -> plans.issue(2024));
        assertThat(officer().open("/rounds/" + round).text("#draft-plan")).isEmpty();
    }

    @Test
    void aRefusedArrangementNamesTheFieldAndKeepsTheRest() {
        Page form = officer().open("/rounds/new?year=2024&quarter=1");

        Page onSunday = form.submit(PLAN, Map.of("reportDueOn", "2024-04-06", "officeReviewDays", "4"));
        assertThat(onSunday.status()).isEqualTo(422);
        assertThat(onSunday.content().select(".error-summary a").eachAttr("href"))
                .containsExactly("#field-reportDueOn");
        assertThat(onSunday.content().select("[name=officeReviewDays]").val()).isEqualTo("4");

        Page unreadable = form.submit(PLAN, Map.of("closesOn", "soon"));
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.text("#error-closesOn")).contains("关闭日");

        form.submit(PLAN, Map.of());
        assertThat(form.submit(PLAN, Map.of()).text(".error-summary")).contains("已经建立");
    }

    @Test
    void theClosingDayAndThePartsFollowTheDueDateBeforeAnythingIsArranged() {
        Page form = officer().open("/rounds/new?year=2024&quarter=1");
        assertThat(form.text("#plan-consequences")).contains("4月3日 周三 18:00");

        Page moved = form.submit(PLAN, Map.of("reportDueOn", "2024-04-10", "unitReviewDays", "3"), "/rounds/new");

        assertThat(moved.content().select("[name=closesOn]").val()).isEqualTo("2024-04-24");
        assertThat(moved.content().select("[name=unitReviewDays]").val()).isEqualTo("3");
        assertThat(moved.text("#plan-consequences")).contains("4月8日 周一 18:00");
        assertThat(moved.submit(PLAN, Map.of("reportDueOn", "2024-04-06"), "/rounds/new")
                        .text("#error-reportDueOn"))
                .contains("须是工作日");
        assertThat(moved.submit(PLAN, Map.of("reportDueOn", "2024-03-31"), "/rounds/new")
                        .text("#error-reportDueOn"))
                .contains("2024-03-31 早于开启日 2024-04-01");
        assertThat(officer().open("/rounds").content().select("tbody tr")).isEmpty();
        assertThat(portal.signIn(city.liaison(0))
                        .open("/")
                        .submit("form[action=/logout]", Map.of(), "/rounds/new")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theFormOffersTheFirstQuarterThatIsNotOver() {
        time.to(at("2024-04-08T17:59"));
        assertThat(officer()
                        .open("/rounds/new")
                        .content()
                        .select(PLAN + " [name=quarter]")
                        .val())
                .isEqualTo("1");
        time.to(at("2024-04-08T18:00"));
        assertThat(officer()
                        .open("/rounds/new")
                        .content()
                        .select(PLAN + " [name=quarter]")
                        .val())
                .isEqualTo("2");
    }

    @Test
    void opensClosesAndIsSignedOnlyAfterTheTableWasChecked() {
        Page planned = officer().open("/rounds/new?year=2024&quarter=1").submit(PLAN, Map.of());
        Page opened = planned.submit("form[action$=/opening]", Map.of());
        assertThat(opened.text(".flash")).contains("已开启，共 2 项");
        time.to(at("2024-04-01T09:01"));
        cities.complete(
                city.liaison(0), round + "-1", "progress-report", Map.of("verdict", "DONE", "progress", "完成选址。"));

        Page closed = officer().open("/rounds/" + round).submit("form[action$=/closing]", Map.of());
        time.to(at("2024-04-01T09:02"));
        assertThat(closed.text(".flash")).contains("已关闭");
        assertThat(closed.content().select("form[action$=/publication]")).isEmpty();

        Page unchecked = officer().open("/rounds/" + round).follow("main a[data-primary]");
        assertThat(unchecked.submit("#check", Map.of()).text("#error-summary")).contains("先勾选");
        Page checked = unchecked.submit("#check", Map.of("confirmed", "true"));
        assertThat(checked.text(".flash")).contains("送主任签发");
        assertThat(checked.content().select("#check, form[action$=/publication]"))
                .isEmpty();

        Page preview = portal.signIn(city.chief()).open("/rounds/" + round + "/preview");
        assertThat(preview.text(".lead")).isEqualTo("本季有安排 2 项：未报送 1 项，已报送、未通过审核 1 项。");
        Page unconfirmed = preview.submit("form[action$=/publication]", Map.of());
        assertThat(unconfirmed.status()).isEqualTo(422);
        assertThat(unconfirmed.text("#error-summary")).contains("先勾选");

        Page published = preview.submit("form[action$=/publication]", Map.of("confirmed", "true"));
        assertThat(published.text(".flash")).contains("已签发并公布");
        Page table = published.follow("main a[href^=/public/]");
        assertThat(table.text("main .lead")).startsWith(preview.text(".lead"));
        assertThat(table.content().select("th, td").eachText())
                .isEqualTo(preview.content().select("th, td").eachText());
    }

    @Test
    void aSecondPressOfTheSameButtonChangesNothing() {
        Page planned = officer().open("/rounds/new?year=2024&quarter=1").submit(PLAN, Map.of());
        planned.submit("form[action$=/opening]", Map.of());
        Page again = planned.submit("form[action$=/opening]", Map.of());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.content().select("table tbody tr")).hasSize(2);
    }

    @Test
    void theAddressNarrowsTheListAndAUnitSeesItsOwn() {
        officer().open("/rounds/new?year=2024&quarter=1").submit(PLAN, Map.of());
        time.to(at("2024-04-08T18:01"));

        Page late = officer().open("/rounds/" + round + "?standing=OVERDUE");
        assertThat(late.content().select("tbody tr")).hasSize(2);
        assertThat(late.text(".filters [aria-current]")).isEqualTo("逾期未报 2");
        assertThat(officer()
                        .open("/rounds/" + round + "?state=CLOSED")
                        .content()
                        .select("tbody tr"))
                .isEmpty();

        Page partners = portal.signIn(city.liaison(1)).open("/rounds/" + round);
        assertThat(partners.content().select("tbody .cell-number").eachText()).containsExactly("2");
        assertThat(partners.content().select("form[method=post][action^=/rounds]"))
                .isEmpty();
    }

    @Test
    void thePastRoundOfAnImportedTableIsPutBeforeTheChief() {
        planning.recordPast(
                city.code(),
                new Quarter(2024, 1),
                List.of(new PastResult(keyTask.id(), List.of(), List.of("完成选址。"), null, CycleOutcome.APPROVED)));

        Page past = officer().open("/rounds/" + round).submit("form[action$=/signature-request]", Map.of());
        assertThat(past.text(".flash")).contains("已提请签发，先做保密审查");
        assertThat(past.content().select("form[action$=/signature-request]")).isEmpty();

        assertThat(portal.signIn(city.chief()).open("/").text("main")).contains("2024年第一季度", "待保密审查");
        Page cycle = past.follow("tbody a");
        assertThat(cycle.status()).isEqualTo(200);
        assertThat(cycle.text("main")).contains("完成选址。", "补录");
    }

    @Test
    void isHiddenFromOtherCitiesAndAdministratorsAndActsAreTheOffices() {
        Page planned = officer().open("/rounds/new?year=2024&quarter=1").submit(PLAN, Map.of());
        TestCity other = cities.create();

        assertThat(portal.signIn(other.officer()).open(planned.path()).status()).isEqualTo(404);
        assertThat(portal.signIn("auditor").open("/rounds").status()).isEqualTo(403);
        assertThat(portal.signIn(city.liaison(0)).open("/rounds/new").status()).isEqualTo(403);
        assertThat(portal.signIn(city.liaison(0))
                        .open(planned.path() + "/preview")
                        .status())
                .isEqualTo(403);
        assertThat(portal.signIn(city.mayor()).open("/rounds").text("tbody")).contains("2024年第一季度");
    }

    private Browser officer() {
        return portal.signIn(city.officer());
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
