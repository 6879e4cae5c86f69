package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** A page that cannot be shown leaves a signed-in person where they were: below the top bar, with a way on. */
@ApplicationTest
class ErrorPagesTests {

    @Autowired
    private Portal portal;

    @Autowired
    private TestCities cities;

    /** Refused before a controller, for want of one, and by one. */
    @ParameterizedTest
    @CsvSource({
        "/audit, 403",
        "/nothing, 404",
        "/rounds/none, 404",
        "/public/none, 404",
        "/public/none.html, 404",
    })
    void aSignedInPersonKeepsTheTopBar(String path, int status) {
        TestCity city = cities.create();

        Page page = portal.signIn(city.liaison(0)).open(path);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.text(".topbar .brand")).contains(city.code());
        assertThat(page.text(".topbar .person")).contains("市一局");
        assertThat(page.content().select(".topbar .sections a[href=/rounds]")).hasSize(1);
        assertThat(page.content().select(".topbar form[action=/logout] [name=_csrf]"))
                .hasSize(1);
        assertThat(page.text("main .failure h1")).isNotBlank();
        assertThat(page.follow("main .failure a[href=/]").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/none", "/public/none.html"})
    void aStrangerSeesNoTopBar(String path) {
        Page page = portal.anonymous().open(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.content().select(".topbar")).isEmpty();
        assertThat(page.text("main .failure h1")).isNotBlank();
        assertThat(page.text("main .failure")).contains("已公布的结果").doesNotContain("草稿", "工作台", "系统管理员");
        assertThat(page.follow("main .failure a[href=/public/]").status()).isEqualTo(200);
    }
}
