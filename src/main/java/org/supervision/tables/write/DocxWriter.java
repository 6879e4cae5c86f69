package org.supervision.tables.write;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;
import org.supervision.tables.write.Grid.Cell;
import org.supervision.tables.write.Grid.Reach;

/**
 * Writes a ledger as a text document on A4 landscape: the title, then one table whose header is repeated on each page.
 *
 * <p>The table is built of the markup's own types: those made for convenience look through all rows for each new one.
 */
final class DocxWriter implements LedgerWriter {

    @Override
    public void write(Ledger ledger, OutputStream file) throws IOException {
        write(LedgerLayouts.draw(ledger), file);
    }

    /** Any table, with what is said above it. */
    static void write(Grid grid, OutputStream file) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            new Sheets(document, grid).fill();
            document.write(file);
        }
    }

    /** The pages of a document while they are filled. */
    private static final class Sheets {

        private static final String FONT = "FangSong_GB2312";
        private static final String HEADING_FONT = "SimHei";

        /** Points. */
        private static final int TITLE = 18;

        private static final int HALF_POINTS_OF_TEXT = 18;

        /** Twips. */
        private static final int PAGE_WIDTH = 16_838;

        private static final int PAGE_HEIGHT = 11_906;
        private static final int MARGIN = 794;
        private static final int CELL_MARGIN = 60;

        /** About half a page. */
        private static final int LINES_KEPT_TOGETHER = 20;

        private final XWPFDocument document;
        private final Grid grid;
        private final int width;
        private final List<Integer> characters;

        private Sheets(XWPFDocument document, Grid grid) {
            this.document = document;
            this.grid = grid;
            this.width = grid.widths().stream().mapToInt(Integer::intValue).sum();
            this.characters = characters();
        }

        private void fill() {
            page();
            defaults();
            XWPFRun title = paragraph(ParagraphAlignment.CENTER, grid.title());
            title.setFontSize(TITLE);
            title.setFontFamily(HEADING_FONT);
            title.getCTR().getRPr().getRFontsArray(0).setEastAsia(HEADING_FONT);
            grid.notes().forEach(note -> paragraph(ParagraphAlignment.LEFT, note));
            if (!grid.body().isEmpty()) {
                table();
            }
            pageNumber();
        }

        private void page() {
            CTSectPr section = document.getDocument().getBody().addNewSectPr();
            CTPageSz size = section.addNewPgSz();
            size.setOrient(STPageOrientation.LANDSCAPE);
            size.setW(BigInteger.valueOf(PAGE_WIDTH));
            size.setH(BigInteger.valueOf(PAGE_HEIGHT));
            CTPageMar margins = section.addNewPgMar();
            BigInteger margin = BigInteger.valueOf(MARGIN);
            margins.setTop(margin);
            margins.setBottom(margin);
            margins.setLeft(margin);
            margins.setRight(margin);
            margins.setFooter(BigInteger.valueOf(MARGIN / 2));
        }

        /** Said once for the whole document: ten thousand cells need not repeat it. */
        private void defaults() {
            CTStyles styles = CTStyles.Factory.newInstance();
            CTRPr text = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
            CTFonts fonts = text.addNewRFonts();
            fonts.setAscii(FONT);
            fonts.setHAnsi(FONT);
            fonts.setEastAsia(FONT);
            text.addNewSz().setVal(BigInteger.valueOf(HALF_POINTS_OF_TEXT));
            XWPFStyles own = document.createStyles();
            own.setStyles(styles);
        }

        private XWPFRun paragraph(ParagraphAlignment alignment, String text) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(alignment);
            paragraph.setSpacingAfter(120);
            XWPFRun run = paragraph.createRun();
            run.setText(text);
            return run;
        }

        private void table() {
            CTTbl table = document.createTable().getCTTbl();
            table.removeTr(0);
            properties(table.getTblPr());
            var columns = table.getTblGrid() == null ? table.addNewTblGrid() : table.getTblGrid();
            while (columns.sizeOfGridColArray() > 0) {
                columns.removeGridCol(0);
            }
            for (int column = 0; column < grid.widths().size(); column++) {
                columns.addNewGridCol().setW(BigInteger.valueOf(twips(column, 1)));
            }
            rows(table, grid.header(), true);
            grid.body().forEach(rows -> rows(table, rows, false));
        }

        private static void properties(CTTblPr properties) {
            properties.addNewJc().setVal(STJcTable.CENTER);
            properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
            CTTblCellMar margins =
                    properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
            margin(margins.isSetTop() ? margins.getTop() : margins.addNewTop(), CELL_MARGIN / 2);
            margin(margins.isSetLeft() ? margins.getLeft() : margins.addNewLeft(), CELL_MARGIN);
            margin(margins.isSetBottom() ? margins.getBottom() : margins.addNewBottom(), CELL_MARGIN / 2);
            margin(margins.isSetRight() ? margins.getRight() : margins.addNewRight(), CELL_MARGIN);
            CTTblBorders borders =
                    properties.isSetTblBorders() ? properties.getTblBorders() : properties.addNewTblBorders();
            List.of(
                            borders.isSetTop() ? borders.getTop() : borders.addNewTop(),
                            borders.isSetBottom() ? borders.getBottom() : borders.addNewBottom(),
                            borders.isSetLeft() ? borders.getLeft() : borders.addNewLeft(),
                            borders.isSetRight() ? borders.getRight() : borders.addNewRight(),
                            borders.isSetInsideH() ? borders.getInsideH() : borders.addNewInsideH(),
                            borders.isSetInsideV() ? borders.getInsideV() : borders.addNewInsideV())
                    .forEach(border -> {
                        border.setVal(STBorder.SINGLE);
                        border.setSz(BigInteger.valueOf(4));
                    });
        }

        private static void margin(CTTblWidth margin, int twips) {
            margin.setType(STTblWidth.DXA);
            margin.setW(BigInteger.valueOf(twips));
        }

        /**
         * Rows of a key task that take little room stay on one page; else they may break, and then their texts stand at
         * the top: of a centred one in merged cells some programs lose what the page has no room for.
         */
        private void rows(CTTbl table, List<List<Cell>> rows, boolean header) {
            List<Integer> lines = RowHeights.linesOf(characters, rows);
            boolean whole = lines.stream().mapToInt(Integer::intValue).sum() <= LINES_KEPT_TOGETHER;
            for (int row = 0; row < rows.size(); row++) {
                CTRow line = table.addNewTr();
                boolean withNext = row < rows.size() - 1 && (whole || lines.get(row) <= LINES_KEPT_TOGETHER / 2);
                Standing standing = new Standing(header, whole, withNext);
                if (header || lines.get(row) <= LINES_KEPT_TOGETHER) {
                    CTTrPr properties = line.addNewTrPr();
                    properties.addNewCantSplit();
                    if (header) {
                        properties.addNewTblHeader();
                    }
                }
                for (int column = 0; column < rows.get(row).size(); column++) {
                    Cell cell = rows.get(row).get(column);
                    if (cell.reach() != Reach.LEFT) {
                        boolean begins = cell.isOwn() && Grid.rowSpan(rows, row, column) > 1;
                        int span = Grid.columnSpan(rows.get(row), column);
                        cell(line.addNewTc(), cell, begins, column, span, standing);
                    }
                }
            }
        }

        private void cell(CTTc place, Cell cell, boolean begins, int column, int span, Standing standing) {
            CTTcPr properties = place.addNewTcPr();
            properties.addNewTcW().setW(BigInteger.valueOf(twips(column, span)));
            properties.getTcW().setType(STTblWidth.DXA);
            if (span > 1) {
                properties.addNewGridSpan().setVal(BigInteger.valueOf(span));
            }
            if (begins) {
                properties.addNewVMerge().setVal(STMerge.RESTART);
            } else if (cell.reach() == Reach.ABOVE) {
                properties.addNewVMerge();
            }
            properties.addNewVAlign().setVal(standing.whole() ? STVerticalJc.CENTER : STVerticalJc.TOP);
            if (cell.paragraphs().isEmpty()) {
                paragraph(place, false, standing);
            }
            cell.paragraphs().forEach(text -> text(paragraph(place, cell.centred(), standing), text, standing));
        }

        private static CTP paragraph(CTTc place, boolean centred, Standing standing) {
            CTP paragraph = place.addNewP();
            if (standing.withNext()) {
                paragraph.addNewPPr().addNewKeepNext();
            }
            if (centred) {
                (paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr())
                        .addNewJc()
                        .setVal(STJc.CENTER);
            }
            return paragraph;
        }

        private static void text(CTP paragraph, String text, Standing standing) {
            CTR run = paragraph.addNewR();
            if (standing.header()) {
                run.addNewRPr().addNewB();
            }
            CTText value = run.addNewT();
            value.setStringValue(text);
            value.setSpace(SpaceAttribute.Space.PRESERVE);
        }

        /** — 1 — */
        private void pageNumber() {
            XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
            foot.setAlignment(ParagraphAlignment.CENTER);
            foot.createRun().setText("— ");
            CTSimpleField number = foot.getCTP().addNewFldSimple();
            number.setInstr("PAGE");
            number.addNewR().addNewT().setStringValue("1");
            foot.createRun().setText(" —");
        }

        /** How many half-width characters stand in a line of each column. */
        private List<Integer> characters() {
            return IntStream.range(0, grid.widths().size())
                    .map(column -> (twips(column, 1) - 2 * CELL_MARGIN) / (HALF_POINTS_OF_TEXT * 5))
                    .boxed()
                    .toList();
        }

        private int twips(int column, int columns) {
            int characters = grid.widths().subList(column, column + columns).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            return characters * (PAGE_WIDTH - 2 * MARGIN) / width;
        }

        /**
         * How a row stands on its page.
         *
         * @param whole whether all rows of its key task do on one
         * @param withNext whether it is on the page of the row after it
         */
        private record Standing(boolean header, boolean whole, boolean withNext) {}
    }
}
