package org.supervision.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.shared.Quarter;

/** Deadlines follow the State Council's notices of 2022 to 2026, as the application loads them. */
@ApplicationTest
class WorkingDaysTests {

    @Autowired
    private WorkingDays workingDays;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # an ordinary week
                    2026-11-20, true
                    2026-11-21, false
                    2026-11-22, false
                    # Spring Festival 2026 with its two worked Saturdays
                    2026-02-14, true
                    2026-02-15, false
                    2026-02-23, false
                    2026-02-24, true
                    2026-02-28, true
                    # a worked Sunday
                    2024-04-07, true
                    2024-02-18, true
                    # New Year's Day 2023 began in the old year
                    2022-12-31, false
                    2023-01-02, false
                    2023-01-03, true
                    # no notice yet: only weekends
                    2027-10-01, true
                    2027-10-02, false
                    """)
    void holidaysAreOffAndMakeUpDaysAreWorked(LocalDate date, boolean working) {
        assertThat(workingDays.isWorkingDay(date)).isEqualTo(working);
    }

    /** The report is due on the fifth working day after the quarter's end. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2022-q3, 2022-10-12
                    2023-q3, 2023-10-11
                    2023-q4, 2024-01-08
                    2024-q1, 2024-04-08
                    2024-q3, 2024-10-12
                    2025-q1, 2025-04-08
                    2025-q3, 2025-10-14
                    2025-q4, 2026-01-08
                    2026-q2, 2026-07-07
                    2026-q3, 2026-10-13
                    """)
    void aQuarterIsReportedOnTheFifthWorkingDayAfterItsEnd(String quarter, LocalDate due) {
        assertThat(workingDays.plus(Quarter.parse(quarter).lastDay(), 5)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-10-13, 0, 2026-10-13
                    2026-10-13, 1, 2026-10-12
                    2026-10-13, 2, 2026-10-10
                    2026-10-13, 5, 2026-09-30
                    2026-02-24, 1, 2026-02-14
                    """)
    void goingBackSkipsHolidaysAndCountsMakeUpDays(LocalDate date, int n, LocalDate expected) {
        assertThat(workingDays.minus(date, n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-09-30, 2026-10-13, 5
                    2026-09-30, 2026-10-07, 0
                    2026-10-13, 2026-10-13, 0
                    2026-10-13, 2026-09-30, -5
                    2026-02-13, 2026-02-28, 6
                    2024-12-31, 2025-12-31, 248
                    """)
    void theDaysBetweenAreThoseAfterTheFirstUpToTheLast(LocalDate from, LocalDate to, int expected) {
        assertThat(workingDays.between(from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-10-13, 2026-10-13
                    2026-10-10, 2026-10-10
                    2026-10-11, 2026-10-12
                    2026-10-01, 2026-10-08
                    2026-02-15, 2026-02-24
                    """)
    void aDateThatIsNotWorkedGivesWayToTheNextWorkingDay(LocalDate date, LocalDate expected) {
        assertThat(workingDays.onOrAfter(date)).isEqualTo(expected);
        assertThat(workingDays.dueInstant(date)).isEqualTo(workingDays.dueInstant(expected));
    }

    @Test
    void aDueDateEndsAtSixInTheEveningInShanghai() {
        assertThat(workingDays.dueInstant(LocalDate.of(2026, 10, 13))).isEqualTo(Instant.parse("2026-10-13T10:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2024-04-09T10:00:00Z, 1, 2024-04-09T16:05:00Z
                    2026-09-30T10:00:00Z, 1, 2026-10-07T16:05:00Z
                    2026-09-30T10:00:00Z, 3, 2026-10-09T16:05:00Z
                    2026-09-30T10:00:00Z, 5, 2026-10-12T16:05:00Z
                    """)
    void aRungIsIssuedFiveMinutesIntoItsWorkingDay(Instant due, int n, Instant issued) {
        assertThat(workingDays.afterDue(due, n)).isEqualTo(issued);
    }

    @ParameterizedTest
    @CsvSource({"2021, false", "2022, true", "2023, true", "2024, true", "2025, true", "2026, true", "2027, false"})
    void aYearWithoutNoticeSaysSo(int year, boolean known) {
        assertThat(workingDays.known(year)).isEqualTo(known);
        assertThat(workingDays.provisional(LocalDate.of(year, 7, 1))).isEqualTo(!known);
    }

    @Test
    void aNegativeNumberOfDaysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> workingDays.plus(LocalDate.of(2026, 10, 13), -1));
    }
}
