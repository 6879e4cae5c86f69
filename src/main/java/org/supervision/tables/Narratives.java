package org.supervision.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.FoundIndicator;
import org.supervision.keytask.IndicatorExtractor;
import org.supervision.keytask.IndicatorQuestion;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.PastValue;
import org.supervision.keytask.PastValues;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.ReadNarrative.Part;
import org.supervision.tables.read.ReadNarrative.Passage;
import org.supervision.tables.read.RowValues;

/**
 * Reports in prose on their way in: a person picks goals of the plan, which then are rows like those of any table, and
 * values of the past year, which are kept at once. What nobody picks stays in the document.
 */
@Service
public class Narratives {

    private static final int EARLIER_YEARS = 3;

    private final Imports imports;
    private final PassageStore passages;
    private final KeyTasks keyTasks;
    private final PastValues pastValues;
    private final OrgUnits units;

    Narratives(Imports imports, PassageStore passages, KeyTasks keyTasks, PastValues pastValues, OrgUnits units) {
        this.imports = imports;
        this.passages = passages;
        this.keyTasks = keyTasks;
        this.pastValues = pastValues;
        this.units = units;
    }

    /**
     * A goal of the plan that may become a key task.
     *
     * @param row as it stands; its action is SKIP until it is picked
     * @param indicators of its text as it stands
     */
    public record Candidate(
            Passage passage, ImportRow row, List<FoundIndicator> indicators, List<LeadSuggestion> suggestedLeads) {

        public boolean isPicked() {
            return row.action() != RowAction.SKIP || row.sameness() == ImportRow.Sameness.ASKED;
        }
    }

    /** A figure of the review, kept or not. */
    public record Actual(Passage passage, PastValue value, Set<IndicatorQuestion> questions, boolean kept) {}

    /** What a person enters beside a candidate; a blank number takes the next free one. */
    public record Pick(boolean picked, @Nullable String number, String goal, @Nullable String leadUnit) {}

    @Transactional(readOnly = true)
    public List<Candidate> candidates(String id) {
        ImportPreview preview = narrative(id);
        TableImport table = preview.table();
        LeadSuggestions suggestions = new LeadSuggestions(units.of(table.government()), earlier(table.government()));
        return passages.of(id).stream()
                .filter(passage -> passage.row() != null)
                .map(passage -> {
                    ImportRow row = preview.row(passage.row());
                    String goal = row.values().goal();
                    return new Candidate(
                            passage, row, IndicatorExtractor.ofYear(goal), suggestions.of(passage.heading() + goal));
                })
                .toList();
    }

    /** The figures of the introduction and the review, which speak of the year before the plan's. */
    @Transactional(readOnly = true)
    public List<Actual> actuals(String id) {
        TableImport table = narrative(id).table();
        if (table.year() == null) {
            return List.of();
        }
        List<Actual> found = new ArrayList<>();
        for (Passage passage : passages.of(id)) {
            if (passage.part() != Part.PLAN) {
                found.addAll(actuals(table, passage));
            }
        }
        Set<String> kept = pastValues.kept(
                found.stream().map(actual -> actual.value().id()).toList());
        return found.stream()
                .map(actual -> new Actual(
                        actual.passage(),
                        actual.value(),
                        actual.questions(),
                        kept.contains(actual.value().id())))
                .toList();
    }

    /** A report looks back on the year before its plan, a table of indicators states its own year. */
    public static int yearOfValues(TableImport table) {
        return table.layout() == Layout.INDICATORS ? table.year() : table.year() - 1;
    }

    private static List<Actual> actuals(TableImport table, Passage passage) {
        List<Actual> actuals = new ArrayList<>();
        int ordinal = 0;
        for (FoundIndicator found : IndicatorExtractor.ofYear(passage.text())) {
            ordinal++;
            if (found.indicator().value() != null) {
                PastValue value = new PastValue(
                        "%s.%d.%d".formatted(table.id(), passage.ordinal(), ordinal),
                        table.government(),
                        yearOfValues(table),
                        found.indicator(),
                        passage.text().substring(found.start(), found.end()),
                        passage.text());
                actuals.add(new Actual(passage, value, found.questions(), false));
            }
        }
        return actuals;
    }

