package org.supervision.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** Who moves the clock on a page is told what happened on the way. */
@ApplicationTest
class ClockPageTests {

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    private TestCity city;
    private String round;

    @BeforeEach
    void aRoundWithTwoCyclesIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.keyTask(city, 2);
        round = cities.openFirstQuarter(city);
    }

    @Test
    void saysHowMuchOfEachKindHappenedInTheOwnCityAndWhere() {
        Page arrived = move(city.officer(), "2024-04-09T09:00");

        assertThat(arrived.text(".demo-strip-said"))
                .startsWith("时间已到 4月9日 周二 09:00，执行 ")
                .endsWith("项到期作业： 逾期 2 件、发出催办 2 件");
        assertThat(arrived.content().select(".demo-strip-said a").eachAttr("href"))
                .containsExactly("/rounds/" + round, "/slips");
        assertThat(arrived.browser().open("/").content().select(".demo-strip-said"))
                .as("said once")
                .isEmpty();
    }

    @Test
    void saysSoWhereNothingHappened() {
        move(city.officer(), "2024-04-02T09:00");

        assertThat(move(city.officer(), "2024-04-02T09:01").text(".demo-strip-said"))
                .isEqualTo("时间已到 4月2日 周二 09:01，执行 0 项到期作业： 没有发生需要办理的事");
    }

    @Test
    void showsAdministratorsNoWayToBusinessContent() {
        Page arrived = move("sysadmin", "2024-04-09T09:00");

        assertThat(arrived.text(".demo-strip-said")).startsWith("时间已到 4月9日");
        assertThat(arrived.content().select(".demo-strip-said a")).isEmpty();
    }

    private Page move(String username, String now) {
        return portal.signIn(username).open("/").submit("form[action=/demo/clock]", Map.of("now", now));
    }
}
