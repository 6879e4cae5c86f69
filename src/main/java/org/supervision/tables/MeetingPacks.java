package org.supervision.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleStanding;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.LatestReports;
import org.supervision.reporting.LatestReports.Outlook;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.Verdict;
import org.supervision.shared.DomainException;
import org.supervision.tables.write.MeetingPack;
import org.supervision.tables.write.MeetingPack.Item;
import org.supervision.tables.write.MeetingPack.Share;

/** Puts the pack of a meeting about a round together, for the office and the city's leaders. */
@Service
@Transactional(readOnly = true)
public class MeetingPacks {

    /** More than any round has. */
    private static final int ALL = 100_000;

    private static final Set<Verdict> BEHIND = EnumSet.of(Verdict.BEHIND, Verdict.NOT_STARTED);
    private static final Set<CycleStanding> NOT_REPORTED = EnumSet.of(
            CycleStanding.OVERDUE,
            CycleStanding.RESUBMISSION_OVERDUE,
            CycleStanding.NOT_APPROVED,
            CycleStanding.NOT_REPORTED);

    private final RoundViews rounds;
    private final CycleViews cycles;
    private final LatestReports reports;
    private final FigureWords figures;
    private final CurrentUsers currentUsers;
    private final MessageSource messages;

    MeetingPacks(
            RoundViews rounds,
            CycleViews cycles,
            LatestReports reports,
            FigureWords figures,
            CurrentUsers currentUsers,
            MessageSource messages) {
        this.rounds = rounds;
        this.cycles = cycles;
        this.reports = reports;
        this.figures = figures;
        this.currentUsers = currentUsers;
        this.messages = messages;
    }

    public MeetingPack of(String roundId, Locale locale) {
        return of(currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF, Role.CITY_LEADER), roundId, locale);
    }

    /** @param reader reads the whole government */
    MeetingPack of(CurrentUser reader, String roundId, Locale locale) {
        String government = reader.requiredGovernment();
        RoundView round = rounds.find(government, roundId).orElseThrow(() -> DomainException.notFound(roundId));
        List<CycleView> all =
                cycles.list(CycleFilter.ofRound(roundId), reader, 0, ALL).items();
        if (all.isEmpty()) {
            throw DomainException.notFound(roundId);
        }
        Map<String, Outlook> outlooks = reports.outlooks(government, roundId);
        List<Item> items = all.stream()
                .filter(cycle -> isToBeTalkedAbout(cycle, outlooks.get(cycle.id())))
                .map(cycle -> item(cycle, outlooks.get(cycle.id()), locale))
                .toList();
        List<Share> shares = shares(all, locale);
        String quarter = text(
                locale,
                "reporting.quarter",
                String.valueOf(round.quarter().year()),
                round.quarter().number());
        String counts = shares.stream()
                .map(share -> text(locale, "tables.pack.share", share.standing(), share.count(), share.percent()))
                .collect(Collectors.joining(text(locale, "tables.pack.comma")));
        return new MeetingPack(
                roundId,
                quarter,
                text(locale, "tables.pack.title", quarter),
                List.of(
                        text(locale, "tables.pack.total", all.size(), counts),
                        text(locale, items.isEmpty() ? "tables.pack.none" : "tables.pack.items", items.size())),
                shares,
                Stream.of("number", "goal", "lead", "standing", "value", "reason", "next-step")
                        .map(column -> text(locale, "tables.pack.column." + column))
                        .toList(),
                items);
    }

    /** The office's verdict counts; until there is one, the unit's own. */
    private static @Nullable Verdict verdict(CycleView cycle) {
        return cycle.officeVerdict() == null ? cycle.unitVerdict() : cycle.officeVerdict();
    }

    private static boolean isToBeTalkedAbout(CycleView cycle, @Nullable Outlook outlook) {
        return NOT_REPORTED.contains(cycle.standing())
                || cycle.standing() != CycleStanding.SUSPENDED
                        && (BEHIND.contains(verdict(cycle))
                                || isCounted(outlook) && cycle.lamp().isRed());
    }

    /** Whether its lamp says something: there is a report, and an indicator to hold it against. */
    private static boolean isCounted(@Nullable Outlook outlook) {
        return outlook != null && !outlook.readings().isEmpty();
    }

    private Item item(CycleView cycle, @Nullable Outlook outlook, Locale locale) {
        return new Item(
                cycle.id(),
                cycle.number(),
                cycle.goal(),
                cycle.leadUnitName(),
                standings(cycle, isCounted(outlook), locale),
                outlook == null ? List.of() : figures.all(outlook.readings(), locale),
                outlook == null ? "" : Objects.requireNonNullElse(outlook.problems(), ""),
                outlook == null ? "" : Objects.requireNonNullElse(outlook.nextSteps(), ""));
    }

    /** Whose verdict it is, what the numbers alone say, and whether the two agree. */
    private List<String> standings(CycleView cycle, boolean counted, Locale locale) {
        Verdict verdict = verdict(cycle);
        boolean judged = verdict != null
                && !NOT_REPORTED.contains(cycle.standing())
                && cycle.standing() != CycleStanding.SUSPENDED;
        String whose = cycle.officeVerdict() == null ? "unit" : "office";
        List<String> standings = new ArrayList<>();
        standings.add(
                judged
                        ? text(locale, "tables.pack.verdict." + whose, standing(cycle, locale))
                        : standing(cycle, locale));
        if (counted) {
            standings.add(text(locale, "tables.pack.lamp", text(locale, "portal.lamp." + cycle.lamp())));
            if (judged && BEHIND.contains(verdict) != cycle.lamp().isRed()) {
                standings.add(text(locale, "tables.pack.mismatch"));
            }
        }
        return standings;
    }

    private List<Share> shares(List<CycleView> all, Locale locale) {
        Map<String, Long> counts = all.stream()
                .collect(Collectors.groupingBy(
                        cycle -> standing(cycle, locale), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count -> new Share(count.getKey(), count.getValue(), percent(count.getValue(), all.size())))
                .toList();
    }

    /** A verdict says more than that there is a report; where nobody has reported, or is late, there is none to say. */
    private String standing(CycleView cycle, Locale locale) {
        Verdict verdict = verdict(cycle);
        if (verdict == null && cycle.standing() == CycleStanding.APPROVED) {
            return text(locale, "reporting.result.unknown");
        }
        return NOT_REPORTED.contains(cycle.standing()) || cycle.standing() == CycleStanding.SUSPENDED || verdict == null
                ? text(locale, "reporting.standing." + cycle.standing())
                : text(locale, "reporting.verdict." + verdict);
    }

    private static String percent(long part, int whole) {
        return BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
