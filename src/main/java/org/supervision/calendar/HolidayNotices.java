package org.supervision.calendar;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/**
 * The notices of all years. Who may change them is said in the security table; a change counts at once, is recorded with
 * what it overwrote and told to whoever reckons with working days.
 */
@Service
public class HolidayNotices {

    /** What a day is that no notice says anything about. */
    public static final String WEEK = "week";

    private final JdbcClient jdbc;
    private final HolidaysInForce holidays;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    HolidayNotices(JdbcClient jdbc, HolidaysInForce holidays, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.clock = clock;
        this.events = events;
    }

    /** The years whose notice is known. */
    @Transactional(readOnly = true)
    public SortedSet<Integer> years() {
        return new TreeSet<>(
                jdbc.sql("select year from holiday_notice").query(Integer.class).list());
    }

    /** Of a year without notice, one without days. */
    @Transactional(readOnly = true)
    public HolidayNotice get(int year) {
        // Read first: a change after it makes the version too old, never too new.
        long version = jdbc.sql("select version from calendar_version")
                .query(Long.class)
                .single();
        List<CalendarDay> days = jdbc.sql("select * from calendar_day where day between ? and ? order by day")
                .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query(HolidayNotices::day)
                .list();
        return jdbc.sql("select changed_at, changed_by from holiday_notice where year = ?")
                .param(year)
                .query((row, number) -> new HolidayNotice(
                        year,
                        true,
                        days,
                        version,
                        row.getObject("changed_at", OffsetDateTime.class) == null
                                ? null
                                : row.getObject("changed_at", OffsetDateTime.class)
                                        .toInstant(),
                        row.getString("changed_by")))
                .optional()
                .orElseGet(() -> new HolidayNotice(year, false, days, version, null, null));
    }

    /**
     * The days a file or a pasted text gives for the year; nothing is stored.
     *
     * @throws DomainException if it is no such text or a line is wrong
     */
    public List<CalendarDay> read(int year, byte[] csv) {
        return NoticeCheck.days(year, NoticeCsv.read(csv));
    }

    /** As {@link #read(int, byte[])}, of entries that came in another form. */
    public List<CalendarDay> read(int year, List<NoticeLine> lines) {
        return NoticeCheck.days(year, lines);
    }

    /** The year as a text that can be read again, UTF-8. */
    public byte[] write(HolidayNotice notice) {
        return NoticeCsv.write(notice.days()).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Lets these be the days of the year, which is known from then on. The same again changes nothing.
     *
     * @param by username
     * @param seen the version that was looked through before; refused if the calendar has changed since, {@code null} if
     *     that does not matter
     */
    @Transactional
    public List<DayDifference> load(int year, List<CalendarDay> days, String by, @Nullable Long seen) {
        holidays.lock();
        HolidayNotice old = get(year);
        if (seen != null && seen != old.version()) {
            throw new DomainException(Kind.CONFLICT, "calendar.notice.changed-meanwhile");
        }
        return write(old, days, HolidayNoticeChanged.LOAD, by);
    }

    /**
     * Changes what one day of a known year is.
     *
     * @param line its kind {@link #WEEK} for a day that is left to the week
     * @param by username
     */
    @Transactional
    public List<DayDifference> change(int year, NoticeLine line, String by) {
        holidays.lock();
        HolidayNotice old = get(year);
        if (!old.known()) {
            throw DomainException.invalidField("day", "calendar.day.unknown-year", String.valueOf(year));
        }
        boolean none = WEEK.equals(line.kind());
        CalendarDay checked = read(
                        year, List.of(none ? new NoticeLine(1, line.day(), DayKind.HOLIDAY.code(), "") : line))
                .get(0);
        List<CalendarDay> days = Stream.concat(
                        old.days().stream().filter(day -> !day.day().equals(checked.day())),
                        none ? Stream.empty() : Stream.of(checked))
                .toList();
        return write(old, days, HolidayNoticeChanged.CHANGE_DAY, by);
    }

    /** Loads what is shipped for years that are not known yet, so that corrections stay; any number of nodes may do so. */
    @Transactional
    void loadShipped(List<NoticeLine> lines) {
        holidays.lock();
        Set<Integer> known = years();
        lines.stream()
                .map(line -> Year.parse(Objects.requireNonNull(line.day()).substring(0, 4))
                        .getValue())
                .distinct()
                .filter(year -> !known.contains(year))
                .forEach(year -> write(
                        get(year),
                        read(
                                year,
                                lines.stream()
                                        .filter(line -> Objects.requireNonNull(line.day())
                                                .startsWith(year + "-"))
                                        .toList()),
                        HolidayNoticeChanged.LOAD,
                        null));
    }

    private List<DayDifference> write(HolidayNotice old, List<CalendarDay> days, String act, @Nullable String by) {
        List<DayDifference> differences = DayDifference.between(old.days(), days);
        if (old.known() && differences.isEmpty()) {
            return differences;
        }
        jdbc.sql(
                        """
                        insert into holiday_notice (year, changed_at, changed_by) values (?, ?, ?)
                        on conflict (year) do update
                        set changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .params(old.year(), by == null ? null : OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), by)
                .update();
        differences.forEach(this::write);
        holidays.changed();
        events.publishEvent(new HolidayNoticeChanged(old.year(), act, differences));
        events.publishEvent(new HolidaysChanged(Set.of(old.year())));
        return differences;
    }

    private void write(DayDifference difference) {
        jdbc.sql("delete from calendar_day where day = ?")
                .param(difference.day())
                .update();
        CalendarDay day = difference.after();
        if (day != null) {
            jdbc.sql("insert into calendar_day (day, kind, name) values (?, ?, ?)")
                    .params(day.day(), day.kind().code(), day.name())
                    .update();
        }
    }

    private static CalendarDay day(ResultSet row, int number) throws SQLException {
        return new CalendarDay(
                row.getObject("day", LocalDate.class),
                DayKind.of(row.getString("kind")).orElseThrow(),
                row.getString("name"));
    }
}
