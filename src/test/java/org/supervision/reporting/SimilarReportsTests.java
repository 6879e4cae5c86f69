package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.reporting.SimilarReports.Similar;
import org.supervision.shared.TextDifference;

/** Reports that say nearly the same, and what it costs a unit to be asked again. */
@ApplicationTest
class SimilarReportsTests {

    private static final String ORIGINAL = "河东片区三处泵站全部完成选址，主体工程开工，累计完成投资一千二百万元。";

    @Autowired
    private TestCities cities;

    @Autowired
    private SimilarReports similar;

    @Autowired
    private Portal portal;

    private TestCity city;
    private String round;

    @BeforeEach
    void fiveReports() {
        city = cities.create();
        for (int number = 1; number <= 5; number++) {
            cities.keyTask(city, number);
        }
        round = cities.openFirstQuarter(city);
        report(1, ORIGINAL);
        report(2, "河西片区三处泵站全部完成选址，主体工程开工，累计完成投资一千三百万元。");
        report(3, "完成养老服务中心两处改造，新增床位一百六十张，护理员培训四期已经结业。");
        report(4, "已开工。");
    }

    private void report(int number, String progress) {
        cities.complete(
                city.liaison(0),
                round + "-" + number,
                "progress-report",
                Map.of("verdict", "ON_SCHEDULE", "progress", progress, "warningAnswers", "已核实，内容属实。"));
    }

    @Test
    void aTextChangedALittleIsFoundWithWhatIsOther() {
        List<Similar> found = similar.of(round + "-1");

        assertThat(found).extracting(Similar::number).containsExactly(2);
        assertThat(found.get(0).likeness()).isBetween(0.75, 0.99);
        assertThat(found.get(0).changes())
                .filteredOn(part -> part.kind() != TextDifference.Kind.SAME)
                .extracting(part -> part.text())
                .contains("西", "东");
    }

    @Test
    void othersAndShortTextsAreNotAlike() {
        assertThat(similar.of(round + "-3")).isEmpty();
        assertThat(similar.of(round + "-4")).isEmpty();
        assertThat(similar.of(round + "-5")).as("not reported").isEmpty();
    }

    @Test
    void theReviewerSeesItBesideTheReport() {
        String cycle = round + "-1";
        assertThat(review(city.leader(0), cycle, "unit-review").content().select("#similar"))
                .as("a unit's leader reads no other unit's report")
                .isEmpty();
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));

        Page review = review(city.officer(), cycle, "office-review");

        assertThat(review.text("#similar")).contains("第 2 项", "相似 85%");
    }

    private Page review(String reader, String cycle, String kind) {
        String item = cities.as(reader, () -> cities.waiting(cycle, kind).id());
        return portal.signIn(reader).open("/work-items/" + item);
    }

    @Test
    void whoeverReturnsAgainSeesWhatItHasCost() {
        String cycle = round + "-1";
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "RETURN", "comment", "补充数据"));
        report(1, ORIGINAL + "完成三处。");

        Page review = review(city.leader(0), cycle, "unit-review");

        assertThat(review.text("form#work-item")).contains("已请单位填写 2 次", "第 3 次");
    }
}
