package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.AuditableEvent.Change;

/** A key task knows its units, who may see it and what differs between two of its states. */
class KeyTaskTests {

    private static final KeyTask ROAD = keyTask(
            "修路",
            List.of(
                    new SupportingUnit("市财政局", List.of("city-u002")),
                    new SupportingUnit("相关县政府", List.of("city-u003", "city-u001", "city-u002")),
                    new SupportingUnit("有关企业", List.of())),
            List.of(new Milestone(2, "通车", List.of()), new Milestone(1, "开工", List.of("1. 招标", "2. 进场"))));

    private static KeyTask keyTask(String goal, List<SupportingUnit> supporting, List<Milestone> milestones) {
        return new KeyTask(
                "city-2026-7",
                "city",
                2026,
                7,
                goal,
                "city-u001",
                supporting,
                null,
                "5510001",
                KeyTaskSource.WORK_REPORT,
                milestones);
    }

    @Test
    void theUnitsAreTheLeadAndEachSupportingUnitOnce() {
        assertThat(ROAD.unitCodes()).containsExactly("city-u001", "city-u002", "city-u003");
        assertThat(ROAD.supportingUnitCodes()).containsExactly("city-u002", "city-u003");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    city/units/city-u001/liaison, true
                    city/units/city-u003/leader, true
                    city/units/city-u004/liaison, false
                    city/office/officer, true
                    city/office/chief, true
                    city/city-leader, true
                    town/office/chief, false
                    town/city-leader, false
                    town/units/city-u001/liaison, false
                    admin/system, false
                    admin/security, false
                    admin/audit, false
                    """)
    void onlyWhoTakesPartOrOverseesItSeesIt(String group, boolean visible) {
        assertThat(ROAD.isVisibleTo(CurrentUser.of("p", "P", Set.of(group)))).isEqualTo(visible);
    }

    @Test
    void milestonesStandInOrderAndBlankOnesAreDropped() {
        KeyTask keyTask = keyTask(
                "修路",
                List.of(),
                List.of(
                        new Milestone(4, "", List.of("收尾")),
                        new Milestone(3, " ", List.of()),
                        new Milestone(1, "开工", List.of())));

        assertThat(keyTask.milestones()).extracting(Milestone::quarter).containsExactly(1, 4);
    }

    @Test
    void twoMilestonesForOneQuarterAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keyTask(
                        "修路",
                        List.of(),
                        List.of(new Milestone(1, "开工", List.of()), new Milestone(1, "通车", List.of()))));
    }

    @Test
    void anIdThatIsNotMadeOfItsPartsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyTask(
                        "city-2026-8",
                        "city",
                        2026,
                        7,
                        "修路",
                        "city-u001",
                        List.of(),
                        null,
                        null,
                        KeyTaskSource.WORK_REPORT,
                        List.of()));
    }

    @Test
    void theChangesNameEachFieldThatDiffersWithBothValues() {
        KeyTask changed = keyTask("修两条路", List.of(), ROAD.milestones());

        assertThat(changed.changesSince(ROAD))
                .containsOnlyKeys("goal", "supportingUnits")
                .containsEntry("goal", new Change("修路", "修两条路"))
                .containsEntry(
                        "supportingUnits",
                        new Change("市财政局 [city-u002]\n相关县政府 [city-u003, city-u001, city-u002]\n有关企业", null));
        assertThat(ROAD.changesSince(ROAD)).isEmpty();
    }

    @Test
    void aNewOneHasChangedInAllItHas() {
        assertThat(ROAD.changesSince(null))
                .containsOnlyKeys(
                        "goal", "leadUnit", "supportingUnits", "supervisionPhone", "source", "milestone1", "milestone2")
                .containsEntry("milestone1", new Change(null, "开工\n1. 招标\n2. 进场"));
    }
}
