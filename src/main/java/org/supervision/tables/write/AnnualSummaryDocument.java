package org.supervision.tables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.supervision.tables.read.Texts;

/** Writes the summary of a year as a text document on A4, headings before the text of their section. */
public final class AnnualSummaryDocument {

    private static final String TITLE_FONT = "FZXiaoBiaoSong-B05S";
    private static final String HEADING_FONT = "SimHei";
    private static final String TEXT_FONT = "FangSong_GB2312";

    /** Points. */
    private static final int TITLE = 22;

    private static final int TEXT = 16;
    private static final int TWIPS_PER_POINT = 20;
    private static final double LINE = 28;

    private final XWPFDocument document;

    private AnnualSummaryDocument(XWPFDocument document) {
        this.document = document;
    }

    /** The file's bytes. */
    public static byte[] write(AnnualSummary summary) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new AnnualSummaryDocument(document).fill(summary);
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(AnnualSummary summary) {
        page();
        XWPFParagraph title = document.createParagraph();
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingAfter(TEXT * TWIPS_PER_POINT);
        run(title, summary.title(), TITLE_FONT, TITLE);
        text(summary.introduction());
        summary.sections().forEach(section -> {
            run(paragraph(), section.heading(), HEADING_FONT, TEXT);
            section.paragraphs().forEach(this::text);
        });
        if (!summary.note().isEmpty()) {
            text(summary.note());
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2098));
        margins.setBottom(BigInteger.valueOf(1984));
        margins.setLeft(BigInteger.valueOf(1587));
        margins.setRight(BigInteger.valueOf(1474));
    }

    private void text(String text) {
        run(paragraph(), String.join("", Texts.paragraphs(List.of(text))), TEXT_FONT, TEXT);
    }

    private XWPFParagraph paragraph() {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.BOTH);
        paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
        paragraph.setIndentationFirstLine(2 * TEXT * TWIPS_PER_POINT);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text, String font, int points) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(points);
        run.setFontFamily(font);
        run.getCTR().getRPr().getRFontsArray(0).setEastAsia(font);
    }
}
