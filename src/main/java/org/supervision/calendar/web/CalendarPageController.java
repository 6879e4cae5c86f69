package org.supervision.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.supervision.calendar.CalendarDay;
import org.supervision.calendar.DayDifference;
import org.supervision.calendar.HolidayNotice;
import org.supervision.calendar.HolidayNotices;
import org.supervision.calendar.NoticeLine;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** The calendar in the portal: a year to read, and for its keeper the forms to change a day or load a notice. */
@Controller
@RequestMapping("/calendar")
class CalendarPageController {

    /** A line of the error summary with the field it links to. */
    record Mistake(String key, String message) {}

    /** The form of one day; {@code kind} is {@code week} for a day that is left to the week. */
    record DayForm(String day, String kind, String name) {}

    private final CalendarPages pages;
    private final HolidayNotices notices;
    private final WebInvocationPrivilegeEvaluator privileges;
    private final MessageSource messages;

    CalendarPageController(
            CalendarPages pages,
            HolidayNotices notices,
            WebInvocationPrivilegeEvaluator privileges,
            MessageSource messages) {
        this.pages = pages;
        this.notices = notices;
        this.privileges = privileges;
        this.messages = messages;
    }

    /** Asks the security table, which alone says who may. */
    @ModelAttribute("mayChange")
    boolean mayChange(HttpServletRequest request, Authentication reader) {
        return privileges.isAllowed(request.getContextPath(), "/calendar/days", "POST", reader);
    }

    /** @param day one to be changed; the page of its year is shown */
    @GetMapping
    ModelAndView show(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable LocalDate day) {
        if (day == null) {
            return page(Objects.requireNonNullElseGet(year, pages::thisYear), new DayForm("", "holiday", ""));
        }
        DayForm form = notices.get(day.getYear()).days().stream()
                .filter(each -> each.day().equals(day))
                .findFirst()
                .map(each -> new DayForm(day.toString(), each.kind().code(), each.name()))
                .orElseGet(() -> new DayForm(day.toString(), HolidayNotices.WEEK, ""));
        return page(day.getYear(), form);
    }

    @PostMapping("/days")
    ModelAndView change(
            @RequestParam int year,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String name,
            Principal by,
            RedirectAttributes after,
            Locale locale) {
        try {
            int yearOfDay = day.matches("\\d{4}-.*") ? Integer.parseInt(day.substring(0, 4)) : year;
            List<DayDifference> changes = notices.change(yearOfDay, new NoticeLine(0, day, kind, name), by.getName());
            after.addFlashAttribute(
                    "done",
                    changes.isEmpty()
                            ? text(locale, "calendar.day.unchanged", day)
                            : text(locale, "calendar.day.changed", day, text(locale, "calendar.sort." + kind)));
            return new ModelAndView("redirect:/calendar?year=" + yearOfDay);
        } catch (DomainException refusal) {
            return refused(refusal, year, new DayForm(day, kind, name), "day", locale);
        }
    }

    /** Shows what would change; a file goes before a pasted text. */
    @PostMapping("/preview")
    ModelAndView preview(
            @RequestParam int year,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Locale locale)
            throws IOException {
        boolean uploaded = file != null && !file.isEmpty();
        byte[] sent = uploaded ? file.getBytes() : text.getBytes(StandardCharsets.UTF_8);
        try {
            List<CalendarDay> days = notices.read(year, sent);
            HolidayNotice old = notices.get(year);
            HolidayNotice fresh = old.with(days);
            return new ModelAndView("calendar/preview")
                    .addObject("old", old)
                    .addObject("fresh", fresh)
                    .addObject("differences", DayDifference.between(old.days(), days))
                    .addObject("text", new String(notices.write(fresh), StandardCharsets.UTF_8));
        } catch (DomainException refusal) {
            return refused(refusal, year, null, uploaded ? "file" : "text", locale)
                    .addObject("noticeYear", year)
                    .addObject("text", text);
        }
    }

    @PostMapping("/{year}")
    ModelAndView load(
            @PathVariable int year,
            @RequestParam String text,
            @RequestParam long version,
            Principal by,
            RedirectAttributes after,
            Locale locale) {
        List<CalendarDay> days = notices.read(year, text.getBytes(StandardCharsets.UTF_8));
        List<DayDifference> changes = notices.load(year, days, by.getName(), version);
        after.addFlashAttribute("done", text(locale, "calendar.notice.loaded", String.valueOf(year), changes.size()));
        return new ModelAndView("redirect:/calendar?year=" + year);
    }

    private ModelAndView page(int year, DayForm form) {
        YearPage page = pages.of(year);
        return new ModelAndView("calendar/year")
                .addObject("page", page)
                .addObject("form", form)
                .addObject("noticeYear", year);
    }

    private ModelAndView refused(
            DomainException refusal, int year, @Nullable DayForm form, String field, Locale locale) {
        if (refusal.kind() != Kind.INVALID) {
            throw refusal;
        }
        List<Mistake> mistakes = refusal.fieldErrors().isEmpty()
                ? List.of(new Mistake(
                        field, text(locale, refusal.code(), refusal.arguments().toArray())))
                : refusal.fieldErrors().stream()
                        .map(error -> new Mistake(
                                error.field().equals("year") ? "year" : field,
                                text(locale, error.code(), error.arguments().toArray())))
                        .toList();
        ModelAndView page = page(
                        CalendarPages.isShown(year) ? year : pages.thisYear(),
                        form == null ? new DayForm("", "holiday", "") : form)
                .addObject("errors", mistakes);
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
