package org.supervision.tables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.OrgUnits;
import org.supervision.identity.Role;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleFilter;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.Publication;
import org.supervision.reporting.Publications;
import org.supervision.reporting.ResultRow;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.Withholding;
import org.supervision.reporting.Withholdings;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.Layout;
import org.supervision.tables.write.Ledger;

/**
 * What a person may take out as a file: office and leaders all of their government, people of a unit the unit's own
 * extract, each no more than the pages show them.
 */
@Service
@Transactional(readOnly = true)
public class Exports {

    /** More than any round has. */
    private static final int ALL = 100_000;

    private final Ledgers ledgers;
    private final KeyTasks keyTasks;
    private final RoundViews rounds;
    private final CycleViews cycles;
    private final Publications publications;
    private final Withholdings withholdings;
    private final OrgUnits units;
    private final CurrentUsers currentUsers;
    private final MessageSource messages;

    Exports(
            Ledgers ledgers,
            KeyTasks keyTasks,
            RoundViews rounds,
            CycleViews cycles,
            Publications publications,
            Withholdings withholdings,
            OrgUnits units,
            CurrentUsers currentUsers,
            MessageSource messages) {
        this.ledgers = ledgers;
        this.keyTasks = keyTasks;
        this.rounds = rounds;
        this.cycles = cycles;
        this.publications = publications;
        this.withholdings = withholdings;
        this.units = units;
        this.currentUsers = currentUsers;
        this.messages = messages;
    }

    /** The plan of the year with its quarters. */
    public Ledger plan(int year) {
        return plan(currentUsers.required(), year);
    }

    Ledger plan(CurrentUser reader, int year) {
        refuseAdministrators(reader);
        List<KeyTask> visible = keyTasks.of(reader.requiredGovernment(), year).stream()
                .filter(keyTask -> keyTask.isVisibleTo(reader))
                .toList();
        if (visible.isEmpty()) {
            throw DomainException.notFound(year);
        }
        return ledgers.plan(year, visible, extract(reader, visible.size(), visible.size()));
    }

    /**
     * The result table of a round: as it is published, else as it is now; inside, nothing is left out of it.
     *
     * @param layout one that states results
     */
    public Ledger results(String roundId, Layout layout) {
        return results(currentUsers.required(), roundId, layout);
    }

    Ledger results(CurrentUser reader, String roundId, Layout layout) {
        Ledger results = results(reader, roundId);
        if (results.rows().isEmpty()) {
            throw DomainException.notFound(roundId);
        }
        return layout == Layout.QUARTER_RESULT ? ledgers.besidePlan(results, reader.requiredGovernment()) : results;
    }

    /** Whether there is anything in the round's table that the reader may see. */
    boolean hasResults(CurrentUser reader, String roundId) {
        return !results(reader, roundId).rows().isEmpty();
    }

    private Ledger results(CurrentUser reader, String roundId) {
        refuseAdministrators(reader);
        String government = reader.requiredGovernment();
        RoundView round = rounds.find(government, roundId).orElseThrow(() -> DomainException.notFound(roundId));
        List<Withholding> withheld = withholdings.of(roundId);
        if (reader.readsWholeGovernment()) {
            Optional<Publication> published =
                    withheld.isEmpty() && isPublished(round) ? publications.latest(roundId) : Optional.empty();
            return published
                    .map(ledgers::of)
                    .orElseGet(() -> inside(round, publications.preview(roundId), withheld, ""));
        }
        Set<Integer> numbers = numbers(round, reader);
        List<ResultRow> rows = publications.preview(roundId).stream()
                .filter(row -> numbers.contains(row.number()))
                .toList();
        return inside(round, rows, withheld, extract(reader, rows.size(), concerned(round, reader)));
    }

    /** How many key tasks of the round concern the reader's unit, whether it may read their results yet or not. */
    private int concerned(RoundView round, CurrentUser reader) {
        Set<Integer> own = ofUnit(round, reader).collect(Collectors.toSet());
        return Math.toIntExact(publications.preview(round.id()).stream()
                .map(ResultRow::number)
                .filter(own::contains)
                .count());
    }

    private Stream<Integer> ofUnit(RoundView round, CurrentUser reader) {
        return keyTasks.of(round.government(), round.quarter().year()).stream()
                .filter(keyTask -> keyTask.isVisibleTo(reader))
                .map(KeyTask::number);
    }

    /** These rows with all they say; what must not leave the house is counted at their head. */
    private Ledger inside(RoundView round, List<ResultRow> rows, List<Withholding> withheld, String before) {
        Set<Integer> shown = rows.stream().map(ResultRow::number).collect(Collectors.toSet());
        long secret = withheld.stream()
                .map(Withholding::keyTaskNumber)
                .filter(shown::contains)
                .distinct()
                .count();
        Ledger ledger = ledgers.inside(round.quarter(), rows);
        return new Ledger(
                ledger.layout(),
                ledger.year(),
                ledger.quarter(),
                ledger.title(),
                (secret == 0 ? "" : text("tables.ledger.internal", secret)) + before + ledger.summary(),
                ledger.rows());
    }

    /**
     * Numbers of what concerns the reader's unit. Before it is published a report is read by those who lead it and, of a
     * partner, by the unit's leader only.
     */
    private Set<Integer> numbers(RoundView round, CurrentUser reader) {
        Stream<Integer> led = cycles.list(CycleFilter.ofRound(round.id()), reader, 0, ALL).items().stream()
                .filter(cycle -> reader.isOfUnit(cycle.leadUnit()))
                .map(CycleView::number);
        Stream<Integer> supported =
                !isPublished(round) && !reader.is(Role.UNIT_LEADER) ? Stream.empty() : ofUnit(round, reader);
        return Stream.concat(led, supported).collect(Collectors.toSet());
    }

    private static boolean isPublished(RoundView round) {
        return round.state() == RoundState.PUBLISHED;
    }

    /** Says that this is not all of the city, and whether it is all of the unit; empty where it is all. */
    private String extract(CurrentUser reader, int rows, int concerned) {
        if (reader.readsWholeGovernment()) {
            return "";
        }
        String unit = units.get(reader.requiredUnit()).name();
        return rows < concerned
                ? text("tables.ledger.extract-before-publication", unit, concerned, rows)
                : text("tables.ledger.extract", unit, rows);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    private static void refuseAdministrators(CurrentUser reader) {
        if (!reader.readsWholeGovernment() && reader.unit() == null) {
            throw new AccessDeniedException("no business content for administrators");
        }
    }
}
