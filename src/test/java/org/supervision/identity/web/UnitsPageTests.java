package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.OrgUnits;

/** The unit directory as a page: everybody reads it, its keepers also find the forms. */
@ApplicationTest
class UnitsPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private OrgUnits units;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @Test
    void aLiaisonReadsTheDirectoryWithoutItsForms() {
        Document page = pages.get(city.liaison(0), "/units");

        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.select("tbody tr").get(0).text())
                .contains("市一局", city.units().get(0), city.leader(0));
        assertThat(page.select("main form[method=post]")).isEmpty();
    }

    @Test
    void theChiefEntersAUnitAndAnAlias() {
        assertThat(pages.post(city.chief(), "/units", Map.of("name", " 市四局 ")).getRedirectedUrl())
                .isEqualTo("/units");
        assertThat(pages.post(city.chief(), "/units/{code}/aliases", Map.of("alias", "第四局"), city.code() + "-u004")
                        .getRedirectedUrl())
                .isEqualTo("/units");

        assertThat(pages.get(city.chief(), "/units?q={text}", "第四")
                        .select("tbody tr")
                        .text())
                .contains("市四局", "第四局");
    }

    @Test
    void aMistakeIsShownInTheFormWithWhatWasTyped() {
        MockHttpServletResponse answer = pages.post(city.chief(), "/units", Map.of("name", "市一局"));

        Document page = PortalPages.document(answer);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(page.select("#error-summary a[href=#field-name]").text())
                .contains("市一局", city.units().get(0));
        assertThat(page.select("#field-name").attr("value")).isEqualTo("市一局");
    }

    @Test
    void nobodyElseCanSendTheForms() {
        for (String username : new String[] {city.officer(), city.mayor(), city.leader(0), "auditor", "secadmin"}) {
            assertThat(pages.post(username, "/units", Map.of("name", "市四局", "government", city.code()))
                            .getStatus())
                    .as(username)
                    .isEqualTo(403);
        }
        assertThat(units.of(city.code())).hasSize(3);
    }

    @Test
    void theSystemAdministratorChoosesTheGovernment() {
        Document page = pages.get("sysadmin", "/units?government={city}", city.code());

        assertThat(page.select("tbody tr")).hasSize(3);
        assertThat(page.select("#field-government option[selected]").attr("value"))
                .isEqualTo(city.code());
        assertThat(pages.post("sysadmin", "/units", Map.of("name", "市四局", "government", city.code()))
                        .getRedirectedUrl())
                .isEqualTo("/units");
        assertThat(units.of(city.code())).hasSize(4);
    }

    @Test
    void aSearchWithoutResultSaysSo() {
        assertThat(pages.get(city.officer(), "/units?q={text}", "没有的局").select(".empty"))
                .hasSize(1);
    }
}
