package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Browser;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.workflow.Caller;

/** People see where they are signed in and end it; so does the security administrator; each ends by itself in time. */
@ApplicationTest
class SignInsTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Autowired
    private JdbcClient jdbc;

    private static boolean isSignedIn(Browser browser) {
        return browser.open("/rounds").path().equals("/rounds");
    }

    @Test
    void peopleSeeTheirSignInsAndEndTheOthers() {
        String officer = cities.create().officer();
        Browser here = portal.signIn(officer);
        Browser there = portal.signIn(officer);

        Page list = here.open("/sign-ins");
        assertThat(list.content().select("tbody tr")).hasSize(2);
        assertThat(list.content().select(".badge")).hasSize(1);
        Page after = list.submit("form[action=/sign-ins/others/end]", Map.of());

        assertThat(after.text("[role=status]")).contains("已结束 1 处登录");
        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
    }

    @Test
    void oneIsEndedByItsRow() {
        String officer = cities.create().officer();
        Browser here = portal.signIn(officer);
        Browser there = portal.signIn(officer);
        Browser third = portal.signIn(officer);
        String ended = jdbc.sql("select id::text from sign_in where username = ? order by began_at offset 1 limit 1")
                .param(officer)
                .query(String.class)
                .single();

        here.open("/sign-ins").submit("form[action=/sign-ins/" + ended + "/end]", Map.of());

        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(third)).isTrue();
    }

    @Test
    void theSecurityAdministratorEndsAnybodysAndNobodyElseDoes() {
        String officer = cities.create().officer();
        String chief = cities.create().chief();
        Browser browser = portal.signIn(officer);
        for (String nobody : new String[] {chief, "sysadmin", "auditor"}) {
            Caller caller = Caller.signedIn(port, nobody, "demo");
            assertThat(caller.get("/sign-ins?username=" + officer).statusCode())
                    .as(nobody)
                    .isEqualTo(403);
            assertThat(caller.form(
                                    "/sign-ins/others/end",
                                    Map.of("username", officer, "_csrf", caller.csrf("/sign-ins")))
                            .statusCode())
                    .as(nobody)
                    .isEqualTo(403);
        }
        assertThat(isSignedIn(browser)).isTrue();

        Page after = portal.signIn("secadmin")
                .open("/sign-ins?username=" + officer)
                .submit("form[action=/sign-ins/others/end]", Map.of());

        assertThat(after.status()).isEqualTo(200);
        assertThat(isSignedIn(browser)).isFalse();
        assertThat(jdbc.sql("select actor from audit_entry where act = 'end-sign-ins' and object_id = ?")
                        .param(officer)
                        .query(String.class)
                        .list())
                .containsExactly("secadmin");
    }

    /** Whatever is done in it, and in whatever time the demo is. */
    @ParameterizedTest
    @CsvSource({
        "began_at, 11 hours, true",
        "began_at, 12 hours, false",
        "seen_at, 29 minutes, true",
        "seen_at, 30 minutes, false"
    })
    void theyEndByThemselves(String time, String ago, boolean goesOn) {
        String officer = cities.create().officer();
        Browser browser = portal.signIn(officer);
        jdbc.sql("update sign_in set " + time + " = now() - cast(? as interval) where username = ?")
                .params(ago, officer)
                .update();

        assertThat(isSignedIn(browser)).isEqualTo(goesOn);
    }

    @Test
    void whatAPageAsksByItselfKeepsNobodySignedIn() {
        String officer = cities.create().officer();
        Caller caller = Caller.signedIn(port, officer, "demo");
        jdbc.sql("update sign_in set seen_at = now() - interval '20 minutes' where username = ?")
                .param(officer)
                .update();

        caller.with("X-Polls", "true").get("/rounds");

        assertThat(jdbc.sql("select seen_at < now() - interval '19 minutes' from sign_in where username = ?")
                        .param(officer)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void signingOutEndsItAndAChangedPasswordEndsTheOthers() {
        String officer = cities.create().officer();
        Browser here = portal.signIn(officer);
        Browser there = portal.signIn(officer);

        here.open("/password")
                .submit(
                        "form[action=/password]",
                        Map.of("current", "demo", "password", "lotus anvil quarz", "repeated", "lotus anvil quarz"));

        assertThat(isSignedIn(there)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
        here.open("/sign-ins").submit("form[action=/logout]", Map.of());
        assertThat(jdbc.sql("select count(*) from sign_in where username = ?")
                        .param(officer)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0 | Edge · Windows
                    Mozilla/5.0 (Windows NT 6.1; Win64) AppleWebKit/537.36 Chrome/109.0 Safari/537.36                | Chrome · Windows
                    Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1          | Safari · iPhone
                    Mozilla/5.0 (Linux; Android 13) Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0              | WeChat · Android
                    Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0                            | Firefox · Linux
                    curl/8.5                                                                                          |
                    """)
    void browsersAreNamedAsPeopleKnowThem(String agent, String device) {
        assertThat(Device.of(agent)).isEqualTo(device);
    }
}
