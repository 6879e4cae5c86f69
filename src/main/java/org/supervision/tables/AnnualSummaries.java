package org.supervision.tables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.LatestReports;
import org.supervision.reporting.LatestReports.Achievement;
import org.supervision.reporting.LatestReports.Achievements;
import org.supervision.reporting.Verdict;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.WrittenWords;
import org.supervision.tables.write.AnnualSummary;
import org.supervision.tables.write.AnnualSummary.Section;

/**
 * Puts the summary of a year together for the office and the city's leaders, in Chinese: of each key task what was last
 * approved, in the unit's own sentences. What is not for publication is left out and counted.
 */
@Service
@Transactional(readOnly = true)
public class AnnualSummaries {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final KeyTasks keyTasks;
    private final LatestReports reports;
    private final FigureWords figures;
    private final CurrentUsers currentUsers;
    private final MessageSource messages;

    AnnualSummaries(
            KeyTasks keyTasks,
            LatestReports reports,
            FigureWords figures,
            CurrentUsers currentUsers,
            MessageSource messages) {
        this.keyTasks = keyTasks;
        this.reports = reports;
        this.figures = figures;
        this.currentUsers = currentUsers;
        this.messages = messages;
    }

    public AnnualSummary of(int year) {
        return of(currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF, Role.CITY_LEADER), year);
    }

    /** @param reader reads the whole government */
    AnnualSummary of(CurrentUser reader, int year) {
        List<KeyTask> all = keyTasks.of(reader.requiredGovernment(), year);
        if (all.isEmpty()) {
            throw DomainException.notFound(year);
        }
        Achievements approved = reports.achievements(reader.requiredGovernment(), year);
        Map<String, Achievement> achievements = approved.told();
        List<KeyTask> told =
                all.stream().filter(task -> achievements.containsKey(task.id())).toList();
        int withheld = approved.withheld();
        int missing = all.size() - told.size() - withheld;
        return new AnnualSummary(
                year,
                text("tables.summary.title", String.valueOf(year)),
                introduction(year, all, approved),
                sections(told, achievements),
                (missing == 0 ? "" : text("tables.summary.missing", missing))
                        + (withheld == 0 ? "" : text("tables.summary.withheld", withheld)));
    }

    private String introduction(int year, List<KeyTask> all, Achievements approved) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        approved.told().values().forEach(achievement -> {
            if (achievement.verdict() != null) {
                counts.merge(achievement.verdict(), 1, Integer::sum);
            }
        });
        String verdicts = counts.entrySet().stream()
                .map(count -> text(
                        "tables.summary.count",
                        messages.getMessage("reporting.verdict." + count.getKey(), null, LANGUAGE),
                        count.getValue()))
                .collect(Collectors.joining(text("tables.pack.comma")));
        long units = all.stream().map(KeyTask::leadUnit).distinct().count();
        return text(
                        "tables.summary.introduction",
                        String.valueOf(year),
                        all.size(),
                        units,
                        approved.told().size() + approved.withheld())
                + (verdicts.isEmpty() ? "" : text("tables.summary.verdicts", verdicts));
    }

    /** Lead units in the order of their first key task. */
    private List<Section> sections(List<KeyTask> told, Map<String, Achievement> achievements) {
        Map<String, OrgUnit> units = keyTasks.unitsOf(told);
        int latest = achievements.values().stream()
                .mapToInt(Achievement::quarter)
                .max()
                .orElse(0);
        Map<String, List<String>> paragraphs = new LinkedHashMap<>();
        told.forEach(task -> paragraphs
                .computeIfAbsent(task.leadUnit(), any -> new ArrayList<>())
                .add(text(
                        "tables.summary.key-task",
                        SummarySentences.subject(task.goal()),
                        told(achievements.get(task.id()), latest))));
        List<Section> sections = new ArrayList<>();
        paragraphs.forEach((unit, texts) -> sections.add(new Section(
                text(
                        "tables.summary.heading",
                        ordinal(sections.size() + 1),
                        units.get(unit).name()),
                texts)));
        return sections;
    }

    /** Where later quarters are told of others it says which one it is of; what was reached of the targets comes first. */
    private String told(Achievement achievement, int latest) {
        String quarter = achievement.quarter() == latest
                ? ""
                : text("tables.summary.of-quarter", text("reporting.result.quarter." + achievement.quarter()));
        String reached = figures.reported(achievement.readings(), LANGUAGE).stream()
                .map(figure -> text("tables.summary.figure", figure))
                .collect(Collectors.joining());
        return quarter + reached + SummarySentences.of(achievement.progress());
    }

    /** A number below a hundred in Chinese, a larger one in digits. */
    static String ordinal(int number) {
        String digits = WrittenWords.of("numerals");
        if (number > 99) {
            return String.valueOf(number);
        }
        String tens = number < 20 ? "" : digits.substring(number / 10 - 1, number / 10);
        String ten = number < 10 ? "" : digits.substring(9);
        String ones = number % 10 == 0 ? "" : digits.substring(number % 10 - 1, number % 10);
        return tens + ten + ones;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }
}
