package org.supervision.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.data.domain.Sort;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.audit.AuditEntries;
import org.supervision.audit.AuditEntry;
import org.supervision.audit.AuditQuery;

/** The trail tells what signed-in people were refused and which files they took, by address and nothing more. */
@ApplicationTest
class RecordedAnswersTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    @Autowired
    private AuditEntries entries;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @Test
    void aRefusalOverRestIsRecordedWithItsPathAlone() {
        rest.post(city.liaison(0), "/units?secret=1", java.util.Map.of("name", "市四局"));
        await().until(() -> !of(city.liaison(0)).isEmpty());

        assertThat(of(city.liaison(0))).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("be-refused");
            assertThat(entry.government()).isEqualTo(city.code());
            assertThat(entry.objectType()).isEqualTo("address");
            assertThat(entry.objectId()).isEqualTo("POST /api/v1/units");
            assertThat(entry.changes()).isEmpty();
        });
    }

    @Test
    void aRefusalOfAPageAndByTheEngineIsRecorded() {
        pages.status(city.liaison(0), "/audit");
        pages.status(city.liaison(0), "/camunda/api/engine/engine/default/deployment/create");

        assertThat(of(city.liaison(0)))
                .extracting(AuditEntry::objectId)
                .containsExactly("GET /audit", "GET /camunda/api/engine/engine/default/deployment/create");
    }

    @Test
    void anAdministratorsRefusalBelongsToTheInstallation() {
        String path = "/cycles/" + city.code() + "-2024-q1-1/reminders";
        rest.post("sysadmin", path, null);

        assertThat(entries.search(new AuditQuery(
                                null, "address", "POST /api/v1" + path, "sysadmin", 0, 10, Sort.by("id")))
                        .items())
                .singleElement()
                .satisfies(entry -> assertThat(entry.government()).isNull());
    }

    @Test
    void theSameRefusalWithinAMinuteIsOneEntry() {
        for (int i = 0; i < 5; i++) {
            pages.status(city.liaison(0), "/audit");
        }
        pages.status(city.liaison(0), "/contacts");
        pages.status(city.liaison(1), "/audit");
        assertThat(of(city.liaison(0))).hasSize(2);
        assertThat(of(city.liaison(1))).hasSize(1);
    }

    @Test
    void aFileThatWasTakenIsRecordedAlsoTheTrailItself() {
        pages.response(city.chief(), "/audit/export.csv?actor=somebody");
        rest.get(city.chief(), "/units");

        assertThat(of(city.chief())).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("take-file");
            assertThat(entry.objectId()).isEqualTo("GET /audit/export.csv");
        });
    }

    @Test
    void whoeverTriesOneAddressAfterTheOtherIsRecordedOnce() {
        for (int i = 0; i < 30; i++) {
            pages.status(city.liaison(0), "/cycles/{id}", "probe-" + i);
        }

        assertThat(of(city.liaison(0))).singleElement().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("probe-addresses");
            assertThat(entry.objectId()).isEqualTo("GET /cycles/probe-9");
        });
    }

    @Test
    void aRefusedFileIsRecordedAndSoAreOneWrongValueAfterTheOther() {
        rest.upload(
                city.officer(),
                "/imports",
                new ByteArrayResource(new byte[] {0, 1, 2}) {
                    @Override
                    public String getFilename() {
                        return "plan.xlsx";
                    }
                },
                java.util.Map.of());
        for (int i = 0; i < 12; i++) {
            rest.get(city.officer(), "/cycles?state={none}", "x'--" + i);
        }
        await().until(() -> of(city.officer()).size() > 1);

        assertThat(of(city.officer()))
                .extracting(entry -> entry.act() + " " + entry.objectId())
                .containsExactly("have-file-refused POST /api/v1/imports", "probe-values GET /api/v1/cycles");
        assertThat(of(city.officer())).allSatisfy(entry -> {
            assertThat(entry.origin()).isEqualTo("127.0.0.1");
            assertThat(entry.changes()).isEmpty();
        });
    }

    @Test
    void whatAnybodyMayReadAndWhatIsNotThereIsNotRecorded() {
        pages.status(city.liaison(0), "/public");
        pages.status(city.liaison(0), "/nothing/of/this/name");
        rest.get("nobody-" + city.code(), "/units");

        assertThat(of(city.liaison(0))).isEmpty();
        assertThat(of(AuditEntry.ANONYMOUS))
                .noneMatch(entry -> entry.objectType().equals("address"));
    }

    private List<AuditEntry> of(String actor) {
        return entries.search(new AuditQuery(null, "address", null, actor, 0, 50, Sort.by("id")))
                .items();
    }
}
