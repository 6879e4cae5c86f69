package org.supervision.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;
import org.supervision.tables.YearExport.File;
import org.supervision.tables.YearExport.State;

/** All tables of a year as one archive, for the person who asked: each file is a step of its own in the background. */
@Service
public class YearExports {

    /** A file its owner writes and everybody reads. */
    private static final int READABLE = 0100644;

    private static final Duration KEPT = Duration.ofDays(7);

    private final YearExportStore store;
    private final YearFiles content;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    YearExports(
            YearExportStore store,
            YearFiles content,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.content = content;
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
        List<File> files = content.tables(user, year);
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
                null,
                null,
                null,
                null,
                files.size(),
                0);
        store.insert(export, files);
        events.publishEvent(YearExportRequested.of(export));
        return export;
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
        return store.find(id)
                .filter(export -> !export.isArchive() && export.isOf(user))
                .orElseThrow(() -> DomainException.notFound(id));
    }

    /** Writes the archive of an export that is ready; only one file is held in memory at a time. */
    @Transactional(readOnly = true)
    public void archive(String id, OutputStream target) throws IOException {
        YearExport export = get(id);
        if (export.state() != State.READY) {
            throw DomainException.notFound(id);
        }
        zip(id, "", target);
    }

    /** Name of the archive without its ending, another for each export of a year. */
    public String name(YearExport export) {
        return content.name(export);
    }

    /**
     * Its names are read as they are by old programs too.
     *
     * @param folder that all files are in, with its slash; empty for none
     */
    void zip(String id, String folder, OutputStream target) throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(target);
        zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.ALWAYS);
        for (File file : store.files(id)) {
            ZipArchiveEntry entry = new ZipArchiveEntry(folder + file.name());
            entry.setUnixMode(READABLE);
            zip.putArchiveEntry(entry);
            zip.write(store.content(id, file.position()));
            zip.closeArchiveEntry();
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
        store.next(id)
                .ifPresent(file -> store.write(
                        id, file.position(), content.content(export, file, written(id, file)), clock.instant()));
        return store.next(id).isPresent();
    }

    /** Those a table of contents names. */
    private List<File> written(String id, File file) {
        return file.kind().equals(File.CONTENTS)
                ? store.files(id).stream()
                        .filter(before -> !before.kind().equals(File.CONTENTS))
                        .toList()
                : List.of();
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
