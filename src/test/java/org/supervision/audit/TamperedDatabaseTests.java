package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.audit.Difference.Kind;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.AuditableEvents;

/** Whatever an owner of the database does past its triggers to a sealed trail is found; nothing of it stays. */
@ApplicationTest
class TamperedDatabaseTests {

    private record Act(String government, String objectId) implements AuditableEvent {

        @Override
        public String objectType() {
            return "test-object";
        }

        @Override
        public String act() {
            return "do-something";
        }
    }

    private static final int ENTRIES = 6;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private Sealer sealer;

    @Autowired
    private HeadNotes notes;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private final String city =
            "y" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    private Connection connection;
    private JdbcClient owner;
    private AuditVerification verification;

    @BeforeEach
    void theOwnerDisablesTriggers() throws SQLException {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new AuditableEvents(IntStream.rangeClosed(1, ENTRIES)
                        .mapToObj(i -> (AuditableEvent) new Act(city, "o" + i))
                        .toList())));
        sealer.seal(city);
        notes.note();
        transaction.executeWithoutResult(status -> events.publishEvent(new Act(city, "waits")));
        connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        SingleConnectionDataSource only = new SingleConnectionDataSource(connection, true);
        owner = JdbcClient.create(only);
        owner.sql("set local session_replication_role = replica").update();
        verification = new AuditVerification(only);
    }

    @AfterEach
    void nothingOfItStays() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void whatNobodyTouchedIsIntact() {
        assertThat(state().difference()).isNull();
        assertThat(state().sealed()).isEqualTo(ENTRIES);
    }

    @ParameterizedTest
    @MethodSource
    void isFound(String statements, Kind kind) {
        for (String statement : statements.split(";")) {
            owner.sql(statement.replace(":of(", "(select entry_id from audit_seal where chain = :city and position = "))
                    .param("city", city)
                    .update();
        }

        assertThat(state().difference()).isNotNull();
        assertThat(state().difference().kind()).isEqualTo(kind);
    }

    static Stream<Arguments> isFound() {
        Stream<Arguments> changedFields = Stream.of(
                        "at = at + interval '1 microsecond'",
                        "at = 'infinity'",
                        "actor = 'nobody'",
                        "actor_name = 'Nobody'",
                        "act = 'undo'",
                        "object_type = 'other'",
                        "object_id = 'other'",
                        "government = null",
                        "government = 'elsewhere'",
                        "changes = '{\"goal\": {\"after\": \"other\"}}'",
                        "changes = '[]'",
                        "changes = 'null'")
                .map(change -> Arguments.of("update audit_entry set " + change + " where id = :of(3)", Kind.CHANGED));
        Stream<Arguments> changedSeals = Stream.of("algorithm = 'SM3'", "hash = 'x'", "sealed_at = sealed_at + '1 s'")
                .map(change -> Arguments.of(
                        "update audit_seal set " + change + " where chain = :city and position = 3", Kind.CHANGED));
        Stream<Arguments> changedHeads = Stream.of(
                        "algorithm = 'SM3'", "hash = 'x'", "sealed_at = sealed_at + '1 s'", "position = 5")
                .map(change ->
                        Arguments.of("update audit_head set " + change + " where chain = :city", Kind.HEAD_CHANGED));
        Stream<Arguments> others = Stream.of(
                Arguments.of("delete from audit_entry where id = :of(1)", Kind.MISSING),
                Arguments.of("delete from audit_entry where id = :of(3)", Kind.MISSING),
                Arguments.of("delete from audit_entry where government = :city", Kind.MISSING),
                Arguments.of("update audit_entry set id = default where id = :of(3)", Kind.MISSING),
                Arguments.of("delete from audit_seal where chain = :city and position = 3", Kind.MISSING),
                Arguments.of(
                        "delete from audit_entry where id = :of(3); delete from audit_seal where chain = :city and position = 3",
                        Kind.MISSING),
                Arguments.of(
                        "delete from audit_entry where id = :of(3); delete from audit_seal where chain = :city and position = 3;"
                                + " update audit_seal set position = position - 100 where chain = :city and position > 3;"
                                + " update audit_seal set position = position + 99 where chain = :city and position < 0",
                        Kind.MISSING),
                Arguments.of(
                        "update audit_seal set position = 102 where chain = :city and position = 2;"
                                + " update audit_seal set position = 2 where chain = :city and position = 4;"
                                + " update audit_seal set position = 4 where chain = :city and position = 102",
                        Kind.REORDERED),
                Arguments.of(
                        "update audit_seal set position = 102 where chain = :city and position = 2;"
                                + " update audit_seal set position = 2 where chain = :city and position = 3;"
                                + " update audit_seal set position = 3 where chain = :city and position = 102",
                        Kind.REORDERED),
                Arguments.of("delete from audit_seal where chain = :city and position > 4", Kind.TRUNCATED),
                Arguments.of("delete from audit_seal where chain = :city", Kind.TRUNCATED),
                Arguments.of(
                        "delete from audit_entry where id = :of(6); delete from audit_seal where chain = :city and position = 6",
                        Kind.TRUNCATED),
                Arguments.of(
                        "delete from audit_seal where chain = :city; delete from audit_entry where government = :city",
                        Kind.TRUNCATED),
                Arguments.of("delete from audit_head where chain = :city", Kind.HEAD_CHANGED),
                Arguments.of(
                        """
                        insert into audit_entry (government, at, actor, act, object_type, object_id, changes)
                        values (:city, now(), 'officer', 'do-something', 'test-object', 'o', '{}')""",
                        Kind.INSERTED),
                Arguments.of(
                        """
                        insert into audit_entry (government, at, actor, act, object_type, object_id, changes)
                        values (:city, now(), 'officer', 'do-something', 'test-object', 'o', '{}');
                        update audit_seal set position = position + 100 where chain = :city and position > 3;
                        update audit_seal set position = position - 99 where chain = :city and position > 100;
                        insert into audit_seal select :city, 4, max(id), 'SHA-256', 'x', now() from audit_entry
                         where government = :city""",
                        Kind.INSERTED),
                Arguments.of("insert into audit_unsealed values (:city, -1)", Kind.MISSING));
        String cutOff =
                """
                delete from audit_entry where id in (select entry_id from audit_seal where chain = :city and position > 3);
                delete from audit_seal where chain = :city and position > 3;
                update audit_head set (position, algorithm, hash, sealed_at)
                  = (select position, algorithm, hash, sealed_at from audit_seal where chain = :city and position = 3)
                 where chain = :city;""";
        String noneWaits =
                """
                delete from audit_entry where id in (select entry_id from audit_unsealed where chain = :city);
                delete from audit_unsealed where chain = :city;""";
        String fewer = "delete from audit_added where chain = :city;";
        String checkpoint =
                """
                insert into audit_checkpoint (chain, position, algorithm, hash, sealed_at, purged_at)
                  select chain, position, algorithm, hash, sealed_at - interval '7 months', now() from audit_seal
                   where chain = :city and position = 3;
                delete from audit_entry where id in (select entry_id from audit_seal where chain = :city and position < 4);
                delete from audit_seal where chain = :city and position < 4;""";
        Stream<Arguments> withTheirTraces = Stream.of(
                Arguments.of(cutOff, Kind.TRUNCATED),
                Arguments.of(
                        cutOff + noneWaits + fewer + "insert into audit_added values (:city, 0, 3)", Kind.TRUNCATED),
                Arguments.of(
                        "delete from audit_entry where government = :city; delete from audit_seal where chain = :city;"
                                + "delete from audit_head where chain = :city;" + noneWaits + fewer,
                        Kind.TRUNCATED),
                Arguments.of(checkpoint, Kind.WRONGLY_REMOVED),
                Arguments.of(noneWaits, Kind.MISSING),
                Arguments.of(fewer, Kind.INSERTED));
        return Stream.of(changedFields, changedSeals, changedHeads, others, withTheirTraces)
                .flatMap(each -> each);
    }

    private ChainState state() {
        List<ChainState> found = verification.verify(city);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
