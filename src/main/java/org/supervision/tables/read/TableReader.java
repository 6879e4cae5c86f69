package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.supervision.identity.UnitDirectory;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.tables.read.DocumentRefusedException.Reason;
import org.supervision.tables.read.LayoutReader.HeadedTable;
import org.supervision.tables.read.SourceDocument.Block;
import org.supervision.tables.read.SourceDocument.Paragraph;
import org.supervision.tables.read.SourceDocument.Table;

/** Reads an uploaded file of any known format and layout into rows with their problems; stores nothing. */
public final class TableReader {

    /** Largest upload. */
    public static final int MOST_BYTES = UploadedFile.LARGEST;

    private static final List<DocumentReader> FORMATS = List.of(
            new XlsxReader(), new XlsReader(), new DocxReader(), new DocReader(), new HtmlReader(), new TextReader());
    private static final List<LayoutReader> LAYOUTS = List.of(new PlanGridLayout(), new ResultListLayout());

    private final UnitDirectory directory;

    public TableReader(UnitDirectory directory) {
        this.directory = directory;
    }

    /**
     * Reads the table of the upload.
     *
     * @throws DocumentRefusedException if the file is not read, with the reason
     */
    public ReadTable read(InputStream upload) throws IOException {
        SourceDocument document = document(UploadedFile.of(upload));
        if (document.blocks().isEmpty()) {
            throw new DocumentRefusedException(Reason.EMPTY);
        }
        for (LayoutReader layout : LAYOUTS) {
            List<Block> blocks = withStackedList(document, layout.requiredColumns());
            int first = firstTable(blocks, layout.requiredColumns());
            if (first >= 0) {
                return read(layout, blocks, first);
            }
        }
        throw new DocumentRefusedException(Reason.UNKNOWN_LAYOUT);
    }

    private static SourceDocument document(UploadedFile file) {
        DocumentReader reader = FORMATS.stream()
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
        } catch (IOException | RuntimeException e) {
            throw new DocumentRefusedException(Reason.TRUNCATED, e);
        }
    }

    /** The blocks, with a table in place of the paragraphs that are one written cell below cell. */
    private List<Block> withStackedList(SourceDocument document, Set<Column> required) {
        if (firstTable(document.blocks(), required) >= 0) {
            return document.blocks();
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        document.blocks().forEach(block -> {
            if (block instanceof Paragraph paragraph) {
                paragraphs.add(paragraph);
            }
        });
        return StackedList.find(paragraphs, required, new UnitNameSplitter(directory))
                .map(table -> {
                    int line = table.rows().get(0).position().row();
                    Stream<Block> above = paragraphs.stream()
                            .filter(paragraph -> paragraph.position().row() < line)
                            .map(Block.class::cast);
                    return Stream.concat(above, Stream.of(table)).toList();
                })
                .orElse(document.blocks());
    }

    private static int firstTable(List<Block> blocks, Set<Column> required) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Table table && headerRow(table, required) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int headerRow(Table table, Set<Column> required) {
        for (int i = 0; i < table.rows().size(); i++) {
            if (Header.of(table.rows().get(i)).has(required)) {
                return i;
            }
        }
        return -1;
    }

    private ReadTable read(LayoutReader layout, List<Block> blocks, int first) {
        Problems problems = new Problems(null);
        Title title = Title.among(textsAbove(blocks, first, layout.requiredColumns()));
        List<RowDraft> drafts = layout.read(headedTables(blocks, first, layout, problems), problems);
        UnitCells unitCells = new UnitCells(directory, drafts);
        List<TableRow> rows = new RowReader(unitCells, problems).read(drafts);
        if (rows.isEmpty()) {
            throw new DocumentRefusedException(Reason.EMPTY);
        }
        List<TableProblem> all = Stream.concat(
                        problems.all().stream(), rows.stream().flatMap(row -> row.problems().stream()))
                .toList();
        return new ReadTable(
                layout.layout(), title.text(), title.year(), title.quarter(), rows, unitCells.newUnits(), all);
    }

    private static List<String> textsAbove(List<Block> blocks, int first, Set<Column> required) {
        List<String> texts = new ArrayList<>();
        for (Block block : blocks.subList(0, first)) {
            if (block instanceof Paragraph paragraph) {
                texts.add(paragraph.text());
            }
        }
        Table table = (Table) blocks.get(first);
        table.rows().subList(0, headerRow(table, required)).forEach(row -> row.written()
                .forEach(cell -> texts.add(cell.joined())));
        return texts;
    }

    /** Cuts the tables at each header; parts of a header that was split over two rows are dropped. */
    private static List<HeadedTable> headedTables(
            List<Block> blocks, int first, LayoutReader layout, Problems problems) {
        List<HeadedTable> headed = new ArrayList<>();
        for (Block block : blocks.subList(first, blocks.size())) {
            if (block instanceof Paragraph paragraph) {
                problems.add(null, ProblemCode.TEXT_IGNORED, paragraph.text(), paragraph.position());
                continue;
            }
            boolean below = false;
            for (SourceRow row : ((Table) block).rows()) {
                Header header = Header.of(row);
                if (header.has(layout.requiredColumns())) {
                    headed.add(new HeadedTable(header, new ArrayList<>()));
                    below = true;
                } else if (!headed.isEmpty()
                        && (below
                                || headed.get(headed.size() - 1).header().width()
                                        == row.cells().size())) {
                    HeadedTable last = headed.get(headed.size() - 1);
                    if (!last.body().isEmpty()
                            || header.columns().size() != row.written().size()) {
                        last.body().add(row);
                    }
                    below = true;
                } else if (!headed.isEmpty()) {
                    problems.add(
                            null, ProblemCode.TEXT_IGNORED, row.written().get(0).joined(), row.position());
                }
            }
        }
        return headed;
    }
}
