package org.supervision.tables;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.IndicatorReading;
import org.supervision.reporting.Readings;
import org.supervision.reporting.ReportContent;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.SubItemReading;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.SheetLine.Doubtful;
import org.supervision.tables.read.FilledSheet;
import org.supervision.workflow.Drafts;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.WorkItems;
import org.supervision.workflow.WorkItems.WorkItemDetail;
import org.supervision.workflow.WorkItems.WorkItemView;

/**
 * All that a liaison owes in a round on one sheet: taken out, filled in without the portal, brought back as drafts and
 * submitted together. Each report and each part goes through its own work item.
 */
@Service
public class ReportSheets {

    private static final String REPORT = "progress-report";
    private static final String PART = "partner-part";
    private static final String VALUES = "indicatorValues";
    private static final String PART_VALUES = "subItemValues";

    /** More than this many wait for no liaison. */
    private static final int MOST = 500;

    /** More than any round has. */
    private static final int ALL = 100_000;

    /** Characters of one answer; the form takes no more. */
    private static final int LONGEST_TEXT = 20_000;

    private final WorkItems workItems;
    private final Drafts drafts;
    private final Readings readings;
    private final RoundViews rounds;
    private final CycleViews cycles;
    private final ReportSheetRows sheet;
    private final CurrentUsers currentUsers;
    private final Refusals words;

    ReportSheets(
            WorkItems workItems,
            Drafts drafts,
            Readings readings,
            RoundViews rounds,
            CycleViews cycles,
            ReportSheetRows sheet,
            CurrentUsers currentUsers,
            Refusals words) {
        this.workItems = workItems;
        this.drafts = drafts;
        this.readings = readings;
        this.rounds = rounds;
        this.cycles = cycles;
        this.sheet = sheet;
        this.currentUsers = currentUsers;
        this.words = words;
    }

    /**
     * What came of a sheet.
     *
     * @param drafted reports and parts whose drafts are as the sheet says now
     * @param unknown rows that are none of what the liaison owes, as texts
     * @param misread what could not be taken over, each in a sentence; the drafts keep theirs
     */
    public record Taken(int drafted, List<String> unknown, List<String> misread) {}

    /** What the liaison owes in the round, by number. */
    public List<SheetLine> lines(String roundId) {
        round(roundId);
        return workItems.mine(0, MOST).items().stream()
                .filter(view ->
                        view.item().kind().equals(REPORT) || view.item().kind().equals(PART))
                .filter(view -> view.item().businessKey().startsWith(roundId + "-"))
                .map(this::line)
                .sorted(Comparator.comparingInt(SheetLine::number).thenComparing(SheetLine::part))
                .toList();
    }

    /** Numbers of the reports the liaison will owe once partners have given their parts. */
    public List<Integer> waiting(String roundId) {
        round(roundId);
        CurrentUser liaison = currentUsers.required();
        return cycles.list(CycleFilter.ofRound(roundId), liaison, 0, ALL).items().stream()
                .filter(cycle -> cycle.state() == CycleState.PARTNER_INPUT && liaison.isOfUnit(cycle.leadUnit()))
                .map(CycleView::number)
                .sorted()
                .toList();
    }

    private SheetLine line(WorkItemView view) {
        WorkItemDetail detail = workItems.get(view.item().id());
        boolean part = view.item().kind().equals(PART);
        Map<String, String> texts = new HashMap<>();
        ReportSheetRows.ANSWERS.forEach(
                answer -> texts.put(answer, Objects.toString(detail.values().get(answer), "")));
        var keyTask = Objects.requireNonNull(view.subject().keyTask());
        String cycle = view.item().businessKey();
        List<IndicatorReading> asked = part ? List.of() : readings.of(cycle, Map.of(), Map.of());
        List<SubItemReading> carried = part
                ? readings.ofPart(cycle, currentUsers.required().requiredUnit(), Map.of())
                : Readings.ofLead(asked);
        return new SheetLine(
                view.item().id(),
                view.item().businessKey(),
                keyTask.number(),
                keyTask.goal(),
                part,
                texts,
                asked.stream().filter(IndicatorReading::isDue).toList(),
                ReportContent.typedValues(detail.values().get(VALUES), ReportContent.INDICATOR),
                carried.stream().filter(each -> each.reading().isDue()).toList(),
                ReportContent.typedValues(detail.values().get(PART_VALUES), ReportContent.SUB_ITEM),
                detail.warnings().stream()
                        .map(doubt -> new Doubtful(
                                doubt.code(), words.text(doubt.code(), doubt.arguments()), doubt.blocking()))
                        .toList());
    }

