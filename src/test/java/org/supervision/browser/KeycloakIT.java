package org.supervision.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.supervision.KeycloakServer;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.workflow.ActingApplication;
import org.supervision.workflow.Caller;
import org.supervision.workflow.SharedDirectory;

/** People sign in at a real Keycloak with a real browser; programs come with its tokens. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "supervision.demo.city=false",
            "supervision.demo.data-directory=",
            "camunda.bpm.job-execution.enabled=false",
            "supervision.keycloak.check-after=PT0.2S",
            "supervision.keycloak.follow-every=PT1H"
        })
@ActiveProfiles({"demo", "keycloak"})
@Import(TestCities.class)
@EnabledIf("org.supervision.KeycloakServer#isThere")
class KeycloakIT {

    /** As promised; what the application waits for is shortened to be tested. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String LOGIN_FORM = "#kc-form-login";

    private static Chromium chromium;
    private static KeycloakServer keycloak;
    private static TestCity any;
    private static final Set<String> WITH_PASSWORD = new HashSet<>();

    @Autowired
    private TestCities cities;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ActingApplication application;

    @Autowired
    private TimeTravel time;

    @Autowired
    private SharedDirectory directory;

    @Autowired
    private Clock clock;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        keycloak = KeycloakServer.get();
        properties.add("server.port", keycloak::applicationPort);
        properties.add("supervision.keycloak.issuer", keycloak::issuer);
        properties.add("supervision.keycloak.client-secret", () -> KeycloakServer.PORTAL_SECRET);
        properties.add("supervision.keycloak.rest-client-id", () -> KeycloakServer.CALLER);
        properties.add("supervision.keycloak.directory-secret", () -> KeycloakServer.DIRECTORY_SECRET);
    }

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    /** A test before, or a busy machine, may have let it seem silent. */
    @BeforeEach
    void keycloakAnswers() {
        await().atMost(SOON).until(directory::answers);
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void oneSignInOpensPortalCockpitAndTasklist() {
        String officer = person(anyCity().officer());
        Page page = visitor();
        page.navigate("/rounds");
        String addressOfTheForm = page.url();
        String sessionBefore = session(page);
        signIn(page, officer);

        assertThat(addressOfTheForm)
                .startsWith(keycloak.issuer())
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "state=");
        assertThat(page).hasURL(keycloak.application() + "/rounds?continue");
        assertThat(session(page)).isNotEqualTo(sessionBefore);

        // The engine's applications are large, and the machine may be busy.
        LocatorAssertions.IsVisibleOptions patiently = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
        page.navigate("/camunda/app/cockpit/default/");
        assertThat(page.locator("[cam-widget-header]").first()).isVisible(patiently);
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page.locator("[cam-widget-header]").first()).isVisible(patiently);
        assertThat(page.request().get("/camunda/api/admin/auth/user/default").text())
                .contains("\"userId\":\"" + officer + "\"", "\"cockpit\"", "\"tasklist\"")
                .doesNotContain("\"admin\"");
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        String officer = person(anyCity().officer());
        Page page = signedIn(officer);
        page.navigate("/camunda/app/tasklist/default/");
        page.navigate("/");

        page.locator("form[action='/logout']").evaluate("form => form.submit()");

        assertThat(page).hasURL(keycloak.application() + "/login?signedOut");
        assertThat(page.locator("main")).containsText("已退出登录");
        assertThat(page.request().get("/camunda/api/admin/auth/user/default").status())
                .isEqualTo(401);
        page.navigate("/rounds");
        assertThat(page.locator(LOGIN_FORM)).isVisible();
    }

    @Test
    void leavingTasklistEndsTheSessionEverywhere() {
        String officer = person(anyCity().officer());
        Page page = signedIn(officer);
        page.navigate("/camunda/app/tasklist/default/");
        String token = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .value;

        APIResponse answer = page.request()
                .post(
                        "/camunda/api/admin/auth/user/default/logout",
                        RequestOptions.create().setHeader("X-XSRF-TOKEN", token));

        assertThat(answer.status()).isEqualTo(204);
        page.navigate("/rounds");
        assertThat(page.locator(LOGIN_FORM)).isVisible();
    }

    @Test
    void whatKeycloakEndsIsEndedHere() {
        String officer = person(anyCity().officer());
        Page page = signedIn(officer);
        Caller caller = bearer(keycloak.token(officer));
        assertThat(page.request().get("/api/v1/me").status()).isEqualTo(200);
        assertThat(caller.get("/api/v1/me").statusCode()).isEqualTo(200);

        keycloak.signOut(officer);

        await().atMost(SOON).until(() -> page.request().get("/api/v1/me").status() == 401);
        await().atMost(SOON).until(() -> caller.get("/api/v1/me").statusCode() == 401);
        assertThat(page.request().get("/camunda/api/admin/auth/user/default").status())
                .isEqualTo(401);
        page.navigate("/rounds");
        assertThat(page.locator(LOGIN_FORM)).isVisible();
    }

    @Test
    void whoIsDisabledIsCutOffAndGivesTheirWorkBackToThePost() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        String cycle = cities.openFirstQuarter(city) + "-1";
        String liaison = person(city.liaison(0));
        Page page = signedIn(liaison);
        Caller caller = bearer(keycloak.token(liaison));
        assertThat(caller.get("/api/v1/work-items").statusCode()).isEqualTo(200);
        String task = taskOf(cycle).getId();
        application.run(() -> tasks.claim(task, liaison));

        keycloak.disable(liaison);

        await().atMost(SOON)
                .until(() -> page.request().get("/api/v1/work-items").status() == 401);
        assertThat(caller.get("/api/v1/work-items").statusCode()).isEqualTo(401);
        assertThat(page.request().get("/camunda/api/admin/auth/user/default").status())
                .isEqualTo(401);
        assertThat(taskOf(cycle).getAssignee()).isNull();
        assertThat(trail(city)).contains("follow-directory");
    }

    @Test
    void aChangeOfGroupsIsFeltWithoutSigningInAnew() {
        TestCity city = cities.create();
        String officer = person(city.officer());
        Page page = signedIn(officer);
        Caller caller = bearer(keycloak.token(officer));
        assertThat(page.request().get("/audit").status()).isEqualTo(403);

        keycloak.leave(officer, city.code() + "/office/officer");
        keycloak.enter(officer, city.code() + "/office/chief");

        await().atMost(SOON).until(() -> page.request().get("/audit").status() == 200);
        assertThat(Caller.read(caller.get("/api/v1/me")).at("/roles").toString())
                .isEqualTo("[\"OFFICE_CHIEF\"]");

        keycloak.leave(officer, city.code() + "/office/chief");
        await().atMost(SOON).until(() -> page.request().get("/api/v1/me").status() == 401);
        assertThat(caller.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void tokensForOthersAndPasswordsOpenNothing() {
        TestCity city = anyCity();
        String officer = person(city.officer());
        assertThat(bearer(keycloak.token(officer)).get("/api/v1/rounds").statusCode())
                .isEqualTo(200);

        HttpResponse<String> refused = bearer(keycloak.foreignToken(officer)).get("/api/v1/rounds");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(refused.body()).contains("\"code\"").doesNotContain("Jwt", "Exception");
        String token = keycloak.token(officer);
        assertThat(bearer(token.substring(0, token.length() - 4) + "AAAA")
                        .get("/api/v1/rounds")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Caller.basic(keycloak.applicationPort(), officer, KeycloakServer.PASSWORD)
                        .get("/api/v1/rounds")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Caller.basic(keycloak.applicationPort(), officer, "demo")
                        .get("/api/v1/rounds")
                        .statusCode())
                .isEqualTo(401);
        assertThat(bearer(token)
                        .post("/api/v1/me/password", Map.of("password", "chosen-1-by-me"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageAboutPasswordsSaysWhereTheyAreChanged() {
        Page page = signedIn(person(anyCity().chief()));

        page.navigate("/password");
        assertThat(page.locator("main a.button-primary")).hasAttribute("href", keycloak.issuer() + "/account");
        page.navigate("/people");
        assertThat(page.locator("main")).containsText("账号和密码由统一身份认证平台管理");
        assertThat(page.getByText("重发初始密码")).hasCount(0);
        page.navigate("/login");
        assertThat(page.locator("input[type=password]")).hasCount(0);
    }

    @Test
    void whoHoldsNoPostIsTold() {
        keycloak.addPerson("nobody-here");
        Page page = visitor();
        page.navigate("/rounds");
        signIn(page, "nobody-here");

        assertThat(page.locator("[role=alert]")).containsText("您在本系统没有岗位");

        page.getByText("用别的账号登录").click();
        assertThat(page.locator(LOGIN_FORM)).isVisible();
    }

    @Test
    void whileKeycloakDoesNotAnswerWhoIsSignedInGoesOnAndOthersAreTold() {
        TestCity city = cities.create();
        String officer = person(city.officer());
        Page page = signedIn(officer);
        Caller caller = bearer(keycloak.token(officer));
        assertThat(caller.get("/api/v1/rounds").statusCode()).isEqualTo(200);
        String unseen = keycloak.token(person(city.chief()));
        Page other = visitor();

        keycloak.freeze();
        try {
            page.navigate("/rounds");
            assertThat(page.locator("form[action='/logout']")).isAttached();
            page.navigate("/camunda/app/tasklist/default/");
            assertThat(page.request()
                            .get("/camunda/api/admin/auth/user/default")
                            .status())
                    .isEqualTo(200);
            assertThat(caller.get("/api/v1/rounds").statusCode()).isEqualTo(200);
            HttpResponse<String> unknown = bearer(unseen).get("/api/v1/rounds");
            assertThat(unknown.statusCode()).isEqualTo(503);
            assertThat(Caller.read(unknown).at("/detail").asText()).contains("统一身份认证平台暂时没有应答");

            assertThat(other.navigate("/rounds").status()).isEqualTo(503);
            assertThat(other.locator("main")).containsText("请过几分钟再打开");
            assertThat(other.navigate("/public/").status()).isEqualTo(200);
        } finally {
            keycloak.thaw();
        }
        await().atMost(SOON).until(() -> bearer(unseen).get("/api/v1/rounds").statusCode() == 200);
        await().atMost(SOON).until(() -> {
            other.navigate("/rounds");
            return other.locator(LOGIN_FORM).isVisible();
        });
    }

    @Test
    void theSimulatedClockDoesNotAgeTokens() {
        String officer = person(anyCity().officer());
        Instant before = clock.instant();
        time.to(before.plus(Duration.ofHours(3)));
        try {
            assertThat(bearer(keycloak.token(officer)).get("/api/v1/me").statusCode())
                    .isEqualTo(200);
            assertThat(signedIn(officer).request().get("/api/v1/me").status()).isEqualTo(200);
        } finally {
            time.to(before);
        }
    }

    @Test
    void aGroupThatIsNoPostGivesNothingInTheEngine() {
        String officer = person(cities.create().officer());
        keycloak.addGroup("camunda-admin");
        keycloak.enter(officer, "camunda-admin");
        Page page = signedIn(officer);

        page.navigate("/camunda/app/tasklist/default/");

        assertThat(page.request().get("/camunda/api/admin/auth/user/default").text())
                .contains("\"tasklist\"")
                .doesNotContain("\"admin\"");
        assertThat(page.request()
                        .get("/camunda/api/engine/engine/default/identity/groups?userId=" + officer)
                        .text())
                .contains("office/officer")
                .doesNotContain("camunda-admin");
    }

    @Test
    void aHandOverMovesThePostAtKeycloakToo() {
        TestCity city = cities.create();
        String chief = person(city.chief());
        Caller caller = bearer(keycloak.token(chief));

        HttpResponse<String> answer = caller.post(
                "/api/v1/people/" + city.liaison(0) + "/hand-overs", Map.of("name", "王小明", "mail", "wang@example.org"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String successor = Caller.read(answer).at("/successor").asText();
        assertThat(keycloak.groupsOf(city.liaison(0))).isEmpty();
        assertThat(keycloak.groupsOf(successor).findValuesAsText("path"))
                .containsExactly("/" + city.code() + "/units/" + city.units().get(0) + "/liaison");
        keycloak.setPassword(successor);
        assertThat(Caller.read(bearer(keycloak.token(successor)).get("/api/v1/me"))
                        .at("/name")
                        .asText())
                .isEqualTo("王小明");
    }

    @Test
    void fiveWrongPasswordsLockByTheProfileOfTheChineseStandard() {
        String officer = person(cities.create().officer());
        Map<String, Object> before = Map.of(
                "passwordPolicy", keycloak.realm().path("passwordPolicy").asText(),
                "failureFactor", keycloak.realm().path("failureFactor").asInt(),
                "waitIncrementSeconds",
                        keycloak.realm().path("waitIncrementSeconds").asInt());
        keycloak.overlay("profile-gbt22239.json");
        try {
            assertThat(keycloak.realm().path("ssoSessionIdleTimeout").asInt()).isEqualTo(900);
            assertThat(keycloak.realm().path("waitIncrementSeconds").asInt())
                    .as("thirty minutes")
                    .isEqualTo(1800);
            for (int i = 0; i < 5; i++) {
                keycloak.answer(officer, "wrong");
            }
            await().atMost(SOON).until(() -> !keycloak.answer(officer, KeycloakServer.PASSWORD)
                    .has("access_token"));
        } finally {
            keycloak.change(before);
        }
        assertThat(before.get("passwordPolicy").toString())
                .contains("length(12)")
                .doesNotContain("forceExpired");
    }

    @Test
    void administratorsComeInByASecondFactor() throws GeneralSecurityException {
        String administrator = person("secadmin");
        keycloak.enter(administrator, "admin/security");
        Page page = visitor();
        page.navigate("/posts");
        signIn(page, administrator);

        assertThat(page.locator("#kc-totp-settings-form")).isVisible();
        String secret = page.locator("input[name=totpSecret]").inputValue();
        page.fill("#totp", OneTimeCodes.at(secret, Instant.now()));
        page.fill("#userLabel", "authenticator");
        page.click("#saveTOTPBtn");
        // Setting it up is not using it: it is asked for once.
        page.fill("#password", KeycloakServer.PASSWORD);
        page.click("#kc-login");
        // A code is good once; the next one is taken a little early.
        page.fill("#otp", OneTimeCodes.at(secret, Instant.now().plusSeconds(30)));
        page.click("#kc-login");

        assertThat(page).hasURL(keycloak.application() + "/posts?continue");
    }

    @Test
    void whoBecomesAnAdministratorIsAskedForASecondFactorInTheMidstOfASession() {
        TestCity city = cities.create();
        String officer = person(city.officer());
        Page page = signedIn(officer);

        keycloak.leave(officer, city.code() + "/office/officer");
        keycloak.enter(officer, "admin/audit");

        await().atMost(SOON).until(() -> page.request().get("/api/v1/me").status() == 401);
        page.navigate("/audit");
        assertThat(page.locator("#password")).isVisible();
        page.fill("#password", KeycloakServer.PASSWORD);
        page.click("#kc-login");
        assertThat(page.locator("#kc-totp-settings-form")).isVisible();
    }

    @Test
    void aPasswordAloneGetsNoTokenAnywhere() {
        String officer = person(anyCity().officer());
        keycloak.addOpenClient("opened-by-somebody");

        assertThat(keycloak.clients())
                .contains("admin-cli", "supervision-portal", "supervision-rest", "opened-by-somebody")
                .filteredOn(client -> !client.startsWith("test-"))
                .allSatisfy(
                        client -> assertThat(keycloak.answerOf(client, officer).has("access_token"))
                                .as(client)
                                .isFalse());
    }

    @Test
    void programsAskThePersonAndLeadNowhereElse() {
        String officer = person(anyCity().officer());
        String address = keycloak.issuer() + "/protocol/openid-connect/auth?client_id=supervision-rest"
                + "&response_type=code&scope=openid&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri=http://127.0.0.1";
        Page page = visitor();

        assertThat(page.navigate(address + "/elsewhere").status()).isEqualTo(400);
        page.navigate(address + ":53682/signed-in");
        signIn(page, officer);

        assertThat(page.locator("#kc-oauth")).isVisible();
    }

    @Test
    void passwordsOthersTryFirstAreRefused() {
        keycloak.addPerson("chooser");

        for (String password : List.of(
                "passwordpassword",
                "PasswordPassword",
                "qwerty123456",
                "Supervision2026",
                "123456123456",
                "chooser-chooser-1")) {
            assertThat(keycloak.takesPassword("chooser", password)).as(password).isFalse();
        }
        assertThat(keycloak.takesPassword("chooser", "lotus anvil quarz")).isTrue();
    }

    @Test
    void whoChangesPasswordOrSecondFactorSignsInAnewBefore() {
        Page page = signedIn(person(anyCity().officer()));
        String address = keycloak.issuer() + "/protocol/openid-connect/auth?client_id=supervision-portal"
                + "&response_type=code&scope=openid&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri="
                + keycloak.application() + "/login/oauth2/code/keycloak&kc_action=";

        page.navigate(address + "UPDATE_PASSWORD");
        assertThat(page.locator("#password")).isVisible();
        assertThat(page.locator("#password-new")).hasCount(0);
        page.fill("#password", KeycloakServer.PASSWORD);
        page.click("#kc-login");
        assertThat(page.locator("#password-new")).isVisible();

        page.navigate(address + "CONFIGURE_TOTP");
        assertThat(page.locator("#password")).isVisible();
        assertThat(page.locator("#kc-totp-settings-form")).hasCount(0);
    }

    @Test
    void theSecondFactorCanBeAskedOfEverybody() {
        String officer = person(cities.create().officer());
        keycloak.askEverybodyForASecondFactor(true);
        try {
            Page page = visitor();
            page.navigate("/rounds");
            signIn(page, officer);

            assertThat(page.locator("#kc-totp-settings-form")).isVisible();
        } finally {
            keycloak.askEverybodyForASecondFactor(false);
        }
    }

    @Test
    void nobodyRegistersAClientThere() {
        Map<String, Object> client = Map.of("client_name", "x", "redirect_uris", List.of("https://evil.example/x"));

        assertThat(keycloak.asStranger("/clients-registrations/openid-connect", client))
                .isIn(401, 403);
        assertThat(keycloak.asStranger("/clients-registrations/default", Map.of("clientId", "x")))
                .isIn(401, 403);
        assertThat(keycloak.clients()).doesNotContain("x");
    }

    @Test
    void theApplicationMayDoNothingToAdministratorsThere() {
        TestCity city = anyCity();
        String officer = keycloak.id(person(city.officer()));
        String auditor = keycloak.id(person("auditor"));
        keycloak.enter("auditor", "admin/audit");
        String audit = keycloak.group("admin/audit");
        Map<String, Object> password = Map.of("type", "password", "value", "another long password", "temporary", false);

        assertThat(keycloak.asApplication("PUT", "/users/" + officer + "/groups/" + audit, null))
                .isEqualTo(403);
        assertThat(keycloak.asApplication("DELETE", "/users/" + auditor + "/groups/" + audit, null))
                .isEqualTo(403);
        assertThat(keycloak.asApplication("PUT", "/users/" + auditor + "/reset-password", password))
                .isEqualTo(403);
        assertThat(keycloak.asApplication("PUT", "/users/" + auditor, Map.of("enabled", false)))
                .isEqualTo(403);
        assertThat(keycloak.asApplication("DELETE", "/users/" + auditor, null)).isEqualTo(403);
        assertThat(keycloak.asApplication(
                        "POST", "/groups/" + keycloak.group("admin") + "/children", Map.of("name", "x")))
                .isEqualTo(403);
        assertThat(keycloak.asApplication("GET", "/clients", null)).isEqualTo(403);
        assertThat(keycloak.asApplication("GET", "/users/" + auditor, null)).isEqualTo(200);
    }

    private Task taskOf(String cycle) {
        return application.get(
                () -> tasks.createTaskQuery().processInstanceBusinessKey(cycle).singleResult());
    }

    private String trail(TestCity city) {
        return bearer(keycloak.token(person(city.chief())))
                .get("/api/v1/audit-entries?size=100")
                .body();
    }

    /** For tests that leave everybody as they are: a city is nine people and their groups to be made at Keycloak. */
    private TestCity anyCity() {
        if (any == null) {
            any = cities.create();
        }
        return any;
    }

    /** Somebody the application has made at Keycloak, with a password now. */
    private static String person(String username) {
        if (WITH_PASSWORD.add(username)) {
            keycloak.setPassword(username);
        }
        return username;
    }

    private static Caller bearer(String token) {
        return Caller.anonymous(keycloak.applicationPort()).with("Authorization", "Bearer " + token);
    }

    private static Page visitor() {
        return chromium.open(keycloak.application(), 1366);
    }

    private static Page signedIn(String username) {
        Page page = visitor();
        page.navigate("/");
        signIn(page, username);
        // The page that was wanted first, as Spring Security marks it.
        assertThat(page).hasURL(keycloak.application() + "/?continue");
        return page;
    }

    private static void signIn(Page page, String username) {
        page.fill("#username", username);
        page.fill("#password", KeycloakServer.PASSWORD);
        page.click("#kc-login");
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID") && cookie.domain.equals("localhost"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElse("");
    }
}
