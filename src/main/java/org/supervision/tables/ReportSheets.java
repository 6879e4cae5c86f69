package org.supervision.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.Verdict;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.read.FilledSheet;
import org.supervision.tables.write.ReportSheet;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItems;
import org.supervision.workflow.WorkItems.WorkItemDetail;
import org.supervision.workflow.WorkItems.WorkItemView;

/**
 * All reports a liaison owes in a round on one sheet: taken out, filled in without the portal, brought back as drafts and
 * submitted together. Each goes through its own work item.
 */
@Service
public class ReportSheets {

    private static final String REPORT = "progress-report";

    /** More than this many wait for no liaison. */
    private static final int MOST = 500;

    private static final List<String> ANSWERS = List.of("verdict", "progress", "problems", "nextSteps");

    /** Where the answers begin, in the order of {@link #ANSWERS}; behind them stands which report it is. */
    /** Of one answer; the form takes no more. */
    private static final int LONGEST_TEXT = 20_000;

    private static final int FIRST_ANSWER = 3;

    private final WorkItems workItems;
    private final KeyTasks keyTasks;
    private final RoundViews rounds;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    ReportSheets(WorkItems workItems, KeyTasks keyTasks, RoundViews rounds, CurrentUsers currentUsers, Refusals words) {
        this.workItems = workItems;
        this.keyTasks = keyTasks;
        this.rounds = rounds;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    /**
     * A report that waits for the liaison.
     *
     * @param values drafted or prefilled, by the name of the field
     * @param doubts what the checks doubt about them, in words
     */
    public record Line(
            String workItemId,
            String cycleId,
            int number,
            String goal,
            Map<String, String> values,
            List<String> doubts) {

        /** Whether it says what every report has to say. */
        public boolean isFilled() {
            return !values.getOrDefault("verdict", "").isBlank()
                    && !values.getOrDefault("progress", "").isBlank();
        }
    }

    /**
     * What came of a sheet.
     *
     * @param drafted reports whose drafts are as the sheet says now
     * @param unknown rows that are none of the liaison's open reports, as texts
     * @param misread verdicts that are none of those to choose from, each in a sentence; the drafts keep theirs
     */
    public record Taken(int drafted, List<String> unknown, List<String> misread) {}

    /** What the liaison owes in the round, by number. */
    public List<Line> lines(String roundId) {
        round(roundId);
        return workItems.mine(0, MOST).items().stream()
                .filter(view -> view.item().kind().equals(REPORT)
                        && view.item().businessKey().startsWith(roundId + "-"))
                .map(this::line)
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
    }

    private Line line(WorkItemView view) {
        WorkItemDetail detail = workItems.get(view.item().id());
        Map<String, String> values = new HashMap<>();
        ANSWERS.forEach(
                answer -> values.put(answer, Objects.toString(detail.values().get(answer), "")));
        var keyTask = Objects.requireNonNull(view.subject().keyTask());
        return new Line(
                view.item().id(),
                view.item().businessKey(),
                keyTask.number(),
                keyTask.goal(),
                values,
                detail.warnings().stream()
                        .map(doubt -> words.text(doubt.code(), doubt.arguments()))
                        .toList());
    }

    /** The workbook to be filled in. */
    public byte[] write(String roundId) {
        RoundView round = round(roundId);
        List<Line> lines = lines(roundId);
        Map<Integer, KeyTask> tasks = keyTasks
                .of(round.government(), round.quarter().year())
                .stream()
                .collect(Collectors.toMap(KeyTask::number, Function.identity()));
        return ReportSheet.write(
                new ReportSheet.Words(
                        text("title"),
                        text("hint"),
                        List.of(
                                text("number"),
                                text("goal"),
                                text("milestone"),
                                text("verdict"),
                                text("progress"),
                                text("problems"),
                                text("nextSteps"),
                                text("report")),
                        Arrays.stream(Verdict.values()).map(this::verdict).toList()),
                lines.stream()
                        .map(line -> row(line, tasks.get(line.number()), round))
                        .toList());
    }

    private List<String> row(Line line, KeyTask keyTask, RoundView round) {
        String verdict = line.values().get("verdict");
        return List.of(
                String.valueOf(line.number()),
                line.goal(),
                keyTask.milestone(round.quarter().number()).map(Milestone::text).orElse(""),
                verdict.isBlank() ? "" : verdict(Verdict.valueOf(verdict)),
                line.values().get("progress"),
                line.values().get("problems"),
                line.values().get("nextSteps"),
                line.cycleId());
    }

    /** Lays what the sheet says over the drafts, whose other words stay; what is submitted elsewhere meanwhile is left alone and named. */
    @Transactional
    public Taken take(String roundId, InputStream file) throws IOException {
        Map<String, Line> open = lines(roundId).stream().collect(Collectors.toMap(Line::cycleId, Function.identity()));
        Map<String, String> verdicts = verdicts();
        int report = FIRST_ANSWER + ANSWERS.size();
        int rows = 0;
        int drafted = 0;
        List<String> unknown = new ArrayList<>();
        List<String> misread = new ArrayList<>();
        for (List<String> row : FilledSheet.rows(file)) {
            if (row.size() <= report
                    || row.get(report).isBlank()
                    || row.get(report).equals(text("report"))) {
                continue;
            }
            Line line = open.get(row.get(report));
            if (line == null) {
                unknown.add(row.get(0) + " " + row.get(1));
                continue;
            }
            rows++;
            if (row.subList(FIRST_ANSWER, report).stream().allMatch(String::isBlank)) {
                continue;
            }
            String verdict = row.get(FIRST_ANSWER).strip();
            if (!verdict.isEmpty() && !verdicts.containsKey(verdict)) {
                misread.add(words.text("tables.sheet.misread", List.of(line.number(), verdict)));
            }
            if (row.subList(FIRST_ANSWER, report).stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
                misread.add(words.text("tables.sheet.too-long", List.of(line.number(), LONGEST_TEXT)));
                continue;
            }
            workItems.saveDraft(line.workItemId(), drafted(line, row, verdicts), Map.of());
            drafted++;
        }
        if (rows == 0) {
            throw DomainException.invalidField("file", "tables.sheet." + (unknown.isEmpty() ? "none" : "of-others"));
        }
        return new Taken(drafted, unknown, misread);
    }

    /** Names of verdicts by their words, in every language a sheet may have been taken out in. */
    private Map<String, String> verdicts() {
        Map<String, String> names = new HashMap<>();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (Verdict verdict : Verdict.values()) {
                names.put(words.text("reporting.verdict." + verdict, List.of(), language), verdict.name());
            }
        }
        return names;
    }