    /** The workbook to be filled in. */
    public byte[] write(String roundId) {
        return sheet.write(round(roundId), currentUsers.required().requiredUnit(), lines(roundId), waiting(roundId));
    }

    /** Lays what the sheet says over the drafts, whose other words stay; what is submitted elsewhere meanwhile is left alone and named. */
    @Transactional
    public Taken take(String roundId, InputStream file) throws IOException {
        Map<String, SheetLine> open =
                lines(roundId).stream().collect(Collectors.toMap(SheetLine::key, Function.identity()));
        Map<SheetLine, Map<String, Object>> entered = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> misread = new ArrayList<>();
        boolean rows = false;
        FilledSheet.Filled filled = FilledSheet.read(file);
        filled.unread()
                .forEach(cell -> misread.add(words.text(
                        "tables.sheet.unread",
                        List.of(cell.position().row(), cell.position().column(), cell.says()))));
        for (List<String> row : filled.rows()) {
            String key = sheet.key(row);
            if (key.isEmpty()) {
                continue;
            }
            int indicator = key.lastIndexOf('#');
            SheetLine line = open.get(indicator < 0 ? key : key.substring(0, indicator));
            if (line == null) {
                unknown.add(row.get(0) + " " + row.get(1));
                continue;
            }
            rows = true;
            if (indicator < 0) {
                takeTexts(line, row, entered, misread);
            } else {
                takeValue(line, key.substring(indicator + 1), row, entered, misread);
            }
        }
        if (!rows) {
            throw DomainException.invalidField("file", "tables.sheet." + (unknown.isEmpty() ? "none" : "of-others"));
        }
        entered.forEach((line, values) -> {
            Map<String, Object> draft =
                    new HashMap<>(workItems.get(line.workItemId()).values());
            draft.putAll(values);
            drafts.save(line.workItemId(), draft, Map.of(), null);
        });
        return new Taken(entered.size(), unknown, misread);
    }

    private void takeTexts(
            SheetLine line, List<String> row, Map<SheetLine, Map<String, Object>> entered, List<String> misread) {
        Map<String, String> answers = sheet.answers(line, row);
        String verdict = answers.remove(ReportSheetRows.MISREAD);
        if (verdict != null) {
            misread.add(words.text("tables.sheet.misread", List.of(line.number(), verdict)));
        }
        if (answers.values().stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
            misread.add(words.text("tables.sheet.too-long", List.of(line.number(), LONGEST_TEXT)));
        } else if (!answers.isEmpty()) {
            entered.computeIfAbsent(line, any -> new HashMap<>()).putAll(answers);
        }
    }

    private void takeValue(
            SheetLine line,
            String id,
            List<String> row,
            Map<SheetLine, Map<String, Object>> entered,
            List<String> misread) {
        String typed = sheet.value(row);
        if (typed.isEmpty()) {
            return;
        }
        BigDecimal value = ReportContent.number(typed);
        if (value == null) {
            misread.add(words.text("tables.sheet.no-number", List.of(line.number(), typed)));
            return;
        }
        boolean part = id.startsWith(SheetLine.PART);
        Map<String, Object> values = entered.computeIfAbsent(line, any -> new HashMap<>());
        @SuppressWarnings("unchecked")
        Map<String, Object> numbers = (Map<String, Object>) values.computeIfAbsent(
                part ? PART_VALUES : VALUES,
                any -> new HashMap<String, Object>(part ? line.draftedParts() : line.drafted()));
        numbers.put(part ? id.substring(SheetLine.PART.length()) : id, typed);
    }

    /**
     * Submits these reports and parts, all or none.
     *
     * @param answers to what is doubtful, by the id of the work item and the code of the doubt
     * @throws DomainException saying which one is refused and why
     */
    @Transactional
    public int submit(String roundId, List<String> workItemIds, Map<String, Map<String, String>> answers) {
        Map<String, SheetLine> open =
                lines(roundId).stream().collect(Collectors.toMap(SheetLine::workItemId, Function.identity()));
        if (workItemIds.isEmpty()) {
            throw DomainException.invalidField("report", "tables.sheet.choose");
        }
        for (String id : workItemIds) {
            SheetLine line = open.get(id);
            if (line == null) {
                throw new DomainException(Kind.CONFLICT, "tables.sheet.gone");
            }
            try {
                workItems.complete(id, workItems.get(id).values(), answers.getOrDefault(id, Map.of()));
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
}
