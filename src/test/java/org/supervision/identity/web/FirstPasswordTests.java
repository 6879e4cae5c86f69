package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Browser;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.People;
import org.supervision.identity.People.Newcomer;
import org.supervision.identity.Role;
import org.supervision.workflow.Caller;

/** First passwords are told once, open nothing but the choice of another, and lapse. */
@ApplicationTest
class FirstPasswordTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private Portal portal;

    @Autowired
    private People people;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private String join(TestCity city, String keeper, String name, Role role, int unit) {
        return cities.as(
                keeper,
                () -> people.join(
                        currentUsers.required(),
                        city.code(),
                        new Newcomer(null, name, role, city.units().get(unit), null, "13800001111")));
    }

    private Document handOut(String keeper, TestCity city, String unit) {
        MockHttpServletResponse answer =
                pages.post(keeper, "/people/hand-outs", Map.of("government", city.code(), "unit", unit));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return PortalPages.document(answer);
    }

    private static String password(Document sheets, String username) {
        Element strip = sheets.select(".strip").stream()
                .filter(each -> each.text().contains(username))
                .findFirst()
                .orElseThrow();
        return strip.select("code").get(1).text();
    }

    @Test
    void theyAreShownOnceForEachUnitAndKeptAsHashesOnly() {
        TestCity city = cities.create();
        String one = join(city, city.chief(), "张一", Role.LIAISON, 0);
        String two = join(city, city.chief(), "李二", Role.UNIT_LEADER, 1);

        Document sheets = handOut(city.chief(), city, "");

        assertThat(sheets.select(".hand-out h2").eachText()).containsExactly("市一局：初始密码发放单", "市二局：初始密码发放单");
        String password = password(sheets, one);
        assertThat(password).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}").isNotEqualTo(password(sheets, two));
        assertThat(pages.post(city.chief(), "/people/hand-outs", Map.of("unit", ""))
                        .getStatus())
                .as("a second time")
                .isEqualTo(409);
        assertThat(pages.get(city.chief(), "/people").text()).doesNotContain(password);
        for (String table : List.of("first_password", "act_id_user", "audit_entry", "idempotent_write")) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like '%" + password + "%'")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/units",
                "/work-items/1",
                "/camunda/app/tasklist/",
                "/api/v1/me",
                "/api/v1/work-items",
                "/camunda/api/engine/engine/default/task"
            })
    void theyOpenNothingElseUntilTheyAreChanged(String path) {
        TestCity city = cities.create();
        String username = join(city, city.chief(), "王三", Role.LIAISON, 0);
        String password = password(handOut(city.chief(), city, ""), username);

        HttpResponse<String> answer = Caller.signedIn(port, username, password).get(path);

        if (path.contains("/api/")) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("workflow.problem.first-password");
        } else {
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/password");
        }
        if (path.startsWith("/api/")) {
            assertThat(Caller.basic(port, username, password).get(path).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoeverHasOneChoosesTheirOwnAndWorksOn() {
        TestCity city = cities.create();
        String username = join(city, city.chief(), "赵四", Role.LIAISON, 0);
        String password = password(handOut(city.chief(), city, ""), username);
        Browser browser = portal.anonymous();
        Page choice = browser.open("/login")
                .submit("form[action=/login]", Map.of("username", username, "password", password));
        assertThat(choice.path()).isEqualTo("/password");
        assertThat(choice.text("h1")).isEqualTo("先改密码");

        Page weak = choice.submit(
                "form[action=/password]", Map.of("password", username + "2026", "repeated", username + "2026"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.text(".notice-red")).contains("太容易猜到");
        Page common = choice.submit("form[action=/password]", Map.of("password", "Football1", "repeated", "Football1"));
        assertThat(common.text(".notice-red")).contains("很多人用");
        Page same = choice.submit("form[action=/password]", Map.of("password", password, "repeated", password));
        assertThat(same.status()).isEqualTo(422);
        Page done = choice.submit(
                "form[action=/password]", Map.of("password", "lotus anvil quarz", "repeated", "lotus anvil quarz"));

        assertThat(done.text("h1")).isEqualTo("密码已改好");
        assertThat(browser.open("/").text("h1")).isNotEqualTo("先改密码");
        assertThat(Caller.basic(port, username, "lotus anvil quarz")
                        .get("/api/v1/me")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Caller.basic(port, username, password).get("/api/v1/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void oneThatIsNotUsedInTimeOpensNothingAndCanBeHandedOutAgain() {
        TestCity city = cities.create();
        String username = join(city, city.chief(), "孙五", Role.LIAISON, 0);
        String password = password(handOut(city.chief(), city, ""), username);
        time.to(clock.instant().plus(Duration.ofDays(15)));

        Page refused = portal.anonymous()
                .open("/login")
                .submit("form[action=/login]", Map.of("username", username, "password", password));
        assertThat(refused.path()).isEqualTo("/login");
        assertThat(refused.text(".notice-red")).startsWith("初始密码已过期");
        assertThat(pages.get(city.chief(), "/people").text()).contains("初始密码过期未用");

        Document again = PortalPages.document(
                pages.post(city.chief(), "/people/{username}/first-password", Map.of("confirmed", "true"), username));
        assertThat(Caller.basic(port, username, password(again, username))
                        .get("/api/v1/me")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anotherFirstPasswordEndsThePresentOneAndItsSessions() {
        TestCity city = cities.create();
        Caller caller = Caller.signedIn(port, city.liaison(0), "demo");
        assertThat(caller.get("/rounds").statusCode()).isEqualTo(200);

        pages.post(city.chief(), "/people/{username}/first-password", Map.of("confirmed", "true"), city.liaison(0));

        assertThat(caller.get("/rounds").headers().firstValue("Location").orElse(""))
                .endsWith("/login?expired");
        assertThat(Caller.basic(port, city.liaison(0), "demo").get("/api/v1/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPasswordInUseIsTakenAwayOnlyOnceThatIsConfirmed() {
        TestCity city = cities.create();

        Document asked = pages.get(city.chief(), "/people/{username}/first-password", city.liaison(0));
        int unconfirmed = pages.post(city.chief(), "/people/{username}/first-password", Map.of(), city.liaison(0))
                .getStatus();

        assertThat(asked.text()).contains("密码马上作废", "作废原密码并重发");
        assertThat(unconfirmed).isEqualTo(422);
        assertThat(Caller.basic(port, city.liaison(0), "demo").get("/api/v1/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyKeepsAccountsBesideOrAboveTheirOwn() {
        TestCity city = cities.create();
        TestCity other = cities.create();

        for (String username : List.of(city.mayor(), city.chief())) {
            assertThat(pages.post(
                                    city.chief(),
                                    "/people/{username}/first-password",
                                    Map.of("confirmed", "true"),
                                    username)
                            .getStatus())
                    .as(username)
                    .isEqualTo(403);
        }
        assertThat(pages.post(
                                city.chief(),
                                "/people/{username}/first-password",
                                Map.of("confirmed", "true"),
                                other.liaison(0))
                        .getStatus())
                .isEqualTo(404);
        for (String nobody : List.of(city.officer(), city.liaison(0), city.mayor(), "secadmin", "auditor")) {
            assertThat(pages.post(nobody, "/people/hand-outs", Map.of("government", city.code()))
                            .getStatus())
                    .as(nobody)
                    .isEqualTo(403);
            assertThat(pages.status(nobody, "/people")).as(nobody).isEqualTo(403);
        }
    }

    @Test
    void whomTheSystemAdministratorNamesHoldsThePostWhenTheSecurityAdministratorGrantsIt() {
        TestCity city = cities.create();
        String username = join(city, "sysadmin", "周六", Role.OFFICER, 0);
        String password = password(handOut("sysadmin", city, ""), username);
        Caller caller = Caller.basic(port, username, password);
        assertThat(caller.post("/api/v1/me/password", "{\"password\":\"lotus anvil quarz\"}")
                        .statusCode())
                .isEqualTo(204);
        Caller named = Caller.basic(port, username, "lotus anvil quarz");
        assertThat(named.get("/api/v1/rounds").statusCode()).isEqualTo(403);
        assertThat(pages.get(username, "/").text()).contains("还没有岗位");
        String post = username + " " + city.code() + "/office/officer";
        assertThat(pages.get("secadmin", "/posts").select("input[name=post]").eachAttr("value"))
                .contains(post);
        assertThat(pages.post("sysadmin", "/posts", Map.of("post", post, "granted", "true"))
                        .getStatus())
                .isEqualTo(403);

        pages.post("secadmin", "/posts", Map.of("post", post, "granted", "true"));

        assertThat(named.get("/api/v1/rounds").statusCode()).isEqualTo(200);
        assertThat(pages.get("secadmin", "/posts").select("input[name=post]").eachAttr("value"))
                .doesNotContain(post);
    }

    @Test
    void whoHoldsAPostGetsANewOneFromTheSystemAdministratorOnlyWhenTheSecurityAdministratorConfirms() {
        TestCity city = cities.create();
        Map<String, String> form = Map.of("confirmed", "true", "government", city.code());
        String address = "/people/{username}/first-password";
        Caller mayor = Caller.basic(port, city.mayor(), "demo");

        Document asked = PortalPages.document(pages.post("sysadmin", address, form, city.mayor()));
        assertThat(asked.text()).contains("已报请安全管理员确认");
        assertThat(asked.select(".strip")).isEmpty();
        assertThat(mayor.get("/api/v1/me").statusCode()).isEqualTo(200);
        assertThat(pages.post("sysadmin", "/posts/passwords", Map.of("username", city.mayor(), "granted", "true"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(pages.get("secadmin", "/posts").select("#passwords").text()).contains(city.mayor());

        pages.post("secadmin", "/posts/passwords", Map.of("username", city.mayor(), "granted", "true"));
        Document handedOut = PortalPages.document(pages.post("sysadmin", address, form, city.mayor()));

        assertThat(handedOut.select(".strip")).hasSize(1);
        assertThat(mayor.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(PortalPages.document(pages.post("sysadmin", address, form, city.mayor()))
                        .select(".strip"))
                .as("a confirmation is good for one")
                .isEmpty();
        pages.post("secadmin", "/posts/passwords", Map.of("username", city.mayor(), "granted", "false"));
    }

    @Test
    void theSystemAdministratorHandsOutNoneToThoseTheChiefHasGivenAPost() {
        TestCity city = cities.create();
        join(city, city.chief(), "吴七", Role.LIAISON, 0);

        assertThat(pages.post("sysadmin", "/people/hand-outs", Map.of("government", city.code(), "unit", ""))
                        .getStatus())
                .isEqualTo(409);
    }
}