    private Map<String, Object> drafted(Line line, List<String> row, Map<String, String> verdicts) {
        Map<String, Object> values =
                new HashMap<>(workItems.get(line.workItemId()).values());
        for (int i = 0; i < ANSWERS.size(); i++) {
            String answer = row.get(FIRST_ANSWER + i).strip();
            String value = i == 0 ? verdicts.getOrDefault(answer, "") : answer;
            if (!value.isEmpty()) {
                values.put(ANSWERS.get(i), value);
            }
        }
        return values;
    }

    /**
     * Submits these reports, all or none.
     *
     * @param answers to what is doubtful about a report, by the id of its work item
     * @throws DomainException saying which one is refused and why
     */
    @Transactional
    public int submit(String roundId, List<String> workItemIds, Map<String, String> answers) {
        Map<String, Line> open =
                lines(roundId).stream().collect(Collectors.toMap(Line::workItemId, Function.identity()));
        if (workItemIds.isEmpty()) {
            throw DomainException.invalidField("report", "tables.sheet.choose");
        }
        for (String id : workItemIds) {
            Line line = open.get(id);
            if (line == null) {
                throw new DomainException(Kind.CONFLICT, "tables.sheet.gone");
            }
            try {
                workItems.complete(id, workItems.get(id).values(), Map.of("", answers.getOrDefault(id, "")));
            } catch (DomainException refusal) {
                throw new DomainException(
                        Kind.CONFLICT, "tables.sheet.refused", line.number(), words.wholeMessage(refusal));
            }
        }
        return workItemIds.size();
    }

    /** A round of the liaison's government. */
    public RoundView round(String roundId) {
        CurrentUser liaison = currentUsers.requiredIn(Role.LIAISON);
        return rounds.find(liaison.requiredGovernment(), roundId).orElseThrow(() -> DomainException.notFound(roundId));
    }

    private String verdict(Verdict verdict) {
        return words.text("reporting.verdict." + verdict, List.of());
    }

    private String text(String key) {
        return words.text("tables.sheet." + key, List.of());
    }
}
