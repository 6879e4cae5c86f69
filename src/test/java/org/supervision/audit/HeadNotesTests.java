package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;

/** The installation's chain tells how far each city's has come and the other way round; the chains stay as they are. */
@ApplicationTest
class HeadNotesTests {

    @Autowired
    private HeadNotes notes;

    @Autowired
    private Sealer sealer;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private AuditVerification verification;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;

    @BeforeEach
    void letSomethingBeSealed() {
        city = cities.create();
        rest.post(city.chief(), "/units", java.util.Map.of("name", "市四局"));
        rest.post("sysadmin", "/cycles/" + city.code() + "-2024-q1-1/reminders", null);
        sealer.sealAll();
    }

    @Test
    void eachTellsOfTheOther() {
        notes.note();

        ChainHead head = verification.verify(city.code()).get(0).head();
        assertThat(latest(null).changes().get("heads." + city.code()).after())
                .isEqualTo(head.position() + " " + head.hash());
        assertThat(latest(city.code()).changes()).containsOnlyKeys("heads.");
        sealer.sealAll();
        notes.note();
        sealer.sealAll();
        assertThat(verification.verify(null).stream()
                        .filter(chain ->
                                chain.government() == null || city.code().equals(chain.government())))
                .hasSize(2)
                .allMatch(ChainState::intact);
    }

    @Test
    void itIsDoneOnceAnHourAtMost() {
        notes.note();
        AuditEntry last = latest(null);

        notes.noteNowAndThen();

        assertThat(latest(null)).isEqualTo(last);
    }

    /** What ended connections have counted is added up; those that go on are left alone. */
    @Test
    void theNumberOfEntriesIsKept() {
        long added = added();
        notes.note();

        assertThat(added()).isEqualTo(added + 1);
        assertThat(jdbc.sql(
                                """
                                select count(*) from audit_added
                                 where chain = ? and backend <> 0 and backend not in (select pid from pg_stat_activity)""")
                        .param(city.code())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long added() {
        return jdbc.sql("select sum(added) from audit_added where chain = ?")
                .param(city.code())
                .query(Long.class)
                .single();
    }

    private AuditEntry latest(String government) {
        List<AuditEntry> found = entries.search(new AuditQuery(
                        government,
                        "audit-trail",
                        government == null ? "installation" : government,
                        null,
                        0,
                        1,
                        Sort.by(Sort.Direction.DESC, "id")))
                .items();
        return found.get(0);
    }
}
