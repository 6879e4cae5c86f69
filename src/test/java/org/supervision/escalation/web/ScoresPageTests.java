package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** The scores of a quarter with the causes they link to, and who enters a mark. */
@ApplicationTest
class ScoresPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Portal portal;

    private TestCity city;

    @BeforeEach
    void aReportIsThreeDaysLate() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        time.to(OffsetDateTime.parse("2024-04-12T09:00:00+08:00").toInstant());
    }

    @Test
    void everyLineLinksToItsCauseAndUnitsSeeTheirOwn() {
        Document page = pages.get(city.officer(), "/scores");
        assertThat(page.select("h1").text()).contains("2024年第一季度");
        assertThat(page.select("tbody tr").text()).contains("市一局", "97", "催办　-1 分", "再次催办　-2 分");
        assertThat(page.select("tbody a[href^=/slips/]").eachAttr("href"))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(page.select("tbody a[href^=/key-tasks/]").eachText())
                .containsExactly("第 1 项　建成第1号公园", "第 1 项　建成第1号公园");
        assertThat(pages.get(city.leader(0), "/scores").select("tbody tr")).hasSize(1);
        assertThat(pages.get(city.leader(1), "/scores?quarter=2024-q1").text()).contains("本季没有加减分");
        assertThat(pages.get(city.mayor(), "/scores").select("#mark")).isEmpty();
        assertThat(pages.status("sysadmin", "/scores")).isEqualTo(403);
        assertThat(pages.status(city.officer(), "/scores?quarter=never")).isEqualTo(404);
    }

    @Test
    void aLineAboutACycleNamesItsKeyTaskToo() {
        time.to(OffsetDateTime.parse("2024-04-22T18:30:00+08:00").toInstant());

        assertThat(pages.get(city.officer(), "/scores")
                        .select("li:has(a[href^=/cycles/]) a[href^=/key-tasks/]")
                        .eachText())
                .containsExactly("第 1 项　建成第1号公园");
    }

    @Test
    void theOfficeEntersAMarkAndReadsBesideTheFieldWhatIsWrong() {
        Page refused = portal.signIn(city.officer())
                .open("/scores")
                .submit("#mark form", Map.of("unit", city.units().get(0), "points", "0.5", "reason", "报送质量高。"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-points")).contains("整数");

        Page marked = refused.submit("#mark form", Map.of("points", "+3"));
        assertThat(marked.text(".flash")).contains("市一局已记 3 分");
        assertThat(marked.text("tbody")).contains("100", "督查室加减分　+3 分", "报送质量高。");
        assertThat(pages.post(city.leader(0), "/scores/marks", Map.of("quarter", "2024-q1"))
                        .getStatus())
                .isEqualTo(403);
    }
}
