package org.supervision.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

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

/** A list is found again under a name of one's own, with the columns that were chosen. */
@ApplicationTest
class ListViewsTests {

    private static final String KEEP = ".list-view form[action='/saved-views']";

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    private TestCity city;
    private Browser officer;

    @BeforeEach
    void aCityWithAKeyTask() {
        city = cities.create();
        cities.keyTask(city, 1, 1);
        officer = portal.signIn(city.officer());
    }

    @Test
    void aListIsKeptUnderANameAndRemoved() {
        String address = "/key-tasks?q=1%E5%8F%B7%E5%85%AC%E5%9B%AD&lamp=UNKNOWN";
        Page kept = officer.open(address + "&page=0&other=x").submit(KEEP, Map.of("name", "一号公园 100%"));

        assertThat(kept.text(".list-view .filter[aria-current]")).isEqualTo("一号公园 100%");
        assertThat(kept.content().select(".list-view .filter").attr("href"))
                .isEqualTo("/key-tasks?lamp=UNKNOWN&q=1%E5%8F%B7%E5%85%AC%E5%9B%AD");
        assertThat(kept.content().select(KEEP)).as("kept already").isEmpty();
        assertThat(portal.signIn(city.chief()).open("/key-tasks").content().select(".list-view .filter"))
                .as("another person")
                .isEmpty();

        Page again = officer.open("/key-tasks").follow(".list-view .filter");
        assertThat(again.content().select("input[name=q]").attr("value")).isEqualTo("1号公园");
        Page removed = again.submit(".list-view form[action$=/removal]", Map.of());
        assertThat(removed.content().select(".list-view .filter")).isEmpty();
        assertThat(removed.content().select("input[name=q]").attr("value")).isEqualTo("1号公园");
    }

    @Test
    void aNameThatIsTakenOrMissingIsRefusedWithTheWayOut() {
        officer.open("/key-tasks?lamp=UNKNOWN").submit(KEEP, Map.of("name", "红灯"));

        Page taken = officer.open("/key-tasks?lamp=BEHIND").submit(KEEP, Map.of("name", "红灯"));
        assertThat(taken.text("#view-refused")).contains("已经有“红灯”");
        assertThat(taken.content().select("#view-name").attr("value")).isEqualTo("红灯");
        assertThat(officer.open("/key-tasks?lamp=BEHIND")
                        .submit(KEEP, Map.of("name", " "))
                        .text("#view-refused"))
                .contains("起个名称");
    }

    @Test
    void columnsThatAreNotChosenAreLeftOut() {
        Page all = officer.open("/key-tasks");
        assertThat(all.content().select("thead th[hidden]")).isEmpty();

        Page two = officer.open("/key-tasks?cols=lead&cols=lamps&cols=nothing");

        assertThat(two.content().select("thead th:not([hidden])").eachText())
                .containsExactly("编号", "目标任务", "牵头单位", "近四季");
        assertThat(two.content().select("tbody td[hidden]")).hasSize(2);
        assertThat(two.content().select("thead th a").attr("href")).contains("cols=lead,lamps");
    }

    @Test
    void onlyListsOfThePortalAreLedBackTo() {
        Page list = officer.open("/key-tasks?lamp=UNKNOWN");

        assertThat(list.submit(KEEP, Map.of("name", "外站", "path", "//elsewhere.example/key-tasks"))
                        .status())
                .isEqualTo(404);
    }
}
