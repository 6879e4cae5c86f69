package org.supervision.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.ImportEvent.ImportCorrected;
import org.supervision.tables.read.Column;
import org.supervision.tables.read.HeaderNames;
import org.supervision.tables.read.ReadTable;
import org.supervision.tables.read.SourceColumn;
import org.supervision.tables.read.TableReader;

/**
 * What the columns of a document hold, as a person of the office says: the kept document is read again by that, and the
 * government's next document with such a head by itself.
 */
@Service
public class ImportColumns {

    /** Recorded where a column is not read. */
    private static final String NOT_READ = "NONE";

    private final ImportDrafts drafts;
    private final ImportStore store;
    private final ImportAssessments assessments;
    private final ColumnMemory memory;
    private final OrgUnits units;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;
    private final Clock clock;

    ImportColumns(
            ImportDrafts drafts,
            ImportStore store,
            ImportAssessments assessments,
            ColumnMemory memory,
            OrgUnits units,
            ApplicationEventPublisher events,
            ObjectMapper json,
            Clock clock) {
        this.drafts = drafts;
        this.store = store;
        this.assessments = assessments;
        this.memory = memory;
        this.units = units;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** From left to right; none if the document is no table. */
    @Transactional(readOnly = true)
    public List<SourceColumn> of(String id) {
        return drafts.get(id).columns();
    }

    /**
     * Says what columns hold, reads the document again and remembers it for the government; those not named stay. A column of
     * numbers that is not to be read is left out of this document only.
     *
     * @param columns by their heads; empty leaves a column out
     * @return corrections made before that were lost, because their rows or columns are others now
     */
    @Transactional
    public List<LostCorrection> map(String id, Map<String, Optional<Column>> columns) {
        TableImport table = drafts.draft(id);
        CurrentUser user = drafts.office();
        HeaderNames remembered = memory.of(table.government());
        Set<String> numbers = unreadNumbers(table, remembered);
        Map<String, Change> changes = new LinkedHashMap<>();
        columns.forEach((head, column) -> {
            SourceColumn known = column(table, head);
            if (!Optional.ofNullable(known.column()).equals(column)) {
                note(known, column.orElse(null), changes);
                numbers.remove(known.key());
                if (column.isEmpty() && remembered.isOfNumbers(head)) {
                    numbers.add(known.key());
                } else if (column.isPresent()
                        && HeaderNames.KNOWN.columnOf(head).equals(column)) {
                    memory.forget(table.government(), head);
                } else {
                    memory.remember(table.government(), known.head(), column.orElse(null), user, clock.instant());
                }
            }
        });
        return changes.isEmpty() ? List.of() : reread(table, numbers, changes);
    }

    /**
     * Forgets what was said of the head, so that this document and those that come are read without it.
     *
     * @return as {@link #map}
     */
    @Transactional
    public List<LostCorrection> forget(String id, String head) {
        TableImport table = drafts.draft(id);
        SourceColumn known = column(table, head);
        Set<String> numbers = unreadNumbers(table, memory.of(table.government()));
        if (!numbers.remove(known.key())) {
            memory.forget(table.government(), head);
        }
        Map<String, Change> changes = new LinkedHashMap<>();
        note(known, memory.of(table.government()).columnOf(head).orElse(null), changes);
        return reread(table, numbers, changes);
    }

    /** Keys of the heads of numbers that are left out of this document alone. */
    private static Set<String> unreadNumbers(TableImport table, HeaderNames remembered) {
        return table.columns().stream()
                .filter(column -> column.column() == null && remembered.isOfNumbers(column.head()))
                .map(SourceColumn::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static SourceColumn column(TableImport table, String head) {
        if (table.columns().isEmpty()) {
            throw new DomainException(Kind.CONFLICT, "tables.error.no-columns");
        }
        return table.columns().stream()
                .filter(column -> column.key().equals(HeaderNames.key(head)))
                .findFirst()
                .orElseThrow(() -> DomainException.invalidField("columns", "tables.error.no-such-column", head));
    }

    private static void note(SourceColumn known, @Nullable Column column, Map<String, Change> changes) {
        changes.put("columns." + known.head(), new Change(name(known.column()), name(column)));
    }

    private static String name(@Nullable Column column) {
        return column == null ? NOT_READ : column.name();
    }

    private List<LostCorrection> reread(TableImport table, Set<String> numbers, Map<String, Change> changes) {
        ReadTable read = read(table, memory.of(table.government()).without(numbers));
        KeptCorrections kept = new KeptCorrections(store.rows(table.id()), json, assessments.names(table));
        List<StoredRow> rows = read.rows().stream().map(kept::laidOver).toList();
        store.replace(table, Upload.problems(read, table.year(), table.quarter()), read, rows);
        events.publishEvent(new ImportCorrected(table.government(), table.id(), changes));
        return kept.lost();
    }

    private ReadTable read(TableImport table, HeaderNames heads) {
        try {
            return new TableReader(units.directory(table.government()), heads)
                    .read(new ByteArrayInputStream(store.file(table.id())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
