package org.supervision.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;

/** What the first start of the demo shows. */
@ApplicationTest
class DemoCityTests {

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Portal portal;

    @Test
    void hasAPublishedQuarterBesideTheOneThatRuns() throws IOException {
        DemoCity city = beans.createBean(DemoCity.class);
        city.run(new DefaultApplicationArguments());
        city.run(new DefaultApplicationArguments());

        assertThat(http.getForObject("/public/demo-2026-q2.html", String.class))
                .contains("已完成 1 项，按序时推进 8 项，滞后 1 项，未报送 1 项，已报送、未通过审核 1 项");
        Page rounds = portal.signIn("officer").open("/rounds");
        assertThat(rounds.content().select("tbody tr .badge").eachText()).containsExactly("填报中", "补录", "已公布");
        assertThat(portal.signIn("officer").open("/cycles/demo-2026-q3-4").text("main"))
                .contains("2026年第二季度安排与结果", "累计改造老旧管网16公里");
    }
}
