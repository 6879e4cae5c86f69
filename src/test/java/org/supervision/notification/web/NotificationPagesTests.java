package org.supervision.notification.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.TestPost;
import org.supervision.notification.Channels;

/** Who sets where messages go, and what the pages never show. */
@ApplicationTest
class NotificationPagesTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Channels channels;

    @Autowired
    private TestPost post;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;

    @BeforeEach
    void aCityExists() {
        city = cities.create();
    }

    @AfterEach
    void nothingIsLeftToSend() {
        channels.set(city.code(), false, null, null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "/inbox, chief, 200",
        "/channels, sysadmin, 200",
        "/channels, auditor, 403",
        "/channels, chief, 403",
        "/contacts, chief, 200",
        "/contacts, officer, 403",
        "/contacts, sysadmin, 403",
        "/deliveries, officer, 200",
        "/deliveries, chief, 200",
        "/deliveries, mayor, 403",
        "/deliveries, sysadmin, 403",
    })
    void arePagesOfTheirKeepers(String page, String who, int status) {
        String username = who.equals("sysadmin") || who.equals("auditor") ? who : city.code() + "-" + who;
        assertThat(pages.status(username, page)).isEqualTo(status);
    }

    @Test
    void aRobotsAddressIsKeptAndNeverShownAgain() {
        String url = post.robotOrigin() + "/send?key=very-secret";
        MockHttpServletResponse saved = pages.post(
                "sysadmin",
                "/channels/{government}",
                Map.of("mail", "true", "robot", "WECOM", "robotUrl", url),
                city.code());
        assertThat(saved.getRedirectedUrl()).isEqualTo("/channels");
        assertThat(pages.get("sysadmin", "/channels").html()).doesNotContain("very-secret");

        pages.post("sysadmin", "/channels/{government}", Map.of("robot", "WECOM", "robotUrl", ""), city.code());
        assertThat(channels.of(city.code()).robotUrl()).isEqualTo(url);
        assertThat(jdbc.sql("select robot_url from channel_setting where government = ?")
                        .param(city.code())
                        .query(String.class)
                        .single())
                .as("as the database keeps it")
                .startsWith("{aes-gcm}")
                .doesNotContain("very-secret");
        assertThat(channels.of(city.code()).mail()).isFalse();
        assertThat(jdbc.sql(
                                "select string_agg(changes::text, ' ') from audit_entry where object_type = 'channel' and object_id = ?")
                        .param(city.code())
                        .query(String.class)
                        .single())
                .contains("WECOM")
                .doesNotContain("very-secret");
    }

    @Test
    void aServerNobodyAllowedIsRefusedInWords() {
        MockHttpServletResponse refused = pages.post(
                "sysadmin",
                "/channels/{government}",
                Map.of("robot", "DINGTALK", "robotUrl", "http://169.254.169.254/latest"),
                city.code());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(PortalPages.document(refused).select("#error-summary").text())
                .contains("运维人员许可的机器人服务器");
    }

    @Test
    void theChiefKeepsAddressesOfTheOwnCityOnly() {
        assertThat(pages.post(
                                city.chief(),
                                "/contacts",
                                Map.of(
                                        "kind",
                                        "PRINCIPAL",
                                        "unit",
                                        city.units().get(0),
                                        "name",
                                        "李局长",
                                        "mail",
                                        "li@example.org"))
                        .getRedirectedUrl())
                .isEqualTo("/contacts");
        assertThat(pages.post(
                                city.chief(),
                                "/contacts/people/{username}/mail",
                                Map.of("address", "a@example.org"),
                                city.liaison(1))
                        .getRedirectedUrl())
                .isEqualTo("/contacts");
        assertThat(pages.get(city.chief(), "/contacts").text())
                .contains("其中 1 人有邮箱")
                .contains("李局长");

        TestCity other = cities.create();
        assertThat(pages.post(
                                other.chief(),
                                "/contacts/people/{username}/mail",
                                Map.of("address", "x@example.org"),
                                city.liaison(1))
                        .getStatus())
                .isEqualTo(404);
        assertThat(pages.get(other.chief(), "/contacts").text()).doesNotContain("李局长");
    }

    @Test
    void anAddressThatIsNoneIsRefusedAndWhatWasTypedStays() {
        MockHttpServletResponse refused = pages.post(
                city.chief(), "/contacts", Map.of("kind", "SECRETARY", "name", "王秘书", "mail", "a@b\r\nBcc: c@d"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(PortalPages.document(refused).select("#field-name").val()).isEqualTo("王秘书");
    }
}
