package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.AuditableEvent.Change;

/** The trail holds each act with its author and its values, together with the act or not at all, and for ever. */
@ApplicationTest
class AuditTrailTests {

    /** An act on an object nobody else has heard of. */
    private record Act(@Nullable String government, String objectId, Map<String, Change> changes)
            implements AuditableEvent {

        Act(String objectId) {
            this("audited", objectId, Map.of("goal", new Change("before", null)));
        }

        @Override
        public String objectType() {
            return "test-object";
        }

        @Override
        public String act() {
            return "do-something";
        }
    }

    @Autowired
    private AuditEntries entries;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private Governments governments;

    @Autowired
    private OrgUnits units;

    private final String objectId = UUID.randomUUID().toString();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anActIsRecordedWithItsAuthorAndItsValues() {
        signIn("city-chief", "city/office/chief");

        transaction.executeWithoutResult(status -> events.publishEvent(new Act(objectId)));

        assertThat(entriesOfObject()).singleElement().satisfies(entry -> {
            assertThat(entry.government()).isEqualTo("audited");
            assertThat(entry.actor()).isEqualTo("city-chief");
            assertThat(entry.act()).isEqualTo("do-something");
            assertThat(entry.changes()).containsOnly(Map.entry("goal", new Change("before", null)));
        });
    }

    @Test
    void whatTimeBringsAboutIsTheEnginesAct() {
        transaction.executeWithoutResult(status -> events.publishEvent(new Act(objectId)));

        assertThat(entriesOfObject()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(AuditEntry.ENGINE);
            assertThat(entry.actorName()).isNull();
        });
    }

    @Test
    void anActThatIsRolledBackLeavesNoEntry() {
        transaction.executeWithoutResult(status -> {
            events.publishEvent(new Act(objectId));
            status.setRollbackOnly();
        });

        assertThat(entriesOfObject()).isEmpty();
    }

    @Test
    void anActOutsideATransactionIsRefused() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> events.publishEvent(new Act(objectId)));
        assertThat(entriesOfObject()).isEmpty();
    }

    @Test
    void anActThatCannotBeRecordedDoesNotHappen() {
        String government = "unaudited";
        // Text columns of PostgreSQL take no NUL character: the entry fails, and the act with it.
        Act unrecordable = new Act(government, "nul\0", Map.of());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    governments.create(government, "Government that is not to be");
                    events.publishEvent(unrecordable);
                }));

        assertThat(governments.find(government)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_entry set actor = 'nobody' where false"
            })
    void notEvenTheOwnerChangesOrDeletesAnEntryByMistake(String statement) {
        JdbcClient owner = JdbcClient.create(postgres.getPostgresDatabase());
        transaction.executeWithoutResult(status -> events.publishEvent(new Act(objectId)));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> owner.sql(statement).update())
                .withMessageContaining("append-only");
        assertThat(entriesOfObject()).hasSize(1);
    }

    @Test
    void theActsOnTheDirectoryAreRecorded() {
        governments.create("audittrail", "Government of the trail");
        String unit = units.create("audittrail", "市教育局").code();
        units.addAlias(unit, "市教体局");

        assertThat(entries.search(new AuditQuery("audittrail", null, null, null, 0, 50, Sort.by("id")))
                        .items())
                .extracting(AuditEntry::act)
                .containsSubsequence("create-government", "create-unit", "add-unit-alias");
    }

    private List<AuditEntry> entriesOfObject() {
        return entries.search(new AuditQuery(null, "test-object", objectId, null, 0, 50, Sort.unsorted()))
                .items();
    }

    private static void signIn(String username, String group) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        username, null, AuthorityUtils.createAuthorityList(group)));
    }
}
