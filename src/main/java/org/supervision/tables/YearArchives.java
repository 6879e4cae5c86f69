package org.supervision.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.YearExport.File;
import org.supervision.tables.YearExport.State;
import org.supervision.workflow.Refusals;

/**
 * A year as one sealed file: written in the background like an export, then sealed by the hash of its manifest, which
 * names every file with its own. An edition is never changed; sealing again makes the next. The office chief's act.
 */
@Service
public class YearArchives {

    private final YearExportStore store;
    private final YearExports exports;
    private final YearFiles content;
    private final ArchiveBag bag;
    private final RoundViews rounds;
    private final CurrentUsers currentUsers;
    private final Refusals words;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearArchives(
            YearExportStore store,
            YearExports exports,
            YearFiles content,
            ArchiveBag bag,
            RoundViews rounds,
            CurrentUsers currentUsers,
            Refusals words,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.exports = exports;
        this.content = content;
        this.bag = bag;
        this.rounds = rounds;
        this.currentUsers = currentUsers;
        this.words = words;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a file that was brought back is.
     *
     * @param archive the one it says it is; {@code null} if it is none of this government's
     * @param differences files that are not as they were sealed; empty if it is the sealed one
     */
    public record Verification(@Nullable YearExport archive, List<ArchiveDifference> differences) {

        public boolean isSealed() {
            return archive != null && differences.isEmpty();
        }
    }

    /**
     * A quarter whose results nobody has published yet.
     *
     * @param state {@code null} if it has no round
     */
    public record Gap(int quarter, @Nullable RoundState state) {

        /** Key of the text for people. */
        public String textKey() {
            return "tables.archive.gap." + (state == null ? "NONE" : state);
        }
    }

    /** What the year still lacks; an archive that is sealed now lacks it, too. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(int year) {
        Map<Integer, RoundState> states = rounds
                .of(currentUsers.requiredIn(Role.OFFICE_CHIEF).requiredGovernment(), 0, Integer.MAX_VALUE)
                .items()
                .stream()
                .filter(round -> round.quarter().year() == year)
                .collect(Collectors.toMap(round -> round.quarter().number(), RoundView::state));
        return IntStream.rangeClosed(1, 4)
                .filter(quarter -> states.get(quarter) != RoundState.PUBLISHED)
                .mapToObj(quarter -> new Gap(quarter, states.get(quarter)))
                .toList();
    }

    /**
     * Begins the next edition of the year; refused while another of the government is written.
     *
     * @param confirmed whether the chief has said that the year is to be sealed with its gaps
     */
    @Transactional
    public YearExport begin(int year, Retention retention, boolean confirmed) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        String government = chief.requiredGovernment();
        List<Gap> gaps = gaps(year);
        if (!gaps.isEmpty() && !confirmed) {
            throw new DomainException(
                    Kind.CONFLICT,
                    "tables.archive.incomplete",
                    String.valueOf(year),
                    gaps.stream()
                            .map(gap -> words.text(gap.textKey(), List.of(gap.quarter())))
                            .collect(Collectors.joining(words.text("tables.preview.clause", List.of()))));
        }
        store.lock("archive " + government);
        List<YearExport> before = store.archives(government);
        if (before.stream().anyMatch(archive -> archive.state() == State.WRITING)) {
            throw new DomainException(Kind.CONFLICT, "tables.error.archive-running");
        }
        int edition = 1
                + before.stream()
                        .filter(archive -> archive.year() == year)
                        .mapToInt(archive ->
                                Optional.ofNullable(archive.edition()).orElse(0))
                        .max()
                        .orElse(0);
        List<File> files = content.archive(chief, year).stream()
                .map(file -> new File(
                        file.position(),
                        file.kind(),
                        file.roundId(),
                        file.subject(),
                        file.format(),
                        ArchiveBag.PAYLOAD + file.name(),
                        null))
                .toList();
        Instant now = clock.instant();
        YearExport archive = new YearExport(
                UUID.randomUUID().toString(),
                government,
                year,
                chief.username(),
                chief.name(),
                chief.groupPaths(),
                now,
                null,
                null,
                edition,
                retention,
                null,
                null,
                files.size(),
                0);
        store.insert(archive, files);
        events.publishEvent(YearExportRequested.of(archive));
        return archive;
    }

    /** All files are written: the manifest is made of their hashes, and sealed by its own. */
    @Transactional
    public void seal(String id) {
        YearExport archive = store.find(id).orElseThrow(() -> DomainException.notFound(id));
        if (archive.seal() == null) {
            Instant now = clock.instant();
            ArchiveBag.Tags tags = bag.tags(archive, store.files(id), store.size(id), now);
            store.insertFiles(id, tags.files());
            for (File file : tags.files()) {
                store.write(id, file.position(), tags.content(file), now);
            }
            store.seal(id, tags.seal(), now);
            events.publishEvent(new YearSealed(
                    archive.government(), id, archive.year(), String.valueOf(archive.edition()), tags.seal()));
        }
    }

    /** Archives of the chief's government, newest first. */
    @Transactional(readOnly = true)
    public List<YearExport> all() {
        return store.archives(currentUsers.requiredIn(Role.OFFICE_CHIEF).requiredGovernment());
    }

    @Transactional(readOnly = true)
    public YearExport get(String id) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        return store.find(id)
                .filter(archive -> archive.isArchive() && archive.government().equals(chief.government()))
                .orElseThrow(() -> DomainException.notFound(id));
    }

    /** Writes the sealed file; only one of its files is held in memory at a time. */
    @Transactional(readOnly = true)
    public void write(String id, OutputStream target) throws IOException {
        YearExport archive = get(id);
        if (archive.state() != State.READY) {
            throw DomainException.notFound(id);
        }
        exports.zip(id, bag.name(archive) + "/", target);
    }

    /** Name of the sealed file without its ending. */
    public String name(YearExport archive) {
        return bag.name(archive);
    }

    /** Holds a file that was brought back against what was sealed; reads it as it comes. */
    @Transactional(readOnly = true)
    public Verification verify(InputStream file) throws IOException {
        currentUsers.requiredIn(Role.OFFICE_CHIEF);
        ArchiveBag.Found found = ArchiveBag.read(file, store.largest());
        YearExport archive = Optional.ofNullable(found.archiveId())
                .flatMap(store::find)
                .filter(each -> each.isArchive()
                        && each.seal() != null
                        && each.government().equals(currentUsers.required().government()))
                .orElse(null);
        return archive == null
                ? new Verification(null, List.of())
                : new Verification(archive, found.differences(store.files(archive.id())));
    }
}
