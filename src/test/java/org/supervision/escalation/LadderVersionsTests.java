package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.CycleStep;

/** From when a government's own ladder counts, and for whom. The report is due on Monday 2024-04-08 at 18:00. */
@ApplicationTest
class LadderVersionsTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private LadderVersions versions;

    @Autowired
    private Ladders ladders;

    @Autowired
    private SlipViews slips;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeEach
    void aRoundIsOpen() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
    }

    @Test
    void aChangedLadderCountsForDueDatesFromItsDayOnAndNotBefore() {
        change(LocalDate.of(2024, 4, 8), 2);
        assertThat(days(city, LocalDate.of(2024, 4, 7))).isEqualTo(1);
        assertThat(days(city, LocalDate.of(2024, 4, 8))).isEqualTo(2);

        time.to(at("2024-04-10T00:04"));
        assertThat(slips()).isEmpty();
        time.to(at("2024-04-10T00:06"));
        assertThat(slips()).extracting(SlipView::rung).containsExactly(2);
    }

    @Test
    void aRunningLadderKeepsTheVersionOfItsDueDate() {
        time.to(at("2024-04-09T00:06"));
        assertThat(slips()).hasSize(1);
        change(LocalDate.of(2024, 4, 9), 4);

        time.to(at("2024-04-11T00:06"));
        assertThat(slips()).extracting(SlipView::level).contains(Rung.SECOND_REMINDER);
    }

    @Test
    void anotherGovernmentIsNotAffected() {
        TestCity other = cities.create();
        change(LocalDate.of(2024, 4, 8), 2);
        assertThat(days(other, LocalDate.of(2024, 4, 8))).isEqualTo(1);
        assertThat(versions.of(other.code())).isEmpty();
    }

    @Test
    void whatIsRefusedLeavesTheLadderAsItWas() {
        LocalDate today = LocalDate.of(2024, 4, 1);
        List<LadderEntry> hole = List.of(entry(Rung.SECOND_REMINDER, 3));
        assertThatThrownBy(() -> change(city.chief(), today, hole)).hasMessageContaining("hole");
        assertThatThrownBy(() -> change(city.chief(), today.minusDays(1), List.of(entry(Rung.FIRST_REMINDER, 2))))
                .hasMessageContaining("effective-from");
        assertThatThrownBy(() -> change(city.officer(), today, List.of(entry(Rung.FIRST_REMINDER, 2))))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(versions.of(city.code())).isEmpty();
        assertThat(days(city, today)).isEqualTo(1);
    }

    @Test
    void theTableIsReadBackAsItWasWritten() {
        List<LadderRow> shipped = versions.rows(null);
        assertThat(shipped).hasSize(14).extracting(LadderRow::place).isSubsetOf(LadderPlace.ALL);
        change(
                city.chief(),
                LocalDate.of(2024, 5, 1),
                shipped.stream().map(LadderEntry::of).toList());
        assertThat(versions.rows(versions.on(city.code(), LocalDate.of(2024, 5, 1))))
                .isEqualTo(shipped);
        assertThat(versions.on(city.code(), LocalDate.of(2024, 4, 30))).isNull();
    }

    private void change(LocalDate from, int days) {
        change(city.chief(), from, List.of(entry(Rung.FIRST_REMINDER, days)));
    }

    private void change(String person, LocalDate from, List<LadderEntry> entries) {
        cities.as(person, () -> {
            versions.change(from, entries);
            return null;
        });
    }

    private static LadderEntry entry(Rung rung, int days) {
        return new LadderEntry(CycleStep.REPORT, false, rung, days, List.of("LIAISON", "UNIT_LEADER"), 1, null);
    }

    private int days(TestCity government, LocalDate dueOn) {
        return ladders.rule(government.code(), dueOn, CycleStep.REPORT, false, Rung.FIRST_REMINDER)
                .orElseThrow()
                .days();
    }

    private List<SlipView> slips() {
        return cities.as(
                        city.officer(),
                        () -> slips.list(new SlipFilter(null, cycle, null, null), currentUsers.required(), 0, 10))
                .items();
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
