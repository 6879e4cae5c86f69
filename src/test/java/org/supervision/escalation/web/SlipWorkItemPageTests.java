package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.escalation.Appeals;
import org.supervision.escalation.Instructions;

/** Whoever signs, answers or judges an order reads on the work item's page what it is about. */
@ApplicationTest
class SlipWorkItemPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private Instructions instructions;

    @Autowired
    private Appeals appeals;

    @Autowired
    private Portal portal;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TimeTravel time;

    @Test
    void everyStepOfAnOrderShowsWhatWasWrittenBefore() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        String order = cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告选址进展。", null));

        Page signing = open(city.officer(), order, "order-signature");
        assertThat(signing.text("main dl")).contains("市领导批示", "请报告选址进展。", "市一局");
        assertThat(signing.content().select("main dl a").attr("href")).isEqualTo("/slips/" + order);
        signing.submit("#work-item", Map.of("decision", "SIGN", "requirement", "请三日内书面报告。"));

        Page answering = open(city.leader(0), order, "order-answer");
        assertThat(answering.text("main dl")).contains("请三日内书面报告。", "督办〔2024〕1号");
        answering.submit("#work-item", Map.of("answer", "选址已经完成。"));

        assertThat(open(city.officer(), order, "order-review").text("main dl")).contains("选址已经完成。");

        String appeal = cities.as(city.leader(0), () -> appeals.file(order, "已按时报送。"));
        assertThat(open(city.chief(), appeal, "appeal-decision").text("main dl"))
                .contains("已按时报送。", "请三日内书面报告。");
    }

    @Test
    void aCityLeaderReadsWhyAnInterviewIsProposedAndWhatWentBefore() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        String order = cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告选址。", null));
        cities.complete(city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请报告选址。"));
        cities.complete(city.leader(0), order, "order-answer", Map.of("answer", "选址已经完成。"));
        cities.complete(city.officer(), order, "order-review", Map.of("decision", "ACCEPT"));
        time.to(OffsetDateTime.parse("2024-04-23T09:00:00+08:00").toInstant());

        Page desk = portal.signIn(city.mayor()).open("/");
        assertThat(desk.text("#decisions")).contains("决定是否约谈", "04-25 18:00");
        String interview = drafted(city, "INTERVIEW");
        Page deciding = open(city.mayor(), interview, "interview-decision");
        assertThat(deciding.text("main dl"))
                .contains("到期后第 10 个工作日仍未完成", "11 个工作日", "督催〔2024〕1号", "督催〔2024〕2号", "因轮次关闭而终止")
                .contains("最近一次获认可的答复 督办〔2024〕1号", "选址已经完成。");
        assertThat(deciding.content().select("main dl a").eachAttr("href"))
                .contains("/slips/" + interview, "/slips/" + order)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void aCityLeaderReadsTheTwoOrdersOfTheYear() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        for (int n = 1; n <= 2; n++) {
            String order =
                    cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告进展。", null));
            cities.complete(
                    city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请报告。"));
        }

        assertThat(open(city.mayor(), drafted(city, "INTERVIEW"), "interview-decision")
                        .text("main dl"))
                .contains("一年内督办单达到提请约谈的次数", "督办〔2024〕1号", "督办〔2024〕2号", "办理中", "最近一次获认可的答复 没有");
    }

    private String drafted(TestCity city, String kind) {
        return rest.get(city.mayor(), "/slips?draft=true&open=true&kind=" + kind)
                .getBody()
                .at("/items/0/id")
                .asText();
    }

    private Page open(String account, String businessKey, String kind) {
        String id = cities.as(account, () -> cities.waiting(businessKey, kind)).id();
        return portal.signIn(account).open("/work-items/" + id);
    }
}
