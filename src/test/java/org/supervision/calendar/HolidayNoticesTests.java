package org.supervision.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.ApplicationTest;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.DomainException;

/** Notices are loaded as a whole, changed by the day, and never half or over what somebody else has changed. */
@ApplicationTest
@RecordApplicationEvents
@Transactional
class HolidayNoticesTests {

    private static final LocalDate NEW_YEAR = LocalDate.of(2031, 1, 1);

    @Autowired
    private HolidayNotices notices;

    @Autowired
    private ShippedNotices shipped;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEvents events;

    @Test
    void theShippedNoticesAreThere() {
        assertThat(notices.years()).contains(2022, 2023, 2024, 2025, 2026);
        assertThat(notices.get(2026).days())
                .contains(new CalendarDay(LocalDate.of(2026, 10, 10), DayKind.MAKE_UP, ""))
                .hasSize(39);
        assertThat(notices.get(2026).workingDays())
                .isEqualTo(workingDays.between(day("2025-12-31"), day("2026-12-31")));
    }

    @Test
    void startingAgainChangesNothing() throws Exception {
        HolidayNotice before = notices.get(2026);

        shipped.run(null);

        assertThat(notices.get(2026)).isEqualTo(before);
        assertThat(events.stream(HolidaysChanged.class)).isEmpty();
    }

    @Test
    void aCorrectedDayStaysCorrected() throws Exception {
        notices.change(2026, new NoticeLine(0, "2026-10-10", "week", null), "sysadmin");

        shipped.run(null);

        assertThat(notices.get(2026).days()).noneMatch(each -> each.day().equals(day("2026-10-10")));
    }

    @Test
    void aYearThatIsNotKnownIsLoadedAsAWholeAtTheStart() throws Exception {
        HolidayNotice before = notices.get(2024);
        jdbc.sql("delete from calendar_day where extract(year from day) = 2024").update();
        jdbc.sql("delete from holiday_notice where year = 2024").update();

        shipped.run(null);

        assertThat(notices.get(2024).days()).isEqualTo(before.days());
        assertThat(events.stream(HolidaysChanged.class)).containsExactly(new HolidaysChanged(Set.of(2024)));
    }

    @Test
    void aLoadedNoticeCountsAtOnceAndIsToldInTheSameTransaction() {
        assertThat(workingDays.provisional(NEW_YEAR)).isTrue();
        assertThat(workingDays.isWorkingDay(NEW_YEAR)).isTrue();

        List<DayDifference> differences = notices.load(2031, days(2031, "2031-01-01,holiday,元旦"), "sysadmin", null);

        assertThat(differences).hasSize(1);
        assertThat(workingDays.provisional(NEW_YEAR)).isFalse();
        assertThat(workingDays.isWorkingDay(NEW_YEAR)).isFalse();
        assertThat(events.stream(HolidaysChanged.class)).containsExactly(new HolidaysChanged(Set.of(2031)));
        assertThat(notices.get(2031).changedBy()).isEqualTo("sysadmin");
        assertThat(notices.get(2031).changedAt()).isNotNull();
    }

