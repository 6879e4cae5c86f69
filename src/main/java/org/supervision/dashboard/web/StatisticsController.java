package org.supervision.dashboard.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.data.domain.Pageable;
import org.springframework.data.web.PageableDefault;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import org.supervision.dashboard.CycleFigure;
import org.supervision.dashboard.CycleLists;
import org.supervision.dashboard.RoundLines;
import org.supervision.dashboard.RoundLines.RoundLine;
import org.supervision.dashboard.RoundStatistics;
import org.supervision.dashboard.Statistics;
import org.supervision.dashboard.UnitBurdens;
import org.supervision.dashboard.web.StatisticsPages.Page;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.DomainException;

/** Rounds and years in numbers, in the portal and over REST, and the tasks behind each number. */
@Controller
class StatisticsController {

    private final Statistics statistics;
    private final StatisticsPages pages;
    private final CardFiles files;
    private final CycleLists lists;
    private final UnitBurdens burdens;
    private final RoundLines rounds;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final Words words;

    StatisticsController(
            Statistics statistics,
            StatisticsPages pages,
            CardFiles files,
            CycleLists lists,
            UnitBurdens burdens,
            RoundLines rounds,
            OrgUnits units,
            CurrentUsers currentUsers,
            Words words) {
        this.statistics = statistics;
        this.pages = pages;
        this.files = files;
        this.lists = lists;
        this.burdens = burdens;
        this.rounds = rounds;
        this.units = units;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    @InitBinder
    void readBlankAsNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/api/v1/statistics")
    @ResponseBody
    RoundStatistics of(@RequestParam String round) {
        return statistics.of(round, currentUsers.required());
    }

    /** @param year the year whose page another unit was chosen on */
    @GetMapping("/statistics")
    String page(
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean mine,
            Model model) {
        if (round == null && year != null) {
            return UriComponentsBuilder.fromPath("redirect:/statistics/years/" + year)
                    .queryParamIfPresent("unit", Optional.ofNullable(unit))
                    .toUriString();
        }
        CurrentUser user = currentUsers.required();
        Optional<Page> page = pages.ofRound(user, round, unit, mine);
        page.ifPresent(shown -> show(shown, "/statistics/cards/", user, model));
        return "dashboard/statistics";
    }

    @GetMapping("/statistics/cards/{id}.{format}")
    ResponseEntity<byte[]> card(
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam String round,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean mine) {
        Page page = pages.ofRound(currentUsers.required(), round, unit, mine).orElseThrow();
        return files.of(page.cards(), id, format, about(page));
    }

    @GetMapping("/statistics/years/{year}")
    String year(@PathVariable int year, @RequestParam(required = false) @Nullable String unit, Model model) {
        CurrentUser user = currentUsers.required();
        show(pages.ofYear(user, year, unit), "/statistics/years/" + year + "/cards/", user, model);
        return "dashboard/statistics";
    }

    @GetMapping("/statistics/years/{year}/cards/{id}.{format}")
    ResponseEntity<byte[]> cardOfYear(
            @PathVariable int year,
            @PathVariable String id,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String unit) {
        Page page = pages.ofYear(currentUsers.required(), year, unit);
        return files.of(page.cards(), id, format, about(page));
    }

    private String about(Page page) {
        return words.of("dashboard.statistics.about", page.title(), page.asOf());
    }

    private void show(Page page, String files, CurrentUser user, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("files", files);
        model.addAttribute(
                "query",
                UriComponentsBuilder.newInstance()
                        .queryParamIfPresent(
                                "round", Optional.ofNullable(page.round()).map(RoundLine::id))
                        .queryParamIfPresent("unit", Optional.ofNullable(page.unit()))
                        .queryParamIfPresent(
                                "mine", page.mayBeInCharge() ? Optional.of(page.inCharge()) : Optional.empty())
                        .toUriString());
        model.addAttribute("units", user.readsWholeGovernment() ? units.of(user.requiredGovernment()) : List.of());
    }

    /** The tasks behind a number; the address holds what they are narrowed to. */
    @GetMapping("/statistics/tasks")
    String tasks(
            @RequestParam(required = false) @Nullable String round,
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam CycleFigure figure,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) boolean mine,
            @RequestParam(required = false) @Nullable LocalDate until,
            @PageableDefault(size = 100) Pageable page,
            Model model) {
        CurrentUser user = currentUsers.required();
        List<RoundLine> among = among(user, round, year);
        model.addAttribute(
                "tasks",
                lists.list(
                        new CycleLists.Wish(
                                among.stream().map(RoundLine::id).toList(), figure, unit, mine, until, year != null),
                        user,
                        page.getPageNumber(),
                        page.getPageSize()));
        model.addAttribute(
                "when",
                year == null
                        ? words.quarter(among.get(0).quarter())
                        : words.of("dashboard.statistics.year", String.valueOf(year)));
        model.addAttribute("back", year == null ? "/statistics?round=" + round : "/statistics/years/" + year);
        model.addAttribute("figure", figure);
        model.addAttribute("until", until);
        model.addAttribute("unitName", pages.unitName(user, unit));
        model.addAttribute(
                "address",
                UriComponentsBuilder.fromPath("/statistics/tasks")
                        .queryParamIfPresent("round", Optional.ofNullable(round))
                        .queryParamIfPresent("year", Optional.ofNullable(year))
                        .queryParam("figure", figure)
                        .queryParamIfPresent("unit", Optional.ofNullable(unit))
                        .queryParamIfPresent("mine", mine ? Optional.of(true) : Optional.empty())
                        .queryParamIfPresent("until", Optional.ofNullable(until))
                        .toUriString());
        return "dashboard/statistics-tasks";
    }

    /** The work items behind a number of what is asked of the units. */
    @GetMapping("/statistics/years/{year}/work")
    String work(
            @PathVariable int year,
            @RequestParam(required = false) @Nullable Integer month,
            @RequestParam(required = false) @Nullable String unit,
            @PageableDefault(size = 100) Pageable page,
            Model model) {
        CurrentUser user = currentUsers.required();
        String ofYear = String.valueOf(year);
        model.addAttribute("work", burdens.list(year, month, user, unit, page.getPageNumber(), page.getPageSize()));
        model.addAttribute(
                "what",
                month == null
                        ? words.of("dashboard.work.title", ofYear)
                        : words.of("dashboard.work.of-month", ofYear, month));
        model.addAttribute("back", "/statistics/years/" + year + (unit == null ? "" : "?unit=" + unit));
        model.addAttribute("unitName", pages.unitName(user, unit));
        model.addAttribute("address", new CardLinks(unit, false).work(year, month, unit));
        return "dashboard/statistics-work";
    }

    private List<RoundLine> among(CurrentUser user, @Nullable String round, @Nullable Integer year) {
        if (year == null) {
            return List.of(rounds.find(user.requiredGovernment(), String.valueOf(round)));
        }
        List<RoundLine> ofYear = rounds.of(user.requiredGovernment()).stream()
                .filter(each -> each.quarter().year() == year)
                .toList();
        if (ofYear.isEmpty()) {
            throw DomainException.notFound(year);
        }
        return ofYear;
    }
}
