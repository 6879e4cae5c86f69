package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.audit.FailedSignIns.Attempt;

/** Guessing passwords by the thousand leaves a few entries that tell how often, and none is lost. */
@ApplicationTest
class FailedSignInsTests {

    @Autowired
    private AuditEntries entries;

    @Autowired
    private TransactionTemplate transaction;

    private final MockClock ticks = new MockClock();
    private final String account = "f" + UUID.randomUUID();
    private FailedSignIns failures;

    @BeforeEach
    void none() {
        failures = new FailedSignIns(entries, transaction, ticks);
    }

    @Test
    void theFirstIsToldAtOnceAndTheRestByItsNumber() {
        for (int i = 0; i < 38; i++) {
            failures.add(attempt("10.0.0.1", "wrong-password"));
        }
        assertThat(told()).singleElement().satisfies(entry -> assertThat(entry.changes())
                .doesNotContainKey("signIn.times"));
        failures.tell();
        assertThat(told()).hasSize(1);

        ticks.add(FailedSignIns.QUIET);
        failures.tell();

        assertThat(told()).hasSize(2);
        assertThat(told().get(1).changes().get("signIn.times").after()).isEqualTo("37");
        assertThat(told().get(1).changes().get("signIn.address").after()).isEqualTo("10.0.0.1");
    }

    @Test
    void whatHappenedOnceIsOneEntryAndLaterANewOne() {
        for (int i = 0; i < 2; i++) {
            failures.add(attempt("10.0.0.1", "closed"));
            ticks.add(Duration.ofMinutes(2));
            failures.tell();
        }
        assertThat(told()).hasSize(2);
    }

    @Test
    void anotherAddressOrReasonIsToldForItself() {
        failures.add(attempt("10.0.0.1", "wrong-password"));
        failures.add(attempt("10.0.0.2", "wrong-password"));
        failures.add(attempt("10.0.0.1", "too-soon"));

        assertThat(told()).hasSize(3);
    }

    @Test
    void fromMoreAddressesThanFitTheyAreCountedTogether() {
        long others = othersToldOf();
        for (int i = 0; i < 1000; i++) {
            failures.add(attempt("10.0." + i / 250 + "." + i % 250, "wrong-password"));
        }
        assertThat(told()).hasSize(FailedSignIns.MOST);

        failures.tellAll();

        assertThat(told()).hasSize(FailedSignIns.MOST);
        assertThat(othersToldOf() - others).isEqualTo(1000 - FailedSignIns.MOST);
    }

    private Attempt attempt(String address, String reason) {
        return new Attempt(null, account, address, reason);
    }

    private List<AuditEntry> told() {
        return find(account);
    }

    private long othersToldOf() {
        return find(FailedSignIns.UNKNOWN).stream()
                .filter(entry -> entry.changes().containsKey("signIn.reason"))
                .filter(entry ->
                        "many".equals(entry.changes().get("signIn.reason").after()))
                .mapToLong(entry ->
                        Long.parseLong(entry.changes().get("signIn.times").after()))
                .sum();
    }

    private List<AuditEntry> find(String name) {
        return entries.search(new AuditQuery(null, "account", name, null, 0, 500, Sort.by("id")))
                .items();
    }
}