    /**
     * Lays what was entered over the candidates, by row; those not named stay as they are. All at once or not at all.
     */
    @Transactional
    public void pick(String id, Map<Integer, Pick> picks) {
        ImportPreview preview = narrative(id);
        int free = nextNumber(preview, picks);
        for (Map.Entry<Integer, Pick> entry : picks.entrySet()) {
            Pick pick = entry.getValue();
            ImportRow row = preview.row(entry.getKey());
            String number = Objects.requireNonNullElse(pick.number(), "");
            if (pick.picked() && number.isBlank()) {
                number = String.valueOf(free++);
            }
            Map<String, @Nullable Object> values = changed(row.values(), number, pick);
            boolean wasPicked = row.action() != RowAction.SKIP || row.sameness() == ImportRow.Sameness.ASKED;
            if (!values.isEmpty() || wasPicked != pick.picked()) {
                imports.correct(
                        id, entry.getKey(), new RowCorrection(values, !pick.picked(), false, Map.of(), Map.of()));
            }
        }
    }

    private static Map<String, @Nullable Object> changed(RowValues values, String number, Pick pick) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        if (!number.strip().equals(Objects.toString(values.number(), ""))) {
            changed.put("number", number.isBlank() ? null : number.strip());
        }
        if (!pick.goal().strip().equals(values.goal())) {
            changed.put("goal", pick.goal());
        }
        String lead = Objects.requireNonNullElse(pick.leadUnit(), "").strip();
        if (!lead.equals(Objects.toString(values.leadUnit(), ""))) {
            changed.put("leadUnit", lead.isEmpty() ? null : lead);
        }
        return changed;
    }

    /** Behind all numbers of the plan and of the document. */
    private int nextNumber(ImportPreview preview, Map<Integer, Pick> picks) {
        TableImport table = preview.table();
        Stream<Integer> stored = table.year() == null
                ? Stream.of()
                : keyTasks.of(table.government(), table.year()).stream().map(KeyTask::number);
        Stream<Integer> here =
                preview.rows().stream().map(row -> row.values().number()).filter(Objects::nonNull);
        Stream<Integer> entered = picks.values().stream()
                .map(pick -> Objects.requireNonNullElse(pick.number(), "").strip())
                .filter(number -> number.matches("\\d{1,5}"))
                .map(Integer::valueOf);
        return 1
                + Stream.of(stored, here, entered)
                        .flatMap(numbers -> numbers)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
    }

    /** Keeps these values of the past year and no others of the document. */
    @Transactional
    public void keep(String id, Set<String> values) {
        TableImport table = narrative(id).table();
        if (table.state() == ImportState.DISCARDED) {
            throw new DomainException(Kind.CONFLICT, "tables.error.not-a-draft." + table.state());
        }
        List<Actual> actuals = actuals(id);
        Set<String> known = actuals.stream().map(actual -> actual.value().id()).collect(Collectors.toSet());
        values.stream().filter(value -> !known.contains(value)).findFirst().ifPresent(value -> {
            throw DomainException.invalidField("kept", "tables.error.no-such-value", value);
        });
        for (Actual actual : actuals) {
            if (values.contains(actual.value().id())) {
                pastValues.keep(actual.value());
            } else {
                pastValues.drop(actual.value());
            }
        }
    }

    private ImportPreview narrative(String id) {
        ImportPreview preview = imports.preview(id);
        if (preview.table().layout().isTable()) {
            throw new DomainException(Kind.CONFLICT, "tables.error.no-narrative");
        }
        return preview;
    }

    private List<KeyTask> earlier(String government) {
        return keyTasks.years(government).stream()
                .limit(EARLIER_YEARS)
                .flatMap(year -> keyTasks.of(government, year).stream())
                .toList();
    }
}
