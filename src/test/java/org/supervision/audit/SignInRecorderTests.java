package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.supervision.ApplicationTest;
import org.supervision.identity.Accounts;
import org.supervision.identity.Governments;
import org.supervision.identity.GroupPath;

/** The trail tells who signed in and out and whose password was wrong. */
@ApplicationTest
class SignInRecorderTests {

    @Autowired
    private AuditEntries entries;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Governments governments;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private WebApplicationContext context;

    private final String username = "p" + UUID.randomUUID();
    private final String government = "s" + username.replace("-", "").substring(1, 16);

    @BeforeEach
    void createAccount() {
        governments.create(government, "Government of people");
        accounts.create(
                new Accounts.Account(
                        username,
                        "Person",
                        Set.of(GroupPath.cityLeader(government).toString())),
                "right-password");
    }

    @Test
    void signingInAndOutIsRecorded() throws Exception {
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
        MockHttpSession session = (MockHttpSession) browser.perform(SecurityMockMvcRequestBuilders.formLogin()
                        .user(username)
                        .password("right-password"))
                .andReturn()
                .getRequest()
                .getSession();
        browser.perform(
                MockMvcRequestBuilders.post("/logout")
                        .session(session)
                        .with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                                .csrf()));

        assertThat(entriesOfAccount()).extracting(AuditEntry::act).containsExactly("sign-in", "sign-out");
        assertThat(entriesOfAccount()).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(username);
            assertThat(entry.government()).isEqualTo(government);
            assertThat(entry.changes().get("signIn.way").after()).isEqualTo("form");
            assertThat(entry.changes().get("signIn.factors").after()).isEqualTo("pwd");
            assertThat(entry.origin()).isEqualTo("127.0.0.1");
        });
    }

    /** Each call signs in anew; what somebody does is told by itself, with the address it came from. */
    @Test
    void whoComesWithCredentialsInsteadOfASessionIsRecordedOnceAnHour() {
        for (int i = 0; i < 3; i++) {
            http.withBasicAuth(username, "right-password").getForEntity("/api/v1/me", String.class);
        }
        // It is told when the answer is on its way.
        await().until(() -> !entriesOfAccount().isEmpty());

        assertThat(entriesOfAccount()).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("sign-in");
            assertThat(entry.actor()).isEqualTo(username);
            assertThat(entry.government()).isEqualTo(government);
            assertThat(entry.changes().get("signIn.way").after()).isEqualTo("basic");
            assertThat(entry.changes().get("signIn.factors").after()).isEqualTo("pwd");
            assertThat(entry.changes().get("signIn.address").after()).isEqualTo("127.0.0.1");
            assertThat(entry.hasNoTexts()).isTrue();
        });
    }

    @Test
    void aWrongPasswordIsRecordedWithoutAnActor() {
        assertThat(http.withBasicAuth(username, "wrong-password")
                        .getForEntity("/api/v1/me", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);

        assertThat(entriesOfAccount()).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("fail-sign-in");
            assertThat(entry.actor()).isEqualTo(AuditEntry.ANONYMOUS);
            assertThat(entry.government()).isEqualTo(government);
            assertThat(entry.changes().get("signIn.reason").after()).isEqualTo("wrong-password");
            assertThat(entry.changes().get("signIn.address").after()).isEqualTo("127.0.0.1");
            assertThat(entry.hasNoTexts()).isTrue();
        });
    }

    /** Of a proxy of the own machine the header is believed; what it was told by others is not. */
    @Test
    void behindATrustedProxyTheAddressIsTheCallers() {
        HttpHeaders headers = new HttpHeaders();
        headers.add("X-Forwarded-For", "10.1.1.1, 10.2.2.2");
        http.withBasicAuth(username, "wrong-password")
                .exchange("/api/v1/me", HttpMethod.GET, new HttpEntity<>(headers), String.class);

        assertThat(entriesOfAccount()).singleElement().satisfies(entry -> assertThat(
                        entry.changes().get("signIn.address").after())
                .isEqualTo("10.2.2.2"));
    }

    @Test
    void whatWasTypedInsteadOfAUsernameIsNotKept() {
        String typed = "secret" + UUID.randomUUID();

        http.withBasicAuth(typed, "").getForEntity("/api/v1/me", String.class);

        assertThat(entries.search(new AuditQuery(null, "account", typed, null, 0, 10, Sort.unsorted()))
                        .items())
                .isEmpty();
        assertThat(entries.search(new AuditQuery(null, "account", "unknown", null, 0, 10, Sort.unsorted()))
                        .items())
                .isNotEmpty();
    }

    private List<AuditEntry> entriesOfAccount() {
        return entries.search(new AuditQuery(null, "account", username, null, 0, 10, Sort.by("id")))
                .items();
    }
}
