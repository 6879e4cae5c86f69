package org.supervision.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.People;
import org.supervision.identity.People.Newcomer;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.Roster.Correction;
import org.supervision.tables.Roster.Counts;
import org.supervision.tables.Roster.Row;
import org.supervision.tables.Roster.Source;
import org.supervision.tables.RosterPreview.Difference;
import org.supervision.tables.RosterPreview.Line;
import org.supervision.tables.RosterPreview.Outcome;
import org.supervision.tables.read.ReadRoster;
import org.supervision.tables.read.RosterAnswers;
import org.supervision.tables.read.RosterEntry;
import org.supervision.tables.read.RosterReader;
import org.supervision.tables.read.TableReader;

/**
 * People on their way in: a list is read, looked through, corrected, and taken over at once or not at all. The chief
 * brings in those of the own government, the system administrator those of any.
 */
@Service
@Transactional
public class Rosters {

    private final RosterStore store;
    private final People people;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rosters(
            RosterStore store,
            People people,
            OrgUnits units,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.units = units;
        this.currentUsers = currentUsers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reads a list and keeps it as a draft; nothing else is stored.
     *
     * @param government the system administrator says which; the chief has one
     */
    public String upload(@Nullable String government, String fileName, InputStream content) throws IOException {
        CurrentUser user = keeper();
        String scope = scope(user, government);
        byte[] file = content.readNBytes(TableReader.MOST_BYTES + 1);
        ReadRoster read = RosterReader.read(new ByteArrayInputStream(file), fileName, RosterAnswers.NONE);
        Roster roster = new Roster(
                UUID.randomUUID().toString(),
                scope,
                Upload.nameOnly(fileName),
                Upload.sha256(file),
                ImportState.DRAFT,
                source(read, RosterAnswers.NONE),
                rows(read, Map.of()),
                user.username(),
                user.name(),
                clock.instant(),
                null,
                null,
                null);
        store.insert(roster, file);
        events.publishEvent(RosterEvent.uploaded(roster));
        return roster.id();
    }

    /**
     * Says what columns hold and which post rows have that name none, and reads the kept document again.
     *
     * @return how many rows have lost their corrections, because they read otherwise now
     */
    public int map(String id, RosterAnswers answers) {
        Roster roster = draft(id);
        byte[] file = store.file(id).orElseThrow(() -> new DomainException(Kind.CONFLICT, "tables.roster.no-file"));
        ReadRoster read;
        try {
            read = RosterReader.read(new ByteArrayInputStream(file), roster.fileName(), answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<RosterEntry, Row> spoken = new HashMap<>();
        roster.rows().stream().filter(row -> row.corrected() != null).forEach(row -> spoken.put(row.source(), row));
        List<Row> rows = rows(read, spoken);
        store.replace(id, source(read, answers), rows);
        events.publishEvent(RosterEvent.mapped(roster, answers));
        return spoken.size()
                - (int) rows.stream().filter(row -> row.corrected() != null).count();
    }

    private static Source source(ReadRoster read, RosterAnswers answers) {
        return new Source(read.columns(), read.leftOut(), answers);
    }

    private static List<Row> rows(ReadRoster read, Map<RosterEntry, Row> spoken) {
        List<Row> rows = new ArrayList<>();
        for (RosterEntry entry : read.entries()) {
            Row before = spoken.get(entry);
            rows.add(new Row(
                    rows.size() + 1,
                    entry,
                    before == null ? null : before.corrected(),
                    before != null && before.skipped()));
        }
        return rows;
    }

    /** Lists of the government, newest first. */
    @Transactional(readOnly = true)
    public List<Roster> of(@Nullable String government) {
        return store.of(scope(keeper(), government));
    }

    @Transactional(readOnly = true)
    public RosterPreview preview(String id) {
        return assess(own(store.find(id), id));
    }

    /** Replaces what a row says, or leaves the row out. */
    public void correct(String id, int row, Correction correction, boolean skip) {
        Roster roster = draft(id);
        if (roster.rows().stream().noneMatch(each -> each.ordinal() == row)) {
            throw DomainException.notFound(row);
        }
        store.update(
                id,
                roster.rows().stream()
                        .map(each ->
                                each.ordinal() == row ? new Row(each.ordinal(), each.source(), correction, skip) : each)
                        .toList());
        events.publishEvent(RosterEvent.corrected(roster, row, skip));
    }

    /** Takes all rows over in one transaction; refused as a whole while one of them has an error. */
    public Counts confirm(String id) {
        CurrentUser user = keeper();
        store.lockGovernment(own(store.find(id), id).government());
        Roster roster = draft(id);
        RosterPreview preview = assess(roster);
        if (preview.lines().isEmpty()) {
            throw new DomainException(Kind.CONFLICT, "tables.roster.nobody");
        }
        if (preview.blocked() > 0) {
            throw new DomainException(Kind.CONFLICT, "tables.roster.blocked", preview.blocked());
        }
        preview.lines().forEach(line -> take(line, roster.government(), user));
        Counts counts = new Counts(
                (int) preview.count(Outcome.CREATE),
                (int) preview.count(Outcome.CHANGE),
                (int) preview.count(Outcome.UNCHANGED),
                (int) preview.count(Outcome.SKIP));
        store.confirm(id, counts, user.name(), clock.instant());
        events.publishEvent(RosterEvent.confirmed(roster, counts));
        return counts;
    }

    private void take(Line line, String government, CurrentUser user) {
        Correction values = line.row().values();
        String unit = line.unit() == null ? null : line.unit().code();
        if (line.outcome() == Outcome.CREATE) {
            people.join(
                    user,
                    government,
                    new Newcomer(
                            line.username(),
                            values.name(),
                            line.role(),
                            unit,
                            blankAsNull(values.mail()),
                            blankAsNull(values.phone())));
        } else if (line.outcome() == Outcome.CHANGE) {
            // A second row of somebody new has no differences yet: it is another post.
            List<Difference> differences = line.known()
                    ? line.differences()
                    : List.of(new Difference("post", null, String.valueOf(line.role())));
            for (Difference difference : differences) {
                switch (difference.field()) {
                    case "post" -> people.give(user, government, line.username(), line.role(), unit);
                    case "phone" -> people.changePhone(line.username(), difference.after());
                    default -> people.changeMail(government, line.username(), difference.after());
                }
            }
        }
    }

    /** Gives a draft up. */
    public void discard(String id) {
        Roster roster = draft(id);
        store.discard(id);
        events.publishEvent(RosterEvent.discarded(roster));
    }

    private RosterPreview assess(Roster roster) {
        RosterAssessment assessment = new RosterAssessment(
                keeper(),
                roster.government(),
                people,
                units.of(roster.government()),
                units.directory(roster.government()));
        return new RosterPreview(
                roster, roster.rows().stream().map(assessment::line).toList());
    }

    private Roster draft(String id) {
        Roster roster = own(store.lock(id), id);
        if (!roster.isDraft()) {
            throw new DomainException(Kind.CONFLICT, "tables.error.not-a-draft." + roster.state());
        }
        return roster;
    }

    private Roster own(Optional<Roster> found, String id) {
        CurrentUser user = keeper();
        return found.filter(
                        roster -> user.government() == null || user.government().equals(roster.government()))
                .orElseThrow(() -> DomainException.notFound(id));
    }

    private CurrentUser keeper() {
        return currentUsers.requiredIn(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN);
    }

    private static String scope(CurrentUser user, @Nullable String government) {
        if (user.government() != null) {
            return user.government();
        }
        if (government == null) {
            throw DomainException.invalidField("government", "identity.error.required");
        }
        return government;
    }

    private static @Nullable String blankAsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
