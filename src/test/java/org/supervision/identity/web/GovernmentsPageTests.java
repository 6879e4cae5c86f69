package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** The system administrator takes governments in. */
@ApplicationTest
class GovernmentsPageTests {

    private static final String FORM = "form[action$=/governments]";

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Autowired
    private PortalPages pages;

    @Test
    void aNewGovernmentIsListedAndACodeIsTakenOnce() {
        String code = "g" + UUID.randomUUID().toString().substring(0, 8);
        Page page = portal.signIn("sysadmin").open("/").follow("main a[href$=/governments]");
        Page wrong = page.submit(FORM, Map.of("code", "Not A Code", "name", "新区"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.content().select("#field-name").val()).isEqualTo("新区");

        Page created = wrong.submit(FORM, Map.of("code", code));
        assertThat(created.text(".flash")).contains("已设立：新区（" + code + "）");
        assertThat(created.text("tbody")).contains(code);
        assertThat(created.submit(FORM, Map.of("code", code, "name", "又一个")).status())
                .isEqualTo(409);
    }

    @Test
    void nobodyElseSeesThem() {
        TestCity city = cities.create();
        assertThat(pages.status(city.officer(), "/governments")).isEqualTo(403);
        assertThat(pages.status(city.chief(), "/governments")).isEqualTo(403);
        assertThat(pages.status("secadmin", "/governments")).isEqualTo(403);
    }
}
