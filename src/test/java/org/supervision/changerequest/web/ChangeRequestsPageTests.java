package org.supervision.changerequest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
import org.supervision.keytask.KeyTask;

/** Requests in the portal without script: asked on a page, decided on the desk, read in the register. */
@ApplicationTest
class ChangeRequestsPageTests {

    private static final String ASK = "form.fields";

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;
    private String keyTask;

    @BeforeEach
    void aRoundIsOpen() {
        time.to(Instant.parse("2024-03-29T01:00:00Z"));
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
        keyTask = KeyTask.id(city.code(), 2024, 1);
    }

    @Test
    void anExtensionIsAskedOnThePageOfItsCycleAndDecidedOnTheDesk() {
        Page form = portal.signIn(city.liaison(0))
                .open("/cycles/" + cycle)
                .follow("main a[href$=/change-requests]")
                .follow("a[href$=/extension-requests/new]");
        assertThat(form.text("h1")).isEqualTo("第 1 项申请延期");
        assertThat(form.content().title()).startsWith("第 1 项申请延期");
        assertThat(form.content().select("input[name=newDueOn]").val())
                .as("five working days later")
                .isEqualTo("2024-04-15");
        assertThat(form.text("#outlook"))
                .contains("4月15日 周一")
                .contains("延后 5 个工作日")
                .contains("督查室审批");

        Page asked = form.submit(ASK, Map.of("newDueOn", "2024-04-12", "reason", "等批复", "progress", "完成选址"));
        assertThat(asked.path()).isEqualTo("/change-requests/" + cycle + "-ext-1");
        assertThat(asked.text("[role=status]")).contains("申请已送出");
        assertThat(asked.content().title()).startsWith("第 1 项 延期申请");
        assertThat(asked.text("dl")).contains("4月8日 周一 改为 4月12日 周五，延后 4 个工作日").contains("等批复");

        Browser leader = portal.signIn(city.leader(0));
        Page matter = leader.open("/").follow(".act-row a");
        assertThat(matter.text("dl")).contains("延后 4 个工作日").contains("完成选址").contains("联络员");
        assertThat(matter.content().select("button[name=decision]").eachText()).containsExactly("同意", "不同意");
        assertThat(matter.content().select("main [name]:not([type=hidden])").eachAttr("name"))
                .as("the answer is given by a button alone")
                .containsExactly("comment", "decision", "decision");
        assertThat(matter.content().select("button[name=decision].button-primary"))
                .as("two answers of equal weight")
                .isEmpty();
        Page refused = decide(matter, "REFUSE", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("不同意时写明理由");
        Page desk = decide(refused, "GRANT", "情况属实");
        assertThat(desk.text("[role=status]")).contains("第 1 项 单位负责人审批延期：同意");

        Page office = portal.signIn(city.officer()).open("/change-requests/" + cycle + "-ext-1");
        assertThat(office.text("main")).contains("情况属实");
        decide(office.follow("main a[href^=/work-items/]"), "GRANT", "");
        Page register = portal.signIn(city.mayor()).open("/change-requests?state=GRANTED");
        assertThat(register.content().select("tbody tr")).hasSize(1);
        assertThat(register.text("tbody")).contains("延期").contains("已同意").contains("等批复");
        assertThat(portal.signIn(city.liaison(1))
                        .open("/change-requests")
                        .content()
                        .select("tbody tr"))
                .isEmpty();
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        Page form = portal.signIn(city.liaison(0)).open("/cycles/" + cycle + "/extension-requests/new");
        Page wrong = form.submit(ASK, Map.of("newDueOn", "2024-04-13", "reason", "等批复", "progress", ""));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text("#error-newDueOn")).contains("不是工作日");
        assertThat(wrong.content().select("textarea[name=reason]").text()).isEqualTo("等批复");
        assertThat(form.submit(ASK, Map.of("newDueOn", "")).text("#error-newDueOn"))
                .contains("选一个日期");
        assertThat(form.submit(ASK, Map.of("newDueOn", "2024-04-12", "reason", "x", "progress", " "))
                        .text("#error-progress"))
                .contains("写明目前做到哪一步");
        assertThat(portal.signIn(city.liaison(0))
                        .open("/cycles/" + cycle + "/extension-requests/outlook?newDueOn=2024-04-13")
                        .text("#outlook"))
                .contains("不是工作日");

        time.to(Instant.parse("2024-04-08T10:00:00Z"));
        Page late = form.submit(ASK, Map.of("newDueOn", "2024-04-12", "reason", "等批复", "progress", "完成选址"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("#error-summary")).contains("填报截止时间已过");
        assertThat(portal.signIn(city.liaison(0))
                        .open("/cycles/" + cycle + "/change-requests")
                        .text("#change-requests"))
                .contains("不能再申请延期");
    }

    @Test
    void theRestIsAskedOnThePageOfTheKeyTask() {
        Page related = portal.signIn(city.leader(0)).open("/key-tasks/" + keyTask + "/change-requests");
        assertThat(related.content().select(".acts a").eachText()).containsExactly("申请调整", "申请变更牵头单位", "申请中止");

        Page plan = related.follow("a[href$=/plan-change-requests/new]")
                .submit("form[method=get].card-head", Map.of("field", "MILESTONE_2"));
        assertThat(plan.content().select("textarea[name=newValue]").text()).isEqualTo("开工");
        Page asked = plan.submit(ASK, Map.of("newValue", "完成招标", "reason", "流标"));
        assertThat(asked.content().select("del").text()).isNotEmpty();
        Page again = plan.submit(ASK, Map.of("newValue", "开工前准备", "reason", "流标"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("#error-summary")).contains("已有一份调整申请");

        Page lead = related.follow("a[href$=/lead-change-requests/new]");
        assertThat(lead.text(".notice")).contains("前提出");
        Page objection = lead.submit(ASK, Map.of("unit", city.units().get(1), "reason", "职责不在本单位"));
        assertThat(objection.path()).isEqualTo("/change-requests/" + keyTask + "-lead-1");
        Page withdrawn = objection.submit("form[action$=/withdrawal]", Map.of());
        assertThat(withdrawn.text(".title-line")).contains("已撤回");

        Page office = portal.signIn(city.officer()).open("/key-tasks/" + keyTask + "/change-requests");
        assertThat(office.content().select(".acts a").eachText()).containsExactly("申请中止");
        Page suspension = office.follow("a[href$=/suspensions/new]")
                .submit(ASK, Map.of("expectedUntil", "2024-05-10", "reason", "等规划批复"));
        assertThat(suspension.text("dl")).contains("5月10日");
    }

    @Test
    void nobodySeesWhatIsNotTheirs() {
        Browser other = portal.signIn(city.liaison(1));
        assertThat(other.open("/cycles/" + cycle + "/extension-requests/new").status())
                .isEqualTo(404);
        assertThat(other.open("/key-tasks/" + keyTask + "/suspensions/new").status())
                .isEqualTo(404);
        assertThat(other.open("/key-tasks/" + keyTask + "/change-requests").status())
                .isEqualTo(404);
        assertThat(other.open("/change-requests/" + cycle + "-ext-1").status()).isEqualTo(404);
        assertThat(portal.signIn("sysadmin").open("/change-requests").status()).isEqualTo(403);
    }

    private static Page decide(Page matter, String decision, String comment) {
        Page prepared = matter;
        prepared.content()
                .expectFirst("form#work-item")
                .appendElement("input")
                .attr("type", "hidden")
                .attr("name", "decision")
                .attr("value", decision);
        return prepared.submit("form#work-item", Map.of("comment", comment));
    }
}