    @Test
    void whatAChangeOverwritesIsRecorded() {
        notices.load(2031, days(2031, "2031-01-01,holiday,元旦\n2031-01-02,holiday,元旦"), "sysadmin", null);

        notices.load(2031, days(2031, "2031-01-01,holiday,元旦节\n2031-01-04,make-up,"), "sysadmin", null);

        assertThat(events.stream(HolidayNoticeChanged.class).toList().get(1).changes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "2031-01-01", new Change("holiday 元旦", "holiday 元旦节"),
                        "2031-01-02", new Change("holiday 元旦", null),
                        "2031-01-04", new Change(null, "make-up")));
    }

    @Test
    void theSameNoticeAgainChangesNothing() {
        List<CalendarDay> days = days(2031, "2031-01-01,holiday,元旦");
        notices.load(2031, days, "sysadmin", null);
        events.clear();
        HolidayNotice before = notices.get(2031);

        assertThat(notices.load(2031, days, "somebody", null)).isEmpty();

        assertThat(notices.get(2031)).isEqualTo(before);
        assertThat(events.stream(HolidaysChanged.class)).isEmpty();
    }

    @Test
    void whatWasLookedThroughBeforeSomebodyElsesChangeIsRefused() {
        long seen = notices.get(2031).version();
        notices.load(2031, days(2031, "2031-01-01,holiday,元旦"), "sysadmin", seen);

        DomainException refusal = catchThrowableOfType(
                DomainException.class, () -> notices.load(2031, days(2031, "2031-01-02,holiday,元旦"), "sysadmin", seen));

        assertThat(refusal.kind()).isEqualTo(DomainException.Kind.CONFLICT);
        assertThat(workingDays.isWorkingDay(NEW_YEAR)).isFalse();
    }

    @Test
    void oneDayIsAddedChangedAndLeftToTheWeekAgain() {
        notices.load(2031, days(2031, "2031-01-01,holiday,元旦"), "sysadmin", null);

        notices.change(2031, new NoticeLine(0, "2031-01-04", "make-up", null), "sysadmin");
        assertThat(workingDays.isWorkingDay(day("2031-01-04"))).isTrue();
        notices.change(2031, new NoticeLine(0, "2031-01-04", "holiday", "元旦"), "sysadmin");
        assertThat(workingDays.isWorkingDay(day("2031-01-04"))).isFalse();
        notices.change(2031, new NoticeLine(0, "2031-01-01", "week", ""), "sysadmin");
        assertThat(workingDays.isWorkingDay(NEW_YEAR)).isTrue();
        assertThat(notices.get(2031).days()).hasSize(1);
    }

    @Test
    void aSingleDayDoesNotMakeAYearKnown() {
        DomainException refusal = catchThrowableOfType(
                DomainException.class,
                () -> notices.change(2031, new NoticeLine(0, "2031-01-01", "holiday", "元旦"), "sysadmin"));

        assertThat(refusal.code()).isEqualTo("calendar.day.unknown-year");
        assertThat(workingDays.provisional(NEW_YEAR)).isTrue();
    }

    /** Each mistake is told by its line; the semicolon ends a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2031-01-01,holiday,A;2031-01-01,holiday,A | line 2 | calendar.line.duplicate
                    2031-01-04,holiday,A;2031-01-04,make-up,  | line 2 | calendar.line.both-kinds
                    date,kind,name;2031-01-04,make-up,;2031-01-04,make-up, | line 3 | calendar.line.duplicate
                    2031-01-01,holiday,A;2030-12-31,holiday,A | line 2 | calendar.line.other-year
                    2031-01-02,make-up,                       | line 1 | calendar.line.no-weekend
                    2031-01-01,Holiday,A                      | line 1 | calendar.line.no-kind
                    2031-01-01                                | line 1 | calendar.line.no-kind
                    2031-02-29,holiday,A                      | line 1 | calendar.line.no-date
                    2031/1/1,holiday,A                        | line 1 | calendar.line.no-date
                    ;;2031-13-01,holiday,A                    | line 3 | calendar.line.no-date
                    ,holiday,A                                | line 1 | calendar.line.no-date
                    """)
    void aWrongLineRefusesAllOfTheNotice(String text, String field, String code) {
        DomainException refusal =
                catchThrowableOfType(DomainException.class, () -> days(2031, text.replace(';', '\n')));

        assertThat(refusal.code()).isEqualTo("calendar.notice.refused");
        assertThat(refusal.fieldErrors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.code()).isEqualTo(code);
        });
    }

    @Test
    void everyMistakeIsToldButNotMoreThanAPersonReads() {
        String text = "2031-01-01,feast,A\n".repeat(30);

        DomainException refusal = catchThrowableOfType(DomainException.class, () -> days(2031, text));

        assertThat(refusal.arguments()).containsExactly(30);
        assertThat(refusal.fieldErrors()).hasSize(20);
    }

    static List<Arguments> noNotices() {
        return List.of(
                arguments("", "calendar.notice.empty"),
                arguments("\n\n", "calendar.notice.empty"),
                arguments("date,kind,name\n", "calendar.notice.empty"),
                arguments("PK\u0003\u0004", "calendar.notice.no-text"),
                arguments("2031-01-01,\"holiday,A\n", "calendar.notice.no-csv"),
                arguments("2031-01-01,holiday,A\n".repeat(5_000), "calendar.notice.too-large"));
    }

    @ParameterizedTest
    @MethodSource("noNotices")
    void whatIsNoNoticeIsRefused(String text, String code) {
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> days(2031, text));

        assertThat(refusal.code()).isEqualTo(code);
    }

    @Test
    void aYearFarAwayIsRefused() {
        DomainException refusal = catchThrowableOfType(DomainException.class, () -> days(1999, "1999-01-01,holiday,A"));

        assertThat(refusal.code()).isEqualTo("calendar.notice.year-out-of-range");
    }

    @Test
    void filesOfSpreadsheetsAreReadToo() {
        String text = "day,kind,name\r\n2031-01-01,holiday,\"元旦, 新年\"\r\n\r\n 2031-01-04 , make-up ,\r\n";
        List<CalendarDay> expected = List.of(
                new CalendarDay(NEW_YEAR, DayKind.HOLIDAY, "元旦, 新年"),
                new CalendarDay(day("2031-01-04"), DayKind.MAKE_UP, ""));

        assertThat(days(2031, text)).isEqualTo(expected);
        assertThat(notices.read(2031, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(notices.read(2031, text.getBytes(Charset.forName("GBK")))).isEqualTo(expected);
    }

    @Test
    void whatIsExportedIsTheShippedFileAndReadAgainTheSame() throws Exception {
        String file =
                new ClassPathResource("calendar/cn-public-holidays.csv").getContentAsString(StandardCharsets.UTF_8);
        HolidayNotice notice = notices.get(2026);

        String exported = new String(notices.write(notice), StandardCharsets.UTF_8);

        assertThat(exported.lines().skip(1))
                .containsExactlyElementsOf(
                        file.lines().filter(line -> line.startsWith("2026-")).toList());
        assertThat(file.lines().findFirst())
                .hasValue(exported.lines().findFirst().orElseThrow());
        assertThat(days(2026, exported)).isEqualTo(notice.days());
    }

    @Test
    void aNameThatLooksLikeAFormulaIsExportedAsText() {
        HolidayNotice notice = notices.get(2031).with(List.of(new CalendarDay(NEW_YEAR, DayKind.HOLIDAY, "=1+1")));

        byte[] exported = notices.write(notice);

        assertThat(new String(exported, StandardCharsets.UTF_8)).contains(",'=1+1");
        assertThat(notices.read(2031, exported)).isEqualTo(notice.days());
    }

    private List<CalendarDay> days(int year, String text) {
        return notices.read(year, text.getBytes(StandardCharsets.UTF_8));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
