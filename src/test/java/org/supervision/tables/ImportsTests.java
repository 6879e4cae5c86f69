package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.Publications;
import org.supervision.reporting.RoundOrigin;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.read.SharedDocuments;

/** The real documents taken over into an empty government. */
@ApplicationTest
class ImportsTests {

    @Autowired
    private ImportDesk desk;

    @Autowired
    private Imports imports;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private OrgUnits units;

    @Autowired
    private RoundViews rounds;

    @Autowired
    private Publications publications;

    @Autowired
    private TestCities cities;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private EmbeddedPostgres postgres;

    private String city;

    @BeforeEach
    void anEmptyGovernment() {
        city = desk.foundGovernment();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds/003",
                "ledgers/wuhu-2024-q1.html",
                "ledgers/wuhu-2024-q1.xlsx",
                "ledgers/wuhu-2024-q1.docx"
            })
    void theResultListIsTakenOverOnceAndThenUnchanged(String file) {
        assertThat(desk.take(city, file)).isEqualTo(new Confirmation(152, 0, 0, 0));

        assertThat(units.of(city)).hasSize(48).extracting(OrgUnit::code).contains(city + "-u001", city + "-u048");
        List<KeyTask> stored = keyTasks.of(city, 2024);
        assertThat(stored).hasSize(152);
        assertThat(CheckedTables.results(publications.preview(city + "-2024-q1")))
                .hasSize(152)
                .isEqualTo(CheckedTables.results());
        assertThat(rounds.find(city, city + "-2024-q1")).hasValueSatisfying(round -> {
            assertThat(round.state()).isEqualTo(RoundState.CLOSED);
            assertThat(round.origin()).isEqualTo(RoundOrigin.IMPORT);
            assertThat(round.cycleCount()).isEqualTo(152);
        });

        assertThat(desk.take(city, file)).isEqualTo(new Confirmation(0, 0, 152, 0));
        assertThat(keyTasks.of(city, 2024)).isEqualTo(stored);
        assertThat(units.of(city)).hasSize(48);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seeds/000",
                "ledgers/anqing-2024.html",
                "ledgers/anqing-2024.xlsx",
                "ledgers/anqing-2024.xls",
                "ledgers/anqing-2024.docx",
                "ledgers/anqing-2024.doc"
            })
    void thePlanGridIsTakenOverOnceAndThenUnchanged(String file) {
        assertThat(desk.take(city, file)).isEqualTo(new Confirmation(17, 0, 0, 0));

        List<KeyTask> stored = keyTasks.of(city, 2024);
        assertThat(CheckedTables.plan(stored, code -> units.get(code).name()))
                .hasSize(17)
                .isEqualTo(CheckedTables.plan());

        assertThat(desk.take(city, file)).isEqualTo(new Confirmation(0, 0, 17, 0));
        assertThat(keyTasks.of(city, 2024)).isEqualTo(stored);
    }

    @Test
    void theSameTableInAnotherFormatChangesNothing() {
        desk.take(city, "seeds/003");

        for (String format : List.of("html", "xlsx", "docx")) {
            assertThat(desk.take(city, "ledgers/wuhu-2024-q1." + format)).isEqualTo(new Confirmation(0, 0, 152, 0));
        }
    }

    @Test
    void confirmingAConfirmedImportChangesNothingAndSaysSo() {
        ImportPreview preview = desk.upload(city, "seeds/000");

        assertThat(desk.confirm(preview)).isEqualTo(new Confirmation(17, 0, 0, 0));
        assertThat(desk.confirm(preview)).isEqualTo(new Confirmation(0, 0, 17, 0));
    }

    @Test
    void theUploadOnlyReadsAndKeepsTheFile() throws IOException {
        ImportPreview preview = desk.upload(city, "ledgers/wuhu-2024-q1.xlsx");

        assertThat(preview.table().rowCount()).isEqualTo(152);
        assertThat(preview.newUnits()).hasSize(48);
        assertThat(preview.newUnits().get(0).rows()).contains(1).hasSizeGreaterThan(1);
        assertThat(preview.actionCounts()).containsEntry(RowAction.CREATE, 152L);
        assertThat(preview.numberGaps()).isEmpty();
        assertThat(keyTasks.of(city, 2024)).isEmpty();
        assertThat(units.of(city)).isEmpty();
        assertThat(rounds.find(city, city + "-2024-q1")).isEmpty();
        Imports.OriginalFile original =
                desk.as(city, () -> imports.originalFile(preview.table().id()));
        assertThat(original.name()).isEqualTo("wuhu-2024-q1.xlsx");
        assertThat(original.content()).isEqualTo(Files.readAllBytes(SharedDocuments.find("ledgers/wuhu-2024-q1.xlsx")));
    }

    @Test
    void newUnitsAreTakenInOnlyIfAccepted() {
        ImportPreview preview = desk.upload(city, "seeds/000");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> desk.confirm(preview, false))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(refusal.code()).isEqualTo("tables.error.new-units");
                    assertThat(refusal.fieldErrors())
                            .hasSameSizeAs(preview.newUnits())
                            .anySatisfy(error -> assertThat(error.arguments()).containsExactly("市财政局"));
                });
        assertNothingIsStored();

        assertThat(desk.confirm(preview, true).created()).isEqualTo(17);
        assertThat(desk.confirm(desk.upload(city, "seeds/000"), false).unchanged())
                .isEqualTo(17);
    }

    @Test
    void anUnansweredGroupStaysTextAndIsNotAskedForAPart() {
        desk.take(city, "seeds/000");

        assertThat(partnersOf(10)).isEmpty();
        assertThat(keyTasks.get(city + "-2024-10").supportingUnits())
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.text()).isEqualTo("相关县(市、区)政府");
                    assertThat(unit.unitCodes()).isEmpty();
                });
        assertThat(tasksWithPartners()).isEqualTo(7);
    }

    @Test
    void anAnsweredGroupMakesItsUnitsPartnersAndIsRemembered() {
        desk.take(city, "seeds/000");
        ImportPreview again = desk.upload(city, "seeds/000");
        assertThat(again.unitGroups())
                .filteredOn(ImportPreview.UnitGroup::isOpen)
                .singleElement()
                .satisfies(group -> assertThat(group.rows()).containsExactly(10));

        ImportRow row = desk.correct(
                again, 10, RowCorrection.unitGroup("相关县(市、区)政府", List.of("怀宁县政府", "桐城市政府", city + "-u003")));

        assertThat(row.action()).isEqualTo(RowAction.MERGE);
        assertThat(ImportDesk.codes(row)).doesNotContain("unit-group");
        assertThat(row.changes()).containsOnlyKeys("supportingUnits");
        ImportPreview answered = desk.preview(again);
        assertThat(answered.newUnits()).extracting(ImportPreview.NewUnit::name).containsExactly("怀宁县政府", "桐城市政府");
        assertThat(units.groups(city)).isEmpty();
        assertThat(desk.confirm(again)).isEqualTo(new Confirmation(0, 1, 16, 0));
        assertThat(partnersOf(10)).hasSize(3).contains(city + "-u003");
        assertThat(tasksWithPartners()).isEqualTo(8);
        assertThat(units.groups(city)).containsOnlyKeys("相关县(市、区)政府");

        ImportPreview third = desk.upload(city, "ledgers/anqing-2024.docx");
        assertThat(third.problems()).noneMatch(problem -> problem.code().equals("unit-group"));
        assertThat(desk.confirm(third)).isEqualTo(new Confirmation(0, 0, 17, 0));
    }

    @Test
    void theGroupCanBeAnsweredBeforeAnyUnitIsKnown() {
        ImportPreview preview = desk.upload(city, "seeds/000");
        desk.correct(preview, 10, RowCorrection.unitGroup("相关县(市、区)政府", List.of("怀宁县政府", "市财政局")));

        assertThat(desk.confirm(preview).created()).isEqualTo(17);

        assertThat(partnersOf(10)).hasSize(2);
        assertThat(tasksWithPartners()).isEqualTo(8);
    }

    @Test
    void nothingIsTakenOverWhileOneRowHasAnError() {
        ImportPreview preview = desk.upload(city, "seeds/000");
        ImportRow wrong = desk.correct(preview, 5, Collections.singletonMap("leadUnit", null));
        assertThat(ImportDesk.codes(wrong)).contains("lead-missing");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> desk.confirm(preview))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(refusal.fieldErrors())
                            .extracting(DomainException.FieldError::field)
                            .containsExactly("rows.5.leadUnit");
                });
        assertNothingIsStored();

        desk.correct(preview, 5, RowCorrection.skip(true));
        assertThat(desk.confirm(preview)).isEqualTo(new Confirmation(16, 0, 0, 1));
    }

    @Test
    void nothingIsTakenOverIfTheDatabaseFailsMidway() {
        ImportPreview preview = desk.upload(city, "seeds/003");
        JdbcTemplate owner = new JdbcTemplate(postgres.getPostgresDatabase());
        owner.execute(
                """
                create function refuse_%1$s() returns trigger language plpgsql as $$
                begin
                    if new.key_task_id = '%1$s-2024-150' then
                        raise exception 'disk full' using errcode = '53100';
                    end if;
                    return new;
                end $$;
                create trigger refuse_%1$s before insert on reporting_cycle for each row execute function refuse_%1$s()
                """
                        .formatted(city));
        try {
            assertThatThrownBy(() -> desk.confirm(preview)).hasRootCauseInstanceOf(SQLException.class);
        } finally {
            owner.execute("drop trigger refuse_%1$s on reporting_cycle; drop function refuse_%1$s()".formatted(city));
        }
        assertNothingIsStored();
        assertThat(desk.preview(preview).table().isDraft()).isTrue();

        assertThat(desk.confirm(preview).created()).isEqualTo(152);
    }

    @Test
    void anotherGovernmentSeesNothing() {
        String other = desk.foundGovernment();
        ImportPreview preview = desk.upload(city, "seeds/000");
        String id = preview.table().id();

        List<Supplier<?>> acts = List.of(
                () -> imports.preview(id),
                () -> imports.originalFile(id),
                () -> imports.correct(id, 1, RowCorrection.skip(true)),
                () -> imports.setPeriod(id, 2025, null),
                () -> imports.confirm(id, true));
        for (Supplier<?> act : acts) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> desk.as(other, act))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Kind.NOT_FOUND));
        }
        assertThat(desk.as(other, () -> imports.all(PageRequest.of(0, 10))).total())
                .isZero();
        assertThat(desk.as(city, () -> imports.all(PageRequest.of(0, 10))).items())
                .extracting(TableImport::id)
                .containsExactly(id);
    }

    @Test
    void onlyTheOfficeImports() {
        desk.take(city, "seeds/000");

        for (String username : List.of(city + "-mayor", city + "-u001-liaison", city + "-u001-leader", "sysadmin")) {
            assertThatThrownBy(() -> cities.as(username, () -> imports.all(PageRequest.of(0, 10))))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(cities.as(city + "-chief", () -> imports.all(PageRequest.of(0, 10)))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void uploadCorrectionAndConfirmationStandInTheTrail() {
        ImportPreview preview = desk.upload(city, "seeds/000");
        desk.correct(preview, 3, Map.of("section", "招商组"));
        desk.confirm(preview);

        assertThat(jdbc.queryForList(
                        "select act from audit_entry where object_type = 'table-import' and object_id = ? order by id",
                        String.class,
                        preview.table().id()))
                .containsExactly("upload-table", "correct-import", "confirm-import");
        assertThat(jdbc.queryForList(
                        "select distinct actor from audit_entry where government = ? and act = 'create-key-task'",
                        String.class,
                        city))
                .containsExactly(city + "-officer");
    }

    private void assertNothingIsStored() {
        assertThat(keyTasks.of(city, 2024)).isEmpty();
        assertThat(units.of(city)).isEmpty();
        assertThat(units.groups(city)).isEmpty();
        assertThat(rounds.of(city, 0, 10).items()).isEmpty();
    }

    private List<String> partnersOf(int number) {
        return keyTasks.get(city + "-2024-" + number).supportingUnitCodes();
    }

    private long tasksWithPartners() {
        return keyTasks.of(city, 2024).stream()
                .filter(task -> !task.supportingUnitCodes().isEmpty())
                .count();
    }
}
