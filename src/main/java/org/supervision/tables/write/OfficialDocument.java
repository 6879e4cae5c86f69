package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.supervision.escalation.Paper;

/**
 * Writes a slip or circular in the form of an official document (党政机关公文格式, GB/T 9704-2012): A4 with its margins,
 * the issuer in red above a red rule, the number, the subject, the text in 仿宋 of size 3 with 28 points to a line.
 */
public final class OfficialDocument {

    /** Fonts the standard names; an office has them, another system takes its own. */
    private static final String TITLE_FONT = "FZXiaoBiaoSong-B05S";

    private static final String TEXT_FONT = "FangSong_GB2312";
    private static final String HEADING_FONT = "SimHei";
    private static final String PAGE_FONT = "SimSun";

    private static final String RED = "FF0000";

    /** Points: 初号 of the red head, 二号, 三号 and 四号. */
    private static final int HEAD = 36;

    private static final int TITLE = 22;
    private static final int TEXT = 16;
    private static final int SMALL = 14;
    private static final int TABLE = 12;

    private static final double LINE = 28;
    private static final int TWIPS_PER_POINT = 20;
    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;

    /** Of the table's columns, in twips; together the width of the text. */
    private static final List<Integer> COLUMNS = List.of(600, 1700, 2600, 1900, 2044);

    private final XWPFDocument document;
    private final Paper paper;
    private final String issuedOn;

    private OfficialDocument(XWPFDocument document, Paper paper, String issuedOn) {
        this.document = document;
        this.paper = paper;
        this.issuedOn = issuedOn;
    }

    /**
     * The file's bytes.
     *
     * @param issuedOn the day of issue as printed
     */
    public static byte[] write(Paper paper, String issuedOn) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new OfficialDocument(document, paper, issuedOn).fill();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill() {
        page();
        head();
        subject();
        run(paragraph(ParagraphAlignment.BOTH), paper.recipients(), TEXT_FONT, TEXT);
        paper.paragraphs().forEach(this::text);
        if (!paper.table().isEmpty()) {
            table();
        }
        signature();
        if (paper.copies() != null) {
            copies(paper.copies());
        }
        pageNumber();
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(twips(210));
        size.setH(twips(297));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(37));
        margins.setBottom(twips(35));
        margins.setLeft(twips(28));
        margins.setRight(twips(26));
        margins.setFooter(twips(28));
    }

    private void head() {
        XWPFParagraph issuer = document.createParagraph();
        issuer.setAlignment(ParagraphAlignment.CENTER);
        issuer.setSpacingAfter(TEXT * TWIPS_PER_POINT * 2);
        XWPFRun name = run(issuer, paper.issuer(), TITLE_FONT, HEAD);
        name.setColor(RED);

        XWPFParagraph number = paragraph(ParagraphAlignment.CENTER);
        number.setBorderBottom(Borders.SINGLE);
        number.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
        number.getCTP().getPPr().getPBdr().getBottom().setSz(BigInteger.valueOf(12));
        number.getCTP().getPPr().getPBdr().getBottom().setSpace(BigInteger.valueOf(8));
        run(number, paper.number(), TEXT_FONT, TEXT);
    }

    private void subject() {
        paragraph(ParagraphAlignment.CENTER);
        XWPFParagraph subject = paragraph(ParagraphAlignment.CENTER);
        subject.setSpacingBetween(32, LineSpacingRule.EXACT);
        run(subject, paper.subject(), TITLE_FONT, TITLE);
        paragraph(ParagraphAlignment.CENTER);
    }

    private void text(Paper.Paragraph text) {
        XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
        indent(paragraph);
        if (text.lead() != null) {
            run(paragraph, text.lead(), HEADING_FONT, TEXT);
        }
        run(paragraph, text.text(), TEXT_FONT, TEXT);
    }

    private void table() {
        XWPFTable table =
                document.createTable(paper.table().size(), paper.table().get(0).size());
        table.setTableAlignment(TableRowAlign.CENTER);
        table.getRow(0).setRepeatHeader(true);
        for (int row = 0; row < paper.table().size(); row++) {
            List<String> cells = paper.table().get(row);
            table.getRow(row).setCantSplitRow(true);
            for (int column = 0; column < cells.size(); column++) {
                XWPFTableCell cell = table.getRow(row).getCell(column);
                cell.setWidth(COLUMNS.get(column).toString());
                cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
                XWPFParagraph line = cell.getParagraphArray(0);
                line.setAlignment(row == 0 || column == 0 ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
                run(line, cells.get(column), row == 0 ? HEADING_FONT : TEXT_FONT, TABLE);
            }
        }
    }

    /** Issuer and day stand right, the day four characters from the margin; who has signed stands above, nothing below them. */
    private void signature() {
        if (paper.signed() != null) {
            XWPFParagraph signed = paragraph(ParagraphAlignment.LEFT);
            indent(signed);
            run(signed, paper.signed(), TEXT_FONT, TEXT);
        }
        paragraph(ParagraphAlignment.RIGHT);
        XWPFParagraph issuer = paragraph(ParagraphAlignment.RIGHT);
        issuer.setIndentationRight(3 * TEXT * TWIPS_PER_POINT);
        run(issuer, paper.issuer(), TEXT_FONT, TEXT);
        XWPFParagraph day = paragraph(ParagraphAlignment.RIGHT);
        day.setIndentationRight(4 * TEXT * TWIPS_PER_POINT);
        run(day, issuedOn, TEXT_FONT, TEXT);
    }

    private void copies(String text) {
        XWPFParagraph copies = paragraph(ParagraphAlignment.LEFT);
        copies.setBorderTop(Borders.SINGLE);
        copies.setBorderBottom(Borders.SINGLE);
        copies.setIndentationLeft(SMALL * TWIPS_PER_POINT);
        copies.setSpacingBefore(2 * (int) LINE * TWIPS_PER_POINT);
        run(copies, text, TEXT_FONT, SMALL);
    }

    /** — 1 — */
    private void pageNumber() {
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        run(foot, "— ", PAGE_FONT, SMALL);
        CTSimpleField number = foot.getCTP().addNewFldSimple();
        number.setInstr("PAGE");
        number.addNewR().addNewT().setStringValue("1");
        run(foot, " —", PAGE_FONT, SMALL);
    }

    private XWPFParagraph paragraph(ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
        paragraph.setSpacingAfter(0);
        return paragraph;
    }

    private static void indent(XWPFParagraph paragraph) {
        paragraph.setIndentationFirstLine(2 * TEXT * TWIPS_PER_POINT);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(points);
        run.setFontFamily(font);
        CTFonts fonts = run.getCTR().getRPr().getRFontsArray(0);
        fonts.setEastAsia(font);
        return run;
    }

    private static BigInteger twips(int millimetres) {
        return BigInteger.valueOf(Math.round(millimetres * TWIPS_PER_MILLIMETRE));
    }
}
