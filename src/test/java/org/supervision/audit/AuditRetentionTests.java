package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;

/** Only the oldest entries of an intact chain go, none of the last six months, and the rest verifies as before. */
@ApplicationTest
class AuditRetentionTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AuditRetention retention;

    @Autowired
    private AuditProperties properties;

    @Autowired
    private TrailLog lines;

    private final String city =
            "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private Instant now;

    /** Three of a year and more ago, two of seven months, one of today; sealed when they were made. */
    @BeforeEach
    void aChainOfYears() {
        now = jdbc.sql("select now()")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        for (int days : new int[] {800, 500, 400, 230, 229, 0}) {
            recordAndSeal(now.minusSeconds(days * 86_400L));
        }
    }

    @AfterEach
    void keepAll() {
        keep(null);
    }

    @Test
    void whatIsOlderThanTheMonthsToKeepGoesAndTheRestStaysVerifiable() {
        retention(12).purge();

        ChainState state = state();
        assertThat(state.intact()).isTrue();
        assertThat(state.removed()).isEqualTo(3);
        assertThat(state.sealed()).isEqualTo(3);
        assertThat(state.head().position()).isEqualTo(6);
        assertThat(purges()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(AuditEntry.ENGINE);
            assertThat(entry.changes().get("removedEntries").after()).isEqualTo("3");
        });

        sealer(now).seal(city);
        assertThat(state().intact()).isTrue();
        assertThat(state().sealed()).isEqualTo(5);

        retention(12).purge();
        assertThat(purges()).hasSize(1);
        retention(7).purge();
        assertThat(state().removed()).isEqualTo(5);
        assertThat(state().intact()).isTrue();
    }

    @Test
    void nothingGoesUnlessItIsConfigured() {
        retention(null).purge();

        assertThat(state().sealed()).isEqualTo(6);
    }

    /** Whoever calls it, with the application's own role, says for which chain and no more. */
    @ParameterizedTest
    @CsvSource({"6, 5", "12, 3", ", 0"})
    void theDatabaseItselfKnowsHowLongAndSaysWhatItDid(@Nullable Integer months, int removed) {
        keep(months);

        assertThat(purge()).isEqualTo(removed);

        assertThat(state().intact()).isTrue();
        assertThat(state().removed()).isEqualTo(removed);
        assertThat(purges()).hasSize(removed == 0 ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_keeping set months = 6",
                "insert into audit_keeping values (true, 6)",
                "delete from audit_keeping",
                "create or replace function purge_audit_chain(purged text) returns bigint language sql as 'select 0'",
                "select purge_audit_chain(:city, now())"
            })
    void theApplicationCannotShortenIt(String statement) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(statement)
                .param("city", city)
                .query((row, n) -> true)
                .list());
    }

    @Test
    void theOwnerCannotConfigureLessThanSixMonths() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> keep(5))
                .withMessageContaining("audit_keeping_months_check");
    }

    @Test
    void aChainMayBecomeEmptyAndGoOn() {
        String old = city + "o";
        for (int days : new int[] {800, 500}) {
            record(old, now.minusSeconds(days * 86_400L));
        }
        sealer(now.minusSeconds(500 * 86_400L)).seal(old);
        retention(6).purge();

        ChainState state = verification.verify(old).get(0);
        assertThat(state.removed()).isEqualTo(2);
        assertThat(state.unsealed()).isEqualTo(2);
        assertThat(state.intact()).isTrue();
        sealer(now).seal(old);
        assertThat(verification.verify(old).get(0).head().position()).isEqualTo(4);
        assertThat(verification.verify(old).get(0).intact()).isTrue();
    }

    @Test
    void nothingOfABrokenChainGoesAndWhatIsGoneStops() {
        long second = jdbc.sql("select entry_id from audit_seal where chain = ? and position = 2")
                .param(city)
                .query(Long.class)
                .single();
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("alter table audit_entry disable trigger all; delete from audit_entry where id = " + second
                        + "; alter table audit_entry enable trigger all")
                .update();

        retention(12).purge();
        assertThat(state().removed()).isZero();
        assertThat(state().difference()).isEqualTo(new Difference(Difference.Kind.MISSING, 2L, second));

        purge();
        assertThat(state().removed()).isEqualTo(1);
        assertThat(state().difference()).isEqualTo(new Difference(Difference.Kind.MISSING, 2L, second));
    }

    private void recordAndSeal(Instant at) {
        record(city, at);
        sealer(at).seal(city);
    }

    private void record(String chain, Instant at) {
        AuditEntries then = new AuditEntries(
                jdbc, new org.springframework.jdbc.core.JdbcTemplate(dataSource), dataSource, json, clock(at));
        transaction.executeWithoutResult(status ->
                then.add(chain, AuditEntry.ENGINE, null, "do-something", "test-object", "o", java.util.Map.of()));
    }

    @Autowired
    private javax.sql.DataSource dataSource;

    @Autowired
    private ObjectMapper json;

    private Sealer sealer(Instant at) {
        return new Sealer(jdbc, transaction, properties, lines, clock(at));
    }

    private AuditRetention retention(@Nullable Integer months) {
        keep(months);
        return retention;
    }

    private void keep(@Nullable Integer months) {
        JdbcClient.create(postgres.getPostgresDatabase())
                .sql("update audit_keeping set months = " + months)
                .update();
    }

    private long purge() {
        return jdbc.sql("select purge_audit_chain(?)")
                .param(city)
                .query(Long.class)
                .single();
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, ZONE);
    }

    private ChainState state() {
        return verification.verify(city).get(0);
    }

    private List<AuditEntry> purges() {
        return entries.search(new AuditQuery(city, "audit-trail", null, null, 0, 10, Sort.by("id"))).items().stream()
                .filter(entry -> entry.act().equals("purge-audit-trail"))
                .toList();
    }
}
