package org.supervision.calendar.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.supervision.calendar.CalendarDay;
import org.supervision.calendar.DayDifference;
import org.supervision.calendar.HolidayNotice;
import org.supervision.calendar.HolidayNotices;
import org.supervision.calendar.NoticeLine;
import org.supervision.calendar.WorkingDays;
import org.supervision.shared.DomainException;

/** The public holidays and make-up working days of each year: read by all, kept by the system administrator. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {

    /** All days of a year that differ from the week. */
    record NoticeForm(@Nullable List<@Nullable DayForm> days) {}

    /** A day as sent: {@code day} a date, {@code kind} {@code holiday} or {@code make-up}. */
    record DayForm(@Nullable String day, @Nullable String kind, @Nullable String name) {}

    /**
     * A year.
     *
     * @param known whether its notice is loaded; if not, the week alone counts for the time being
     * @param changes what was changed by the request, {@code null} where nothing was asked to change
     */
    record NoticeView(
            int year,
            boolean known,
            long workingDays,
            @Nullable OffsetDateTime changedAt,
            @Nullable String changedBy,
            List<CalendarDay> days,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DayDifference> changes) {}

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final HolidayNotices notices;

    CalendarController(HolidayNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/{year}")
    @Operation(summary = "The days of a year that differ from the week, and whether its notice is known")
    NoticeView get(@PathVariable int year) {
        return view(notice(year), null);
    }

    @GetMapping("/{year}.csv")
    @Operation(summary = "The same as a file with the columns date, kind, name")
    ResponseEntity<byte[]> file(@PathVariable int year) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("public-holidays-" + year + ".csv")
                                .build()
                                .toString())
                .body(notices.write(notice(year)));
    }

    @PutMapping(path = "/{year}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Loads the notice of a year as a whole; every wrong entry is named and nothing is stored then")
    NoticeView load(@PathVariable int year, @RequestBody NoticeForm form, Principal by) {
        List<NoticeLine> lines = new ArrayList<>();
        for (DayForm sent : Objects.requireNonNullElse(form.days(), List.<@Nullable DayForm>of())) {
            DayForm day = sent == null ? new DayForm(null, null, null) : sent;
            lines.add(new NoticeLine(lines.size() + 1, day.day(), day.kind(), day.name()));
        }
        return load(year, notices.read(year, lines), by);
    }

    @PutMapping(path = "/{year}", consumes = "text/csv")
    @Operation(summary = "Loads the notice of a year as a whole; every wrong line is named and nothing is stored then")
    NoticeView load(@PathVariable int year, @RequestBody byte[] csv, Principal by) {
        return load(year, notices.read(year, csv), by);
    }

    private NoticeView load(int year, List<CalendarDay> days, Principal by) {
        List<DayDifference> changes = notices.load(year, days, by.getName(), null);
        return view(notices.get(year), changes);
    }

    private HolidayNotice notice(int year) {
        if (!CalendarPages.isShown(year)) {
            throw DomainException.notFound(year);
        }
        return notices.get(year);
    }

    private static NoticeView view(HolidayNotice notice, @Nullable List<DayDifference> changes) {
        return new NoticeView(
                notice.year(),
                notice.known(),
                notice.workingDays(),
                notice.changedAt() == null
                        ? null
                        : notice.changedAt().atZone(WorkingDays.ZONE).toOffsetDateTime(),
                notice.changedBy(),
                notice.days(),
                changes);
    }
}
