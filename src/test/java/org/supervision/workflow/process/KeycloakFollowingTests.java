package org.supervision.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MockClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.workflow.Claims;
import org.supervision.workflow.KeycloakSettings;
import org.supervision.workflow.PostDeputies;
import org.supervision.workflow.process.KeycloakDirectory.Entry;
import org.supervision.workflow.process.KeycloakException.Why;

/** How often Keycloak is asked of whom, and for how long its last answer goes. */
class KeycloakFollowingTests {

    private static final Duration CHECK_AFTER = Duration.ofSeconds(20);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final String PATH = "admin/audit";

    private final KeycloakDirectory directory = mock(KeycloakDirectory.class);
    private final KeycloakAccounts accounts = mock(KeycloakAccounts.class);
    private final KeycloakPeople people = mock(KeycloakPeople.class);
    private final MockClock ticks = new MockClock();
    private final KeycloakFollowing following = new KeycloakFollowing(
            directory,
            accounts,
            people,
            mock(KeycloakChanges.class),
            mock(PostDeputies.class),
            mock(Governments.class),
            mock(OrgUnits.class),
            mock(Claims.class),
            mock(ApplicationEventPublisher.class),
            mock(TransactionTemplate.class),
            new KeycloakSettings("", "", "", "", "", "", "", "", CHECK_AFTER, OUTAGE),
            ticks);

    @BeforeEach
    void knowsEverybody() {
        when(accounts.find(anyString()))
                .thenAnswer(asked -> Optional.of(new Account(asked.getArgument(0), "name", Set.of(PATH))));
        when(people.id(anyString())).thenAnswer(asked -> Optional.of("id of " + asked.getArgument(0)));
        answer();
    }

    private void answer() {
        reset(directory);
        when(directory.byId(anyString()))
                .thenAnswer(asked ->
                        Optional.of(new Entry(asked.getArgument(0), "auditor", "name", null, true, Set.of(PATH))));
    }

    private void fallSilent() {
        when(directory.byId(anyString())).thenThrow(new KeycloakException(Why.SILENT));
    }

    @Test
    void anAnswerGoesForAMoment() {
        following.follow("auditor");
        ticks.add(CHECK_AFTER.minusSeconds(1));
        following.follow("auditor");
        verify(directory, times(1)).byId("id of auditor");

        ticks.add(Duration.ofSeconds(1));
        following.follow("auditor");
        verify(directory, times(2)).byId("id of auditor");
    }

    @Test
    void withoutAnAnswerTheLastOneGoesForHoursAndNotForEver() {
        following.follow("auditor");
        fallSilent();

        ticks.add(OUTAGE);
        assertThatCode(() -> following.follow("auditor")).doesNotThrowAnyException();
        ticks.add(Duration.ofSeconds(1));
        assertThatThrownBy(() -> following.follow("auditor")).isInstanceOf(DomainException.class);

        ticks.add(Duration.ofSeconds(10));
        answer();
        assertThatCode(() -> following.follow("auditor")).doesNotThrowAnyException();
    }

    @Test
    void anAnswerThatTurnsTheApplicationAwayIsNoSilence() {
        following.follow("auditor");
        reset(directory);
        when(directory.byId(anyString())).thenThrow(new KeycloakException(Why.SHUT_OUT));

        ticks.add(CHECK_AFTER);
        assertThatThrownBy(() -> following.follow("auditor")).isInstanceOf(DomainException.class);
    }

    @Test
    void whoWasNeverAskedForDoesNotComeIn() {
        fallSilent();

        assertThatThrownBy(() -> following.follow("stranger"))
                .isInstanceOf(DomainException.class)
                .extracting(refusal -> ((DomainException) refusal).kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void withWhatTheEnginesApplicationsKeepItStaysBelowAMinute() throws IOException {
        Object checkAfter = new YamlPropertySourceLoader()
                .load("keycloak", new ClassPathResource("application-keycloak.yaml"))
                .get(0)
                .getProperty("supervision.keycloak.check-after");

        assertThat(DurationStyle.detectAndParse(String.valueOf(checkAfter)).plusSeconds(30))
                .isLessThan(Duration.ofMinutes(1));
    }
}
