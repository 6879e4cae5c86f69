package org.supervision.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;
import org.supervision.tables.ImportEvent.ImportCorrected;
import org.supervision.tables.ImportEvent.ImportDiscarded;
import org.supervision.tables.ImportEvent.TableUploaded;
import org.supervision.tables.ImportRow.Sameness;
import org.supervision.tables.read.ReadDocument;
import org.supervision.tables.read.ReadNarrative;
import org.supervision.tables.read.RowChecks;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.TableReader;

/**
 * Tables on their way in: read, looked through, corrected, and taken over at once or not at all. Only for the office, each
 * for its own government; what belongs to another does not exist.
 */
@Service
public class Imports {

    private final ImportStore store;
    private final PassageStore passages;
    private final EarlierPicks earlierPicks;
    private final ImportAssessments assessments;
    private final ImportTakeover takeover;
    private final OrgUnits units;
    private final ImportDrafts drafts;
    private final ColumnMemory columns;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;
    private final ObjectMapper json;
    private final Clock clock;

    Imports(
            ImportStore store,
            PassageStore passages,
            EarlierPicks earlierPicks,
            ImportAssessments assessments,
            ImportTakeover takeover,
            OrgUnits units,
            ImportDrafts drafts,
            ColumnMemory columns,
            ApplicationEventPublisher events,
            TransactionOperations transaction,
            ObjectMapper json,
            Clock clock) {
        this.store = store;
        this.passages = passages;
        this.earlierPicks = earlierPicks;
        this.assessments = assessments;
        this.takeover = takeover;
        this.units = units;
        this.drafts = drafts;
        this.columns = columns;
        this.events = events;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** The uploaded document as it came. */
    public record OriginalFile(String name, byte[] content) {}

    /**
     * Reads a document and keeps it as a draft; nothing else is stored.
     *
     * @param year what the title says of it is not asked for
     * @param quarter likewise
     * @throws org.supervision.tables.read.DocumentRefusedException with the reason; then nothing at all is stored
     */
    public ImportPreview upload(String fileName, InputStream content, @Nullable Integer year, @Nullable Integer quarter)
            throws IOException {
        CurrentUser user = drafts.office();
        String government = user.requiredGovernment();
        checkPeriod(year, quarter);
        byte[] file = content.readNBytes(TableReader.MOST_BYTES + 1);
        ReadDocument read = new TableReader(units.directory(government), columns.of(government))
                .readAny(fileName, new ByteArrayInputStream(file));
        Upload upload = Upload.of(government, fileName, file, read, year, quarter);
        return transaction.execute(status -> {
            store.insert(upload, read, user, clock.instant());
            if (read instanceof ReadNarrative narrative) {
                passages.insert(upload.id(), narrative.passages());
                earlierPicks.mark(drafts.get(upload.id()));
            }
            events.publishEvent(new TableUploaded(government, upload.id(), upload.fileName(), upload.sha256()));
            return assessments.preview(drafts.get(upload.id()));
        });
    }

    /** Imports of the own government, newest first. */
    @Transactional(readOnly = true)
    public Slice<TableImport> all(Pageable page) {
        return store.of(drafts.office().requiredGovernment(), page);
    }

    /** The import held against what is stored now. */
    @Transactional(readOnly = true)
    public ImportPreview preview(String id) {
        return assessments.preview(drafts.get(id));
    }

    /** One of its rows with the cells it was read from. */
    @Transactional(readOnly = true)
    public ImportRow row(String id, int row) {
        return assessments.row(drafts.get(id), store.rowsWithCellsOf(id, row), row);
    }

    @Transactional(readOnly = true)
    public OriginalFile originalFile(String id) {
        return new OriginalFile(drafts.get(id).fileName(), store.file(id));
    }

    /** Corrects a row of a draft; a corrected field settles what was said about it, its new value is checked again. */
    @Transactional
    public ImportRow correct(String id, int row, RowCorrection correction) {
        TableImport table = drafts.draft(id);
        List<StoredRow> rows = store.rowsWithCellsOf(id, row);
        StoredRow before = rows.stream()
                .filter(candidate -> candidate.row() == row)
                .findFirst()
                .orElseThrow(() -> DomainException.notFound(row));
        UnitNames names = assessments.names(table);
        CorrectedValues corrected = new CorrectedValues(json, names);
        RowValues old = before.content().values();
        RowValues values = corrected.of(old, correction.values());
        boolean skipped = correction.skip() == null ? before.skipped() : correction.skip();
        StoredRow after = new StoredRow(
                RowChecks.corrected(before.content(), values, correction.values()::containsKey),
                skipped,
                correction.sameKeyTask()
                        ? assessments.goalOf(table, values.number())
                        : skipped ? null : before.acceptedGoal(),
                union(before.corrected(), values.differingFrom(old)));
        Map<String, Change> changes = new LinkedHashMap<>(corrected.changes(row, old, values));
        noteAnswer(before, after, changes);
        store.update(id, after);
        answer(
                table,
                new UnitAnswers(correction.unitGroups(), correction.unitAliases()),
                UnitAnswerPolicy.of(names, List.of(values)),
                changes);
        publish(table, changes);
        return assessments.row(
                drafts.draft(id),
                rows.stream().map(each -> each.row() == row ? after : each).toList(),
                row);
    }

    /** Says what names anywhere in a draft stand for; a later answer replaces an earlier one. */
    @Transactional
    public ImportPreview answer(String id, UnitAnswers answers) {
        TableImport table = drafts.draft(id);
        List<RowValues> rows =
                store.rows(id).stream().map(row -> row.content().values()).toList();
        Map<String, Change> changes = new LinkedHashMap<>();
        answer(table, answers, UnitAnswerPolicy.of(assessments.names(table), rows), changes);
        publish(table, changes);
        return preview(id);
    }

    /**
     * Answers at once for all rows whose goal reads quite differently from the one stored under their number.
     *
     * @param same takes them over into those key tasks; otherwise they are left out, also those answered before
     */
    @Transactional
    public ImportPreview answerDiffering(String id, boolean same) {
        TableImport table = drafts.draft(id);
        ImportPreview preview = assessments.preview(table);
        List<ImportRow> differing = new ArrayList<>(preview.differing(Sameness.ASKED));
        if (!same) {
            differing.addAll(preview.differing(Sameness.CONFIRMED));
        }
        Set<Integer> wanted = differing.stream().map(ImportRow::row).collect(Collectors.toSet());
        Map<Integer, KeyTask> keyTasks = assessments.stored(table).keyTasks();
        Map<String, Change> changes = new LinkedHashMap<>();
        List<StoredRow> answered = new ArrayList<>();
        for (StoredRow before : store.rows(id)) {
            if (wanted.contains(before.row())) {
                KeyTask known = keyTasks.get(before.content().values().number());
                StoredRow after =
                        new StoredRow(before.content(), !same, same ? known.goal() : null, before.corrected());
                noteAnswer(before, after, changes);
                answered.add(after);
            }
        }
        store.answer(id, answered);
        publish(table, changes);
        return preview(id);
    }

    /** Says of which year and quarter the document is; what is null stays. */
    @Transactional
    public ImportPreview setPeriod(String id, @Nullable Integer year, @Nullable Integer quarter) {
        TableImport table = drafts.draft(id);
        checkPeriod(year, quarter);
        Map<String, Change> changes = new LinkedHashMap<>();
        Integer newYear = year == null ? table.year() : year;
        Integer newQuarter = quarter == null ? table.quarter() : quarter;
        note("year", table.year(), newYear, changes);
        note("quarter", table.quarter(), newQuarter, changes);
        store.update(id, newYear, newQuarter);
        publish(table, changes);
        return preview(id);
    }

    /**
     * Takes all rows over in one transaction. Refused as a whole while a row has an ERROR that is neither corrected nor
     * skipped, or while new units are not accepted. A row that may mean another key task is left out until somebody says
     * that it means the one stored under its number. Confirming once more changes nothing and says so: all unchanged.
     */
    @Transactional
    public Confirmation confirm(String id, boolean acceptNewUnits) {
        CurrentUser user = drafts.office();
        store.lockConfirmations(user.requiredGovernment());
        TableImport table = drafts.locked(id);
        if (table.confirmation() != null) {
            return table.confirmation().repeated();
        }
        ImportDrafts.required(table);
        return takeover.takeOver(table, acceptNewUnits, user);
    }

    /** Gives a draft up; it stays in the list with its file. */
    @Transactional
    public void discard(String id) {
        TableImport table = drafts.draft(id);
        store.discard(id);
        events.publishEvent(new ImportDiscarded(table.government(), id));
    }

    private void answer(TableImport table, UnitAnswers answers, UnitAnswerPolicy policy, Map<String, Change> changes) {
        if (answers.equals(UnitAnswers.NONE)) {
            return;
        }
        policy.check(answers);
        UnitNames names = policy.names();
        answers.groups().forEach((text, members) -> note("unitGroups." + text, names.unitsOf(text), members, changes));
        answers.aliases().forEach((name, unit) -> note("unitAliases." + name, names.answer(name), unit, changes));
        store.update(table.id(), table.unitAnswers().and(answers));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static void noteAnswer(StoredRow before, StoredRow after, Map<String, Change> changes) {
        note("rows." + before.row() + ".skipped", before.skipped(), after.skipped(), changes);
        note("rows." + before.row() + ".acceptedGoal", before.acceptedGoal(), after.acceptedGoal(), changes);
    }

    private void publish(TableImport table, Map<String, Change> changes) {
        if (!changes.isEmpty()) {
            events.publishEvent(new ImportCorrected(table.government(), table.id(), changes));
        }
    }

    private static void note(
            String field, @Nullable Object before, @Nullable Object after, Map<String, Change> changes) {
        if (!Objects.equals(before, after)) {
            changes.put(field, new Change(Objects.toString(before, null), Objects.toString(after, null)));
        }
    }

    private static void checkPeriod(@Nullable Integer year, @Nullable Integer quarter) {
        if (year != null && (year < 2000 || year > 2100)) {
            throw DomainException.invalidField("year", "tables.error.year");
        }
        if (quarter != null && (quarter < 1 || quarter > 4)) {
            throw DomainException.invalidField("quarter", "tables.error.quarter");
        }
    }
}
