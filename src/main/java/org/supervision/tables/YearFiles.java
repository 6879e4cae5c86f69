package org.supervision.tables;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.escalation.CircularView;
import org.supervision.escalation.CircularViews;
import org.supervision.escalation.Paper;
import org.supervision.escalation.Papers;
import org.supervision.escalation.SlipFilter;
import org.supervision.escalation.SlipView;
import org.supervision.escalation.SlipViews;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.reporting.Evidence;
import org.supervision.reporting.EvidenceArchive;
import org.supervision.reporting.EvidenceArchive.Filed;
import org.supervision.reporting.EvidenceArchive.Seen;
import org.supervision.reporting.Publication;
import org.supervision.reporting.Publications;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.YearRegister;
import org.supervision.tables.YearExport.File;
import org.supervision.tables.read.Layout;
import org.supervision.tables.write.AnnualSummaryDocument;
import org.supervision.tables.write.LedgerFormat;
import org.supervision.tables.write.MeetingPackDocument;
import org.supervision.tables.write.OfficialDocument;

/** Which files there are of a year, by Chinese names, and what is in each. */
@Component
class YearFiles {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZONE);

    /** More than a government has. */
    private static final int ALL = 100_000;

    private final Exports exports;
    private final MeetingPacks packs;
    private final AnnualSummaries summaries;
    private final YearRegisters registers;
    private final Ledgers ledgers;
    private final RoundViews rounds;
    private final Publications publications;
    private final SlipViews slips;
    private final CircularViews circulars;
    private final Papers papers;
    private final EvidenceArchive evidence;
    private final Governments governments;
    private final DateWords dates;
    private final MessageSource messages;

    YearFiles(
            Exports exports,
            MeetingPacks packs,
            AnnualSummaries summaries,
            YearRegisters registers,
            Ledgers ledgers,
            RoundViews rounds,
            Publications publications,
            SlipViews slips,
            CircularViews circulars,
            Papers papers,
            EvidenceArchive evidence,
            Governments governments,
            DateWords dates,
            MessageSource messages) {
        this.exports = exports;
        this.packs = packs;
        this.summaries = summaries;
        this.registers = registers;
        this.ledgers = ledgers;
        this.rounds = rounds;
        this.publications = publications;
        this.slips = slips;
        this.circulars = circulars;
        this.papers = papers;
        this.evidence = evidence;
        this.governments = governments;
        this.dates = dates;
        this.messages = messages;
    }

    /** All tables of the year that the reader may take out one by one; refused if there is none. */
    List<File> tables(CurrentUser reader, int year) {
        exports.plan(reader, year);
        List<File> files = new ArrayList<>();
        String planFolder = name("folder.plan") + "/";
        tables(files, Layout.PLAN_GRID, null, planFolder + name("plan"));
        for (RoundView round : rounds(reader, year)) {
            String folder = folder(round);
            if (exports.hasResults(reader, round.id())) {
                tables(files, Layout.RESULT_LIST, round.id(), folder + name("results"));
                tables(files, Layout.QUARTER_RESULT, round.id(), folder + name("quarter-results"));
            }
            if (reader.readsWholeGovernment()) {
                add(files, File.MEETING_PACK, round.id(), null, LedgerFormat.DOCX, folder + name("meeting-pack"));
            }
        }
        if (reader.readsWholeGovernment()) {
            add(files, File.ANNUAL_SUMMARY, null, null, LedgerFormat.DOCX, name("folder.year") + "/" + name("summary"));
        }
        return files;
    }

    /** The tables and all that has to be kept of the year besides. */
    List<File> archive(CurrentUser chief, int year) {
        List<File> files = tables(chief, year);
        for (RoundView round : rounds(chief, year)) {
            for (int number = 1;
                    number
                            <= publications
                                    .latest(round.id())
                                    .map(Publication::number)
                                    .orElse(0);
                    number++) {
                for (LedgerFormat format : List.of(LedgerFormat.DOCX, LedgerFormat.JSON)) {
                    add(
                            files,
                            File.PUBLICATION,
                            round.id(),
                            String.valueOf(number),
                            format,
                            folder(round) + name("publication", number));
                }
                add(
                        files,
                        File.SIGNED,
                        round.id(),
                        String.valueOf(number),
                        LedgerFormat.JSON,
                        folder(round) + name("signed", number));
            }
            evidence(files, round);
        }
        String documents = name("folder.documents") + "/";
        for (Seen seen : evidence.ofInspections(chief.requiredGovernment(), year)) {
            add(files, null, seen.evidence(), documents + name("photographs", seen.number(), seen.inspection()));
        }
        for (SlipView slip : slips(chief, year)) {
            Paper paper = papers.of(slip, chief.requiredGovernment());
            add(files, File.SLIP, null, slip.id(), LedgerFormat.DOCX, documents + safe(paper.number()));
        }
        for (CircularView circular : circulars(chief, year)) {
            add(
                    files,
                    File.CIRCULAR,
                    null,
                    circular.id(),
                    LedgerFormat.DOCX,
                    documents + safe(papers.of(circular).number()));
        }
        String folder = name("folder.registers") + "/";
        for (YearRegister register : registers.all()) {
            for (LedgerFormat format : List.of(LedgerFormat.XLSX, LedgerFormat.CSV)) {
                add(files, File.REGISTER, null, register.name(), format, folder + text(register.name()));
            }
        }
        for (LedgerFormat format : List.of(LedgerFormat.HTML, LedgerFormat.XLSX)) {
            add(files, File.CONTENTS, null, null, format, name("contents"));
        }
        return files;
    }

    /** In a folder for each version and part. */
    private void evidence(List<File> files, RoundView round) {
        for (Filed filed : evidence.of(round.id())) {
            String backed = filed.partner() == null
                    ? name("evidence-report", filed.number(), filed.version())
                    : name("evidence-part", filed.number(), safe(filed.partner()));
            add(files, round.id(), filed.evidence(), folder(round) + backed);
        }
    }

    private List<RoundView> rounds(CurrentUser reader, int year) {
        return rounds.of(reader.requiredGovernment(), 0, ALL).items().stream()
                .filter(round ->
                        round.quarter().year() == year && round.state() != RoundState.PLANNED && round.cycleCount() > 0)
                .toList();
    }

    /** Numbered ones about a key task of the year: drafts are no documents. */
    private List<SlipView> slips(CurrentUser chief, int year) {
        String ofYear = chief.requiredGovernment() + "-" + year + "-";
        return slips.list(new SlipFilter(null, null, null, null), chief, 0, ALL).items().stream()
                .filter(slip -> slip.issuedAt() != null && slip.keyTaskId().startsWith(ofYear))
                .toList();
    }

    private List<CircularView> circulars(CurrentUser chief, int year) {
        return circulars.list(chief, 0, ALL).items().stream()
                .filter(circular -> circular.issuedAt() != null)
                .filter(circular ->
                        LocalDate.ofInstant(circular.issuedAt(), ZONE).getYear() == year)
                .toList();
    }

    private String folder(RoundView round) {
        return name("folder.quarter", round.quarter().number()) + "/";
    }

    private static void tables(List<File> files, Layout layout, @Nullable String round, String name) {
        for (LedgerFormat format : LedgerFormat.values()) {
            add(files, layout.name(), round, null, format, name);
        }
    }

    private static void add(
            List<File> files,
            String kind,
            @Nullable String round,
            @Nullable String subject,
            LedgerFormat format,
            String name) {
        add(files, kind, round, subject, format.extension(), name);
    }

    private static void add(List<File> files, @Nullable String round, Evidence evidence, String folder) {
        // A manifest reads a percent sign as the beginning of a code.
        String name = evidence.name().replace('%', '\uFF05');
        int dot = name.lastIndexOf('.');
        add(files, File.EVIDENCE, round, evidence.id(), name.substring(dot + 1), folder + "/" + name.substring(0, dot));
    }

    /** Two documents of one name would be one file: the second is told apart. */
    private static void add(
            List<File> files,
            String kind,
            @Nullable String round,
            @Nullable String subject,
            String extension,
            String name) {
        String full = name + "." + extension;
        for (int i = 2; isTaken(files, full); i++) {
            full = name + "-" + i + "." + extension;
        }
        files.add(new File(files.size(), kind, round, subject, extension, full, null));
    }

    private static boolean isTaken(List<File> files, String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }

    /** Of the export as a whole: government, year and when it was asked for. */
    String name(YearExport export) {
        return name(
                "export",
                governments.find(export.government()).map(Government::name).orElse(export.government()),
                String.valueOf(export.year()),
                STAMP.format(export.requestedAt()));
    }

    /** What the file holds, as its reader may see it now; in Chinese, whoever was the last to use the thread. */
    byte[] content(YearExport export, File file, List<File> before) {
        Locale language = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(LANGUAGE);
        try {
            return file.kind().equals(File.EVIDENCE) ? evidence.content(file.subject()) : chinese(export, file, before);
        } finally {
            LocaleContextHolder.setLocale(language);
        }
    }

    private byte[] chinese(YearExport export, File file, List<File> before) {
        CurrentUser reader = export.reader();
        LedgerFormat format = LedgerFormat.ofExtension(file.format()).orElseThrow();
        return switch (file.kind()) {
            case File.MEETING_PACK -> MeetingPackDocument.write(packs.of(reader, file.roundId(), LANGUAGE));
            case File.ANNUAL_SUMMARY -> AnnualSummaryDocument.write(summaries.of(reader, export.year()));
            case File.PUBLICATION ->
                format.write(ledgers.of(
                        publications.find(file.roundId(), Integer.parseInt(String.valueOf(file.subject())))));
            case File.SIGNED ->
                publications.signedContent(file.roundId(), Integer.parseInt(String.valueOf(file.subject())));
            case File.SLIP ->
                document(papers.of(slips.find(file.subject(), reader).orElseThrow(), reader.requiredGovernment()));
            case File.CIRCULAR ->
                document(papers.of(circulars.find(file.subject(), reader).orElseThrow()));
            case File.REGISTER -> registers.write(file.subject(), export, format);
            case File.CONTENTS -> registers.contents(export, before, format);
            default -> {
                Layout layout = Layout.valueOf(file.kind());
                yield format.write(
                        layout == Layout.PLAN_GRID
                                ? exports.plan(reader, export.year())
                                : exports.results(reader, file.roundId(), layout));
            }
        };
    }

    private byte[] document(Paper paper) {
        return OfficialDocument.write(paper, dates.date(Objects.requireNonNull(paper.issuedAt())));
    }

    private String name(String key, Object... arguments) {
        return text("tables.archive.name." + key, arguments);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }

    /** What no file system takes is left out. */
    private static String safe(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-");
    }
}
