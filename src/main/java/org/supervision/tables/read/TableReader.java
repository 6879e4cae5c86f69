package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.LayoutReader.Drafts;

/** Reads an uploaded file of any known format and layout into rows with their problems; stores nothing. */
public final class TableReader {

    /** Largest upload. */
    public static final int MOST_BYTES = UploadedFile.LARGEST;

    private static final List<DocumentReader> FORMATS = List.of(
            new XlsxReader(),
            new XlsReader(),
            new DocxReader(),
            new DocReader(),
            new PdfReader(),
            new HtmlReader(),
            new CsvReader(),
            new TextReader());
    /** Those without numbers last: what has numbers anywhere is read by them. */
    private static final List<LayoutReader> LAYOUTS = List.of(
            new PlanGridLayout(true),
            new QuarterResultLayout(true),
            new WrappedResultLayout(),
            new ResultListLayout(true),
            new PlanListLayout(true),
            new ParagraphLayout(),
            new CardLayout(),
            new PlanGridLayout(false),
            new QuarterResultLayout(false),
            new ResultListLayout(false),
            new PlanListLayout(false));

    private final UnitDirectory directory;
    private final HeaderNames heads;

    public TableReader(UnitDirectory directory) {
        this(directory, HeaderNames.KNOWN);
    }

    /** @param heads how the heads of columns are understood */
    public TableReader(UnitDirectory directory, HeaderNames heads) {
        this.directory = directory;
        this.heads = heads;
    }

    /**
     * Reads the table of the upload.
     *
     * @throws DocumentRefusedException if the file is not read, with the reason
     */
    public ReadTable read(InputStream upload) throws IOException {
        if (readAny(UploadedFile.of(upload)) instanceof ReadTable table) {
            return table;
        }
        throw new DocumentRefusedException(Reason.UNKNOWN_LAYOUT);
    }

    /**
     * Reads the table of the upload or, if it has none, its report in prose.
     *
     * @param fileName by which it came; where its ending says something else than the content, the file is refused
     * @throws DocumentRefusedException if the file is not read, with the reason
     */
    public ReadDocument readAny(String fileName, InputStream upload) throws IOException {
        UploadedFile file = UploadedFile.of(upload);
        FileKind.check(file, fileName);
        return readAny(file);
    }

    private ReadDocument readAny(UploadedFile file) throws IOException {
        if (JsonReader.reads(file)) {
            return new JsonReader(directory).read(file);
        }
        SourceDocument source = document(file, FORMATS);
        SourceDocument document =
                source.with(Optional.ofNullable(Title.among(source.firstTexts()).quarter())
                        .map(heads::in)
                        .orElse(heads));
        if (document.blocks().isEmpty()) {
            throw new DocumentRefusedException(Reason.EMPTY);
        }
        OtherTables.mistakable(document).ifPresent(reason -> {
            throw new DocumentRefusedException(reason);
        });
        return IndicatorTable.read(document)
                .<ReadDocument>map(table -> table)
                .or(() -> table(document))
                .or(() -> NarrativeReader.read(document))
                .or(() -> unmapped(document))
                .orElseThrow(() -> new DocumentRefusedException(OtherTables.resembling(document)));
    }

    /** A table of which a person must say what its columns are; none of those that are known to hold no key tasks. */
    private static Optional<ReadTable> unmapped(SourceDocument document) {
        return OtherTables.resembling(document) != Reason.UNKNOWN_LAYOUT
                ? Optional.empty()
                : UnmappedTable.find(document)
                        .map(table -> new ReadTable(
                                Layout.UNMAPPED,
                                table.title().text(),
                                table.title().year(),
                                table.title().quarter(),
                                List.of(),
                                List.of(),
                                table.columns(),
                                List.of()));
    }

    private Optional<ReadTable> table(SourceDocument document) {
        return LAYOUTS.stream()
                .flatMap(layout -> layout.read(document, directory).stream())
                .findFirst()
                .map(drafts -> {
                    Periods.check(document, drafts.layout());
                    document.hiddenSheets().forEach(sheet -> drafts.problems()
                            .add(null, ProblemCode.SHEET_HIDDEN, null, SourcePosition.cell(sheet, 1, 1), sheet));
                    return read(drafts, document.faults());
                });
    }

    static SourceDocument document(UploadedFile file, List<DocumentReader> formats) {
        DocumentReader reader = formats.stream()
                .filter(format -> format.reads(file))
                .findFirst()
                .orElseThrow(() -> new DocumentRefusedException(Reason.UNKNOWN_FORMAT));
        try {
            return reader.read(file);
        } catch (DocumentRefusedException e) {
            throw e;
        } catch (EncryptedDocumentException e) {
            throw new DocumentRefusedException(Reason.ENCRYPTED, e);
        } catch (OldFileFormatException e) {
            throw new DocumentRefusedException(Reason.UNKNOWN_FORMAT, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // parsers call themselves for each level of nesting, and no real document is nested so deep
            throw new DocumentRefusedException(Reason.TRUNCATED, e);
        }
    }

    private ReadTable read(Drafts drafts, Map<SourcePosition, CellFault> faults) {
        UnitCells unitCells = new UnitCells(directory, drafts.rows());
        List<TableRow> rows = new RowReader(drafts.layout(), unitCells, faults, drafts.problems())
                .read(drafts.rows(), drafts.columns());
        if (rows.isEmpty()) {
            throw new DocumentRefusedException(Reason.EMPTY);
        }
        Title title = Title.among(drafts.above());
        List<TableProblem> all = Stream.concat(
                        drafts.problems().all().stream(), rows.stream().flatMap(row -> row.problems().stream()))
                .toList();
        return new ReadTable(
                drafts.layout(),
                title.text(),
                title.year(),
                title.quarter() == null ? drafts.quarter() : title.quarter(),
                rows,
                unitCells.newUnits(),
                drafts.columns(),
                all);
    }
}
