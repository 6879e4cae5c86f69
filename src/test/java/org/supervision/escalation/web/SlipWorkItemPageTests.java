package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
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

    private Page open(String account, String businessKey, String kind) {
        String id = cities.as(account, () -> cities.waiting(businessKey, kind)).id();
        return portal.signIn(account).open("/work-items/" + id);
    }
}
