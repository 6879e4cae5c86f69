package org.supervision.keytask.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.KeyTask;

/** The list and the page of key tasks in the portal. */
@ApplicationTest
class KeyTasksPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private KeyTask alone;
    private KeyTask supported;

    @BeforeEach
    void createCityWithTwoKeyTasks() {
        city = cities.create();
        alone = cities.keyTask(city, 1);
        supported = cities.keyTask(city, 2, 1);
    }

    @Test
    void theListHoldsWhatThePersonMaySee() {
        assertThat(pages.get(city.officer(), "/key-tasks").select("tbody tr")).hasSize(2);

        Document ofPartner = pages.get(city.liaison(1), "/key-tasks");
        assertThat(ofPartner.select("tbody a.goal").eachAttr("href")).containsExactly("/key-tasks/" + supported.id());
        assertThat(ofPartner.select("tbody tr").text()).contains("市一局", "市二局");

        assertThat(pages.get(city.liaison(2), "/key-tasks").select(".empty")).hasSize(1);
        assertThat(pages.status("auditor", "/key-tasks")).isEqualTo(403);
    }

    @Test
    void filterOrderAndPageStandInTheAddress() {
        Document page = pages.get(
                city.officer(),
                "/key-tasks?year=2024&unit={unit}&q=&size=1&sort=number,desc",
                city.units().get(0));

        assertThat(page.select("tbody a.goal").text()).isEqualTo(supported.goal());
        assertThat(page.select("select[name=year] option[selected]").val()).isEqualTo("2024");
        assertThat(page.select("select[name=unit] option[selected]").val())
                .isEqualTo(city.units().get(0));
        assertThat(page.select("th[aria-sort=descending] a").attr("href")).contains("sort=number,asc");

        String next = page.select("nav.pages a[rel=next]").attr("href");
        assertThat(pages.get(city.officer(), next).select("tbody a.goal").text())
                .isEqualTo(alone.goal());
    }

    @Test
    void theSearchOfTheTopBarFindsByNumberAndGoal() {
        assertThat(pages.get(city.officer(), "/key-tasks?q=2")
                        .select("tbody a.goal")
                        .eachText())
                .containsExactly(supported.goal());
    }

    @Test
    void aPageShowsUnitsMilestonesAndWhereTheCyclesAre() {
        Document page = pages.get(city.liaison(0), "/key-tasks/{id}", supported.id());

        assertThat(page.select("h1").text()).contains(supported.goal());
        assertThat(page.select(".summary-strip").text()).contains("市一局", "市二局", "一科", "6120000");
        assertThat(page.select(".quarters tbody tr").get(0).select("td").eachText())
                .containsExactly("完成选址", "开工", "主体完工", "建成");
        assertThat(page.select("[hx-get]").eachAttr("hx-get"))
                .containsExactlyInAnyOrder(
                        "/key-tasks/%s/lineage".formatted(supported.id()),
                        "/key-tasks/%s/change-requests".formatted(supported.id()),
                        "/key-tasks/%s/year".formatted(supported.id()),
                        "/key-tasks/%s/inspections".formatted(supported.id()));
    }

    @Test
    void officerAndChiefMarkAKeyTaskAsImportantAndTakeItBack() {
        String page = "/key-tasks/" + alone.id();
        assertThat(pages.get(city.officer(), page).select(".badge").text()).isEmpty();

        assertThat(pages.post(city.officer(), page + "/importance", Map.of("important", "true"))
                        .getRedirectedUrl())
                .isEqualTo(page);

        assertThat(pages.get(city.liaison(0), page).select("main .badge").text())
                .isEqualTo("重点");
        assertThat(pages.get(city.liaison(0), page).select("form[action$=importance]"))
                .isEmpty();
        assertThat(pages.get(city.officer(), "/key-tasks")
                        .select("tbody tr:has(.badge) a.goal")
                        .text())
                .isEqualTo(alone.goal());
        assertThat(pages.get(city.chief(), page)
                        .select("form[action$=importance] button")
                        .text())
                .isEqualTo("不再列为重要");

        pages.post(city.chief(), page + "/importance", Map.of("important", "false"));
        assertThat(pages.get(city.officer(), page).select("main .badge")).isEmpty();
    }

    @Test
    void nobodyElseMarksAKeyTaskAsImportant() {
        for (String person : List.of(city.liaison(0), city.leader(0), city.mayor())) {
            assertThat(pages.post(person, "/key-tasks/{id}/importance", Map.of("important", "true"), alone.id())
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(pages.post(
                                cities.create().chief(),
                                "/key-tasks/{id}/importance",
                                Map.of("important", "true"),
                                alone.id())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aPageThatMayNotBeSeenIsNotFound() {
        assertThat(pages.status(city.liaison(1), "/key-tasks/{id}", alone.id())).isEqualTo(404);
        assertThat(pages.status(cities.create().chief(), "/key-tasks/{id}", alone.id()))
                .isEqualTo(404);
        assertThat(pages.status("sysadmin", "/key-tasks/{id}", alone.id())).isEqualTo(403);
    }

    @Test
    void anEnglishReaderGetsEnglish() {
        assertThat(pages.get(city.officer(), "/key-tasks/{id}?lang=en", supported.id())
                        .select("h2")
                        .eachText())
                .contains("Milestones and action plan");
    }
}
