package org.supervision.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MockClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.KeycloakDouble;
import org.supervision.KeycloakDouble.Mood;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.calendar.WorkingDays;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Accounts.State;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Caller;

/** People and their posts with Keycloak's interfaces at hand, which fall silent and turn away as the test says. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "supervision.demo.city=false",
            "supervision.demo.data-directory=",
            "supervision.audit.sealing=false",
            "camunda.bpm.job-execution.enabled=false",
            "supervision.keycloak.follow-every=PT10H",
            "supervision.keycloak.retry-every=PT10H"
        })
@ActiveProfiles({"demo", "keycloak"})
@Import({TestCities.class, KeycloakAccountsIT.Ticks.class})
class KeycloakAccountsIT {

    private static final KeycloakDouble KEYCLOAK = new KeycloakDouble();
    private static TestCity any;
    private static final LocalDate TODAY = LocalDate.of(2024, 4, 1);

    @TestConfiguration(proxyBeanMethods = false)
    static class Ticks {

        @Bean
        @Primary
        MockClock ticks() {
            return new MockClock();
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private Clock ticks;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Accounts accounts;

    @Autowired
    private KeycloakChanges changes;

    @Autowired
    private KeycloakFollowing following;

    @Autowired
    private TransactionTemplate transaction;

    @DynamicPropertySource
    static void connect(DynamicPropertyRegistry properties) {
        properties.add("supervision.keycloak.issuer", KEYCLOAK::issuer);
        properties.add("supervision.keycloak.client-secret", () -> "of the portal");
        properties.add("supervision.keycloak.directory-secret", () -> "of the directory");
    }

    @AfterEach
    void answersAgain() {
        KEYCLOAK.is(Mood.ANSWERING);
        aMomentLater();
        changes.carryOutAll();
    }

    /** Whatever was asked before is asked anew. */
    private void aMomentLater() {
        ((MockClock) ticks).add(Duration.ofSeconds(21));
    }

    private Caller bearer(JWTClaimsSet.Builder claims) {
        return bearer(claims, "JWT");
    }

    private Caller bearer(JWTClaimsSet.Builder claims, String type) {
        return Caller.anonymous(port).with("Authorization", "Bearer " + KEYCLOAK.signed(claims, type));
    }

    private Caller bearer(String username) {
        return bearer(KEYCLOAK.claims(username));
    }

    private int me(JWTClaimsSet.Builder claims) {
        return bearer(claims).get("/api/v1/me").statusCode();
    }

    private static GroupPath officer(TestCity city) {
        return GroupPath.office(city.code(), Role.OFFICER);
    }

    private static String liaisonOf(TestCity city) {
        return GroupPath.liaison(city.code(), city.units().get(0)).toString();
    }

    private Set<String> postsOf(String username) {
        return accounts.find(username).orElseThrow().groupPaths();
    }

    /** For tests that leave everybody as they are: a city is nine people to be made known at Keycloak. */
    private TestCity anyCity() {
        if (any == null) {
            any = cities.create();
        }
        return any;
    }

    // ---- who somebody is

    @Test
    void aRenamedPersonStaysWhoTheyAreAndAnotherOfTheOldNameIsNobody() {
        TestCity city = cities.create();
        JWTClaimsSet.Builder before = KEYCLOAK.claims(city.officer());
        assertThat(me(before)).isEqualTo(200);

        KEYCLOAK.set(city.officer(), "username", "renamed-" + city.code());
        KEYCLOAK.add(city.officer(), "冒名者");
        KEYCLOAK.enter(city.officer(), city.code() + "/office/chief");
        aMomentLater();

        assertThat(Caller.read(bearer("renamed-" + city.code()).get("/api/v1/me"))
                        .at("/username")
                        .asText())
                .isEqualTo(city.officer());
        assertThat(me(KEYCLOAK.claims(city.officer()))).isEqualTo(401);
        following.followAll();
        assertThat(postsOf(city.officer())).containsExactly(officer(city).toString());
    }

    @Test
    void whoWasRemovedIsNotComeBackAsWhoeverHasTheNameNow() {
        TestCity city = cities.create();
        assertThat(me(KEYCLOAK.claims(city.officer()))).isEqualTo(200);

        KEYCLOAK.remove(city.officer());
        KEYCLOAK.add(city.officer(), "后来者");
        KEYCLOAK.enter(city.officer(), city.code() + "/office/officer");
        aMomentLater();

        assertThat(me(KEYCLOAK.claims(city.officer()))).isEqualTo(401);
        assertThat(accounts.find(city.officer()).orElseThrow().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aPostIsNeverMadeForAStrangerOfTheSameUsername() {
        TestCity city = cities.create();
        String username = "zhang-" + city.code();
        KEYCLOAK.add(username, "张三");

        HttpResponse<String> answer = bearer(city.chief())
                .post("/api/v1/people", Map.of("username", username, "name", "张伟", "role", "OFFICER"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(Caller.read(answer).at("/detail").asText()).contains("已经有人用账号 " + username);
        assertThat(accounts.find(username)).isEmpty();
        assertThat(KEYCLOAK.groupsOf(username)).isEmpty();
        assertThat(bearer(city.chief())
                        .post(
                                "/api/v1/people",
                                Map.of(
                                        "username", username,
                                        "name", "张三",
                                        "role", "OFFICER"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(KEYCLOAK.groupsOf(username)).containsExactly(city.code() + "/office/officer");
    }

    @Test
    void aSlashInTheNameOfAGroupForgesNoPath() {
        TestCity city = cities.create();
        KEYCLOAK.addTopGroup(city.code() + "/office/chief", city.officer());
        KEYCLOAK.addTopGroup("admin/security", city.liaison(0));

        assertThat(Caller.read(bearer(city.officer()).get("/api/v1/me"))
                        .at("/roles")
                        .toString())
                .isEqualTo("[\"OFFICER\"]");
        assertThat(me(KEYCLOAK.claims(city.liaison(0)))).isEqualTo(200);
        following.followAll();
        assertThat(postsOf(city.liaison(0))).containsExactly(liaisonOf(city));
    }

    @Test
    void administratorsComeInWithASecondFactorOnly() {
        KEYCLOAK.enter("secadmin", "admin/security");
        JWTClaimsSet.Builder password = KEYCLOAK.claims("secadmin").claim("amr", List.of("pwd"));

        assertThat(me(KEYCLOAK.claims("secadmin"))).isEqualTo(401);
        assertThat(me(password)).isEqualTo(401);
        assertThat(me(password.claim("amr", List.of("pwd", "otp")))).isEqualTo(200);
    }

    // ---- what is changed here

    @Test
    void whatIsRolledBackNeverGetsThere() {
        TestCity city = anyCity();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    accounts.leave(city.officer(), officer(city));
                    accounts.enter(city.mayor(), officer(city));
                    throw new IllegalStateException("The commit fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        changes.carryOutAll();
        assertThat(KEYCLOAK.groupsOf(city.officer())).containsExactly(city.code() + "/office/officer");
        assertThat(KEYCLOAK.groupsOf(city.mayor())).containsExactly(city.code() + "/city-leader");
    }

    @Test
    void aHandOverWhileKeycloakIsAwayIsWholeHereAndWholeThereLater() {
        TestCity city = cities.create();
        String chief = city.chief();
        assertThat(me(KEYCLOAK.claims(chief))).isEqualTo(200);
        KEYCLOAK.is(Mood.SILENT);

        HttpResponse<String> answer = bearer(chief)
                .post("/api/v1/people/" + city.liaison(0) + "/hand-overs", Map.of("successor", city.leader(0)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(postsOf(city.liaison(0))).isEmpty();
        assertThat(postsOf(city.leader(0))).contains(liaisonOf(city));
        assertThat(KEYCLOAK.groupsOf(city.liaison(0))).isNotEmpty();
        KEYCLOAK.is(Mood.ANSWERING);
        aMomentLater();
        // What Keycloak does not know yet undoes nothing.
        assertThat(Caller.read(bearer(city.leader(0)).get("/api/v1/me"))
                        .at("/roles")
                        .toString())
                .contains("LIAISON");
        changes.carryOutAll();
        assertThat(KEYCLOAK.groupsOf(city.liaison(0))).isEmpty();
        assertThat(KEYCLOAK.groupsOf(city.leader(0))).contains(liaisonOf(city));
    }

    @Test
    void whereTheApplicationMayOnlyReadPostsAreNotGivenHere() {
        TestCity city = anyCity();
        KEYCLOAK.is(Mood.READ_ONLY);

        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> accounts.enter(city.mayor(), officer(city))))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("directory-refuses");

        assertThat(postsOf(city.mayor())).doesNotContain(officer(city).toString());
    }

    @Test
    void aNewAddressEnablesNobody() {
        TestCity city = cities.create();
        KEYCLOAK.set(city.officer(), "enabled", false);

        transaction.executeWithoutResult(status -> accounts.changeMail(city.officer(), "new@example.org"));

        assertThat(KEYCLOAK.field(city.officer(), "email")).isEqualTo("new@example.org");
        assertThat(KEYCLOAK.field(city.officer(), "enabled")).isEqualTo(false);
    }

    // ---- deputies

    private String deputy(TestCity city) {
        HttpResponse<String> named = bearer(city.liaison(0))
                .post(
                        "/api/v1/me/deputies",
                        Map.of(
                                "deputy",
                                city.leader(0),
                                "endsOn",
                                TODAY.plusDays(1).toString()));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(201);
        assertThat(KEYCLOAK.groupsOf(city.leader(0))).contains(liaisonOf(city));
        return Caller.read(named).at("/id").asText();
    }

    @Test
    void aDeputyEndsOnTheDayThoughKeycloakIsAway() {
        time.to(TODAY.atTime(9, 0).atZone(WorkingDays.ZONE).toInstant());
        TestCity city = cities.create();
        deputy(city);
        KEYCLOAK.is(Mood.SILENT);

        time.to(TODAY.plusDays(2).atTime(0, 1).atZone(WorkingDays.ZONE).toInstant());

        assertThat(postsOf(city.leader(0))).doesNotContain(liaisonOf(city));
        assertThat(KEYCLOAK.groupsOf(city.leader(0))).contains(liaisonOf(city));
        KEYCLOAK.is(Mood.ANSWERING);
        aMomentLater();
        changes.carryOutAll();
        assertThat(KEYCLOAK.groupsOf(city.leader(0))).doesNotContain(liaisonOf(city));
        assertThat(me(KEYCLOAK.claims(city.leader(0)))).isEqualTo(200);
        assertThat(postsOf(city.leader(0))).doesNotContain(liaisonOf(city));
    }

    @Test
    void aDeputyEndsWhenTheHolderLosesThePostAtKeycloak() {
        time.to(TODAY.atTime(9, 0).atZone(WorkingDays.ZONE).toInstant());
        TestCity city = cities.create();
        deputy(city);

        KEYCLOAK.leave(city.liaison(0), liaisonOf(city));
        following.followAll();

        assertThat(postsOf(city.leader(0))).doesNotContain(liaisonOf(city));
        assertThat(KEYCLOAK.groupsOf(city.leader(0))).doesNotContain(liaisonOf(city));
    }

    @Test
    void aDeputyWhoIsDisabledEndsForGood() {
        time.to(TODAY.atTime(9, 0).atZone(WorkingDays.ZONE).toInstant());
        TestCity city = cities.create();
        deputy(city);

        KEYCLOAK.set(city.leader(0), "enabled", false);
        following.followAll();
        KEYCLOAK.set(city.leader(0), "enabled", true);
        following.followAll();

        assertThat(postsOf(city.leader(0)))
                .containsExactly(
                        GroupPath.unitLeader(city.code(), city.units().get(0)).toString());
        assertThat(Caller.read(bearer(city.liaison(0)).get("/api/v1/me/deputies"))
                        .at("/0/state")
                        .asText())
                .isEqualTo("ENDED");
    }

    // ---- tokens over HTTP

    @Test
    void aTokenForOthersOfAnotherTimeOrForAnotherPurposeOpensNothing() {
        TestCity city = anyCity();
        JWTClaimsSet.Builder good = KEYCLOAK.claims(city.officer());
        Instant now = Instant.now();

        assertThat(me(good)).isEqualTo(200);
        assertThat(me(KEYCLOAK.claims(city.officer()).audience("account"))).isEqualTo(401);
        assertThat(me(KEYCLOAK.claims(city.officer()).claim("typ", "ID"))).isEqualTo(401);
        assertThat(me(KEYCLOAK.claims(city.officer()).claim("scope", "openid profile")))
                .isEqualTo(401);
        assertThat(bearer(good, "logout+jwt").get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(me(KEYCLOAK.claims(city.officer()).subject(null))).isEqualTo(401);
        Date before = Date.from(now.minusSeconds(300));
        assertThat(me(KEYCLOAK.claims(city.officer())
                        .issueTime(before)
                        .expirationTime(Date.from(now.minusSeconds(70)))))
                .isEqualTo(401);
        assertThat(me(KEYCLOAK.claims(city.officer())
                        .issueTime(before)
                        .expirationTime(Date.from(now.minusSeconds(30)))))
                .as("clocks may differ by a minute")
                .isEqualTo(200);
        assertThat(me(KEYCLOAK.claims(city.officer()).notBeforeTime(Date.from(now.plusSeconds(70)))))
                .isEqualTo(401);
    }

    private JWTClaimsSet.Builder end(String session) {
        return new JWTClaimsSet.Builder()
                .issuer(KEYCLOAK.issuer())
                .audience("supervision-rest")
                .claim("sid", session)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private int told(JWTClaimsSet.Builder token) {
        return told(KEYCLOAK.signed(token, "logout+jwt"));
    }

    private int told(String token) {
        return Caller.anonymous(port)
                .form("/logout/connect/back-channel/keycloak", Map.of("logout_token", token))
                .statusCode();
    }

    @Test
    void theEndOfASessionEndsItsTokens() {
        TestCity city = anyCity();
        String session = UUID.randomUUID().toString();
        JWTClaimsSet.Builder token = KEYCLOAK.claims(city.officer()).claim("sid", session);
        assertThat(me(token)).isEqualTo(200);

        assertThat(told(end(session))).isEqualTo(200);

        assertThat(me(token)).isEqualTo(401);
        assertThat(me(KEYCLOAK.claims(city.officer()))).isEqualTo(200);
    }

    @Test
    void anEndIsNotForgottenBeforeWhatItEndedIsTooOld() {
        TestCity city = anyCity();

        assertThat(me(KEYCLOAK.claims(city.officer())
                        .issueTime(Date.from(Instant.now().minus(Duration.ofDays(91))))))
                .isEqualTo(401);
    }

    @Test
    void theEndOfAllSessionsEndsTheTokensOfThePerson() {
        TestCity city = cities.create();
        JWTClaimsSet.Builder token = KEYCLOAK.claims(city.officer());

        assertThat(told(end(null).subject(KEYCLOAK.id(city.officer())))).isEqualTo(200);

        assertThat(me(token)).isEqualTo(401);
    }

    @Test
    void nobodyElseEndsASession() {
        TestCity city = anyCity();
        String session = UUID.randomUUID().toString();
        JWTClaimsSet.Builder token = KEYCLOAK.claims(city.officer()).claim("sid", session);

        assertThat(told(KEYCLOAK.signed(end(session)))).isEqualTo(400);
        assertThat(told(end(session).claim("events", Map.of()))).isEqualTo(400);
        assertThat(told(end(session).claim("nonce", "replayed"))).isEqualTo(400);
        assertThat(told(end(session).audience("others"))).isEqualTo(400);
        assertThat(told(end(session).issuer("https://others.example"))).isEqualTo(400);
        assertThat(told(end(session).expirationTime(Date.from(Instant.now().minusSeconds(70)))))
                .isEqualTo(400);
        assertThat(told(end(null))).isEqualTo(400);
        assertThat(told(token)).isEqualTo(400);
        assertThat(told("nonsense")).isEqualTo(400);
        assertThat(told(KEYCLOAK.signed(token))).isEqualTo(400);
        assertThat(me(token)).isEqualTo(200);
    }

    // ---- without Keycloak

    @ParameterizedTest
    @ValueSource(strings = {"SILENT", "SHUTTING_OUT"})
    void onlySilenceIsLivedThrough(Mood mood) {
        TestCity city = anyCity();
        JWTClaimsSet.Builder token = KEYCLOAK.claims(city.officer());
        assertThat(me(token)).isEqualTo(200);

        KEYCLOAK.is(mood);
        aMomentLater();

        assertThat(me(token)).isEqualTo(mood == Mood.SILENT ? 200 : 503);
        assertThat(me(KEYCLOAK.claims(city.leader(1)))).isEqualTo(503);
    }

    @Test
    void theAccountIsThereAtOnceForWhoIsMadeHere() {
        TestCity city = anyCity();
        Account officer = accounts.find(city.officer()).orElseThrow();

        assertThat(KEYCLOAK.field(city.officer(), "firstName")).isEqualTo(officer.name());
        assertThat(KEYCLOAK.field(city.officer(), "requiredActions")).isEqualTo(List.of("UPDATE_PASSWORD"));
        assertThat(me(KEYCLOAK.claims(city.officer()))).isEqualTo(200);
    }
}
