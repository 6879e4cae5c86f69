package org.supervision.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.YearExport.File;
import org.supervision.tables.YearExport.State;
import org.supervision.tables.read.Layout;
import org.supervision.tables.write.LedgerFormat;
import org.supervision.tables.write.MeetingPackDocument;

/** All tables of a year as one archive, for the person who asked: each file is a step of its own in the background. */
@Service
public class YearExports {

    private static final Duration KEPT = Duration.ofDays(7);

    /** More than a government has. */
    private static final int ALL = 10_000;

    private final YearExportStore store;
    private final Exports exports;
    private final MeetingPacks packs;
    private final RoundViews rounds;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearExports(
            YearExportStore store,
            Exports exports,
            MeetingPacks packs,
            RoundViews rounds,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.exports = exports;
        this.packs = packs;
        this.rounds = rounds;
        this.currentUsers = currentUsers;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for all tables of the year that the person may read; refused while another one of theirs is written. */
    @Transactional
    public YearExport request(int year) {
        CurrentUser user = currentUsers.required();
        store.lock(user.username());
        if (store.of(user.username()).stream().anyMatch(export -> export.state() == State.WRITING)) {
            throw new DomainException(Kind.CONFLICT, "tables.error.export-running");
        }
        List<File> files = files(user, year);
        Instant now = clock.instant();
        YearExport export = new YearExport(
                UUID.randomUUID().toString(),
                user.requiredGovernment(),
                year,
                user.username(),
                user.name(),
                user.groupPaths(),
                now,
                now.plus(KEPT),
                null,
                files.size(),
                0);
        store.insert(export, files);
        events.publishEvent(new YearExportRequested(export.government(), export.id(), year));
        return export;
    }

    private List<File> files(CurrentUser user, int year) {
        exports.plan(user, year);
        List<File> files = new ArrayList<>();
        add(files, Layout.PLAN_GRID.name(), null, "plan");
        for (RoundView round : rounds.of(user.requiredGovernment(), 0, ALL).items()) {
            if (round.quarter().year() == year && round.state() != RoundState.PLANNED && round.cycleCount() > 0) {
                String folder = "q" + round.quarter().number() + "/";
                if (exports.hasResults(user, round.id())) {
                    add(files, Layout.RESULT_LIST.name(), round.id(), folder + "results");
                    add(files, Layout.QUARTER_RESULT.name(), round.id(), folder + "quarter-results");
                }
                if (user.readsWholeGovernment()) {
                    files.add(new File(
                            files.size(),
                            File.MEETING_PACK,
                            round.id(),
                            LedgerFormat.DOCX.extension(),
                            folder + "meeting-pack.docx"));
                }
            }
        }
        return files;
    }

    private static void add(List<File> files, String kind, @Nullable String round, String name) {
        for (LedgerFormat format : LedgerFormat.values()) {
            files.add(new File(files.size(), kind, round, format.extension(), name + "." + format.extension()));
        }
    }

    /** Exports of the person who is acting, newest first. */
    @Transactional(readOnly = true)
    public List<YearExport> mine() {
        CurrentUser user = currentUsers.required();
        return store.of(user.username()).stream()
                .filter(export -> export.isOf(user))
                .toList();
    }

    /** An export of the person who is acting; that of another does not exist. */
    @Transactional(readOnly = true)
    public YearExport get(String id) {
        CurrentUser user = currentUsers.required();
        return store.find(id).filter(export -> export.isOf(user)).orElseThrow(() -> DomainException.notFound(id));
    }

    /** Writes the archive of an export that is ready; only one file is held in memory at a time. */
    @Transactional(readOnly = true)
    public void archive(String id, OutputStream target) throws IOException {
        YearExport export = get(id);
        if (export.state() != State.READY) {
            throw DomainException.notFound(id);
        }
        ZipOutputStream zip = new ZipOutputStream(target);
        for (File file : store.files(id)) {
            zip.putNextEntry(new ZipEntry(export.year() + "/" + file.name()));
            zip.write(store.content(id, file.position()));
            zip.closeEntry();
        }
        zip.finish();
    }

    /**
     * Writes the next file.
     *
     * @return whether there are more
     */
    @Transactional
    public boolean writeNext(String id) {
        YearExport export = store.find(id).orElseThrow(() -> DomainException.notFound(id));
        store.next(id).ifPresent(file -> store.write(id, file.position(), content(export, file), clock.instant()));
        return store.next(id).isPresent();
    }

    private byte[] content(YearExport export, File file) {
        CurrentUser reader = export.reader();
        if (file.kind().equals(File.MEETING_PACK)) {
            return MeetingPackDocument.write(packs.of(reader, file.roundId(), Locale.SIMPLIFIED_CHINESE));
        }
        LedgerFormat format = LedgerFormat.ofExtension(file.format()).orElseThrow();
        Layout layout = Layout.valueOf(file.kind());
        return format.write(
                layout == Layout.PLAN_GRID
                        ? exports.plan(reader, export.year())
                        : exports.results(reader, file.roundId(), layout));
    }

    @Transactional(readOnly = true)
    public Instant keptUntil(String id) {
        return store.find(id).map(YearExport::keepUntil).orElseThrow(() -> DomainException.notFound(id));
    }

    /** Deletes the files; that there was an export stays known. */
    @Transactional
    public void delete(String id) {
        store.delete(id, clock.instant());
    }
}
