package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.PastValues;

/** The office picks goals and values from a report in prose, in the portal. */
@ApplicationTest
class NarrativePageTests {

    private static final String REPORT =
            """
            某市政府工作报告
            一年来，地区生产总值增长6%。
            一、2031年工作回顾
            （一）城市更新提速。新建公园8个，改造小区20个！
            二、2032年重点工作
            （一）扮靓城市。新建口袋公园12个。由市一局牵头改造老旧小区30个以上。
            （二）畅通道路。打通断头路5条。
            """;

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private PastValues pastValues;

    private TestCity city;
    private String page;

    @BeforeEach
    void upload() {
        city = cities.create();
        MockHttpServletResponse answer = pages.upload(
                city.officer(),
                "/imports",
                new MockMultipartFile("file", "report.txt", null, REPORT.getBytes(StandardCharsets.UTF_8)));
        page = answer.getRedirectedUrl();
    }

    @Test
    void goalsStandBesideTheirIndicatorsAndSuggestedLeads() {
        Document shown = pages.get(city.officer(), page);

        assertThat(shown.select("#candidates legend").eachText()).containsExactly("1 扮靓城市", "2 畅通道路");
        assertThat(shown.select("#candidates input[name=pick]")).hasSize(3);
        assertThat(shown.select("#candidates input[name=pick][checked]")).isEmpty();
        assertThat(shown.select("#candidate-2 .pick-indicators").text()).contains("≥ 30个");
        assertThat(shown.select("#candidate-2 .pick-suggestion").text()).contains("市一局", "文中提到");
        assertThat(shown.select("#candidate-2 [name=leadUnit-2]").attr("value")).isEmpty();
        assertThat(shown.select("#actuals tbody th")).hasSize(3);
        assertThat(shown.select("#problems")).isEmpty();
    }

    @Test
    void onlyTickedGoalsBecomeKeyTasks() {
        MockHttpServletResponse picked = pages.post(
                city.officer(),
                page + "/picks",
                Map.of(
                        "pick", "2",
                        "goal-1", "新建口袋公园12个。",
                        "number-1", "",
                        "leadUnit-1", "",
                        "goal-2", "改造老旧小区30个以上",
                        "number-2", "",
                        "leadUnit-2", "市一局"));
        assertThat(picked.getRedirectedUrl()).isEqualTo(page + "#candidates");
        Document shown = pages.get(city.officer(), page);
        assertThat(shown.select("#candidates input[name=pick][checked]").eachAttr("value"))
                .containsExactly("2");
        assertThat(shown.select("[name=number-2]").attr("value")).isEqualTo("1");
        assertThat(shown.select("#candidate-2").text()).contains("由市一局牵头改造老旧小区30个以上。");
        assertThat(shown.select(".action-bar .button-primary").attr("form")).isEqualTo("picks");

        Document detail = pages.get(city.officer(), page + "?row=2");
        assertThat(detail.select("#row [name=milestone3]")).hasSize(1);
        pages.post(city.officer(), page + "/rows/2", Map.of("milestone3", "完工15个", "actionSteps3", ""));

        pages.post(city.officer(), page + "/confirmation", Map.of());

        assertThat(keyTasks.of(city.code(), 2032)).singleElement().satisfies(keyTask -> {
            assertThat(keyTask.number()).isEqualTo(1);
            assertThat(keyTask.goal()).isEqualTo("改造老旧小区30个以上");
            assertThat(keyTask.leadUnit()).isEqualTo(city.units().get(0));
            assertThat(keyTask.milestone(3)).hasValueSatisfying(milestone -> assertThat(milestone.text())
                    .isEqualTo("完工15个"));
        });
    }

    @Test
    void oneConfirmationTakesOverWhatIsTickedThen() {
        String value = pages.get(city.officer(), page)
                .select("#actuals tr:contains(新建公园) input[form=picks]")
                .attr("value");

        MockHttpServletResponse done = pages.post(
                city.officer(),
                page + "/picks",
                Map.of(
                        "pick", "2",
                        "goal-2", "改造老旧小区30个以上",
                        "number-2", "",
                        "leadUnit-2", "市一局",
                        "kept", value,
                        "valuesToo", "true",
                        "confirms", "true"));

        assertThat(done.getRedirectedUrl()).isEqualTo(page);
        assertThat(keyTasks.of(city.code(), 2032)).hasSize(1);
        assertThat(pastValues.of(city.code(), 2031)).hasSize(1);
    }

    @Test
    void confirmingBeforeAnythingIsTickedIsRefusedAndLeavesTheImportOpen() {
        MockHttpServletResponse refused =
                pages.post(city.officer(), page + "/picks", Map.of("goal-2", "改造老旧小区30个以上", "confirms", "true"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(PortalPages.document(refused).select("#refused").text()).contains("还没有勾选");
        assertThat(pages.get(city.officer(), page).select("#candidates input[name=pick]:not([disabled])"))
                .isNotEmpty();
    }

    @Test
    void whatIsEnteredWronglyIsShownAgainAndNothingIsStored() {
        MockHttpServletResponse refused = pages.post(
                city.officer(),
                page + "/picks",
                Map.of("pick", "1", "goal-1", "新建口袋公园15个", "number-1", "一", "leadUnit-1", "市一局"));

        assertThat(refused.getStatus()).isEqualTo(422);
        Document shown = PortalPages.document(refused);
        assertThat(shown.select("[role=alert]").text()).isNotEmpty();
        assertThat(shown.select("#candidate-1 textarea").text()).isEqualTo("新建口袋公园15个");
        assertThat(pages.get(city.officer(), page)
                        .select("#candidate-1 textarea")
                        .text())
                .isEqualTo("新建口袋公园12个。");
    }

    @Test
    void tickedValuesAreKeptAndNoOthers() {
        Document shown = pages.get(city.officer(), page);
        String value = shown.select("#actuals tr:contains(新建公园) input").attr("value");

        pages.post(city.officer(), page + "/actuals", Map.of("kept", value));

        assertThat(pastValues.of(city.code(), 2031)).singleElement().satisfies(kept -> {
            assertThat(kept.words()).isEqualTo("新建公园8个");
            assertThat(kept.sentence()).isEqualTo("新建公园8个，改造小区20个！");
        });
        assertThat(pages.get(city.officer(), page)
                        .select("#actuals input[checked]")
                        .eachAttr("value"))
                .containsExactly(value);
    }
}
