package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;
import org.supervision.tables.read.DocumentRefusedException.Reason;

/** Files whose names say something else than their content. */
class FileNameTests {

    private static final String PLAN = "2031年重点工作任务\n序号\t目标任务\t牵头单位\n1\t修建两座水库\t市水利局\n";
    private static final String PAGE = "<html><body><p>2031年重点工作任务</p><table>"
            + "<tr><td>序号</td><td>目标任务</td><td>牵头单位</td></tr>"
            + "<tr><td>1</td><td>修建两座水库</td><td>市水利局</td></tr></table></body></html>";

    @ParameterizedTest
    @CsvSource({
        "docx, 计划.xlsx, .docx",
        "docx, 计划.doc, .docx",
        "xlsx, 计划.xlsm, .xlsx",
        "xlsx, 计划.XLS, .xlsx",
        "xlsx, 计划.docx, .xlsx",
        "xls, 计划.xlsx, .xls",
        "pdf, 计划.docx, .pdf",
        "html, 计划.xlsx, .html",
        "html, 计划.docx, .html",
        "txt, 计划.xlsx, .txt",
        "txt, 计划.pdf, .txt",
        "txt, 计划.rtf, .txt",
    })
    void aNameThatSaysSomethingElseIsRefusedWithTheNameItShouldHave(String content, String name, String right) {
        assertThatThrownBy(() -> read(name, content(content)))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.WRONG_NAME);
                    assertThat(refusal.arguments())
                            .containsExactly(name.substring(name.indexOf('.')).toLowerCase(), right);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "xlsx, 计划.xlsx",
        "xlsx, 计划.XLSX",
        "xlsx, 计划",
        "xlsx, 计划2031.4.1稿",
        "html, 计划.htm",
        "html, 计划.txt",
        "txt, 计划.csv",
        "txt, 计划.html",
    })
    void namesThatFitOrSayNothingAreTaken(String content, String name) throws IOException {
        assertThat(read(name, content(content)).rows()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"计划.xls", "计划.doc"})
    void pagesAndTextsThatOldSystemsExportUnderOldNamesAreTaken(String name) throws IOException {
        assertThat(read(name, content("html")).rows()).hasSize(1);
        assertThat(read(name, content("txt")).rows()).hasSize(1);
    }

    @Test
    void macrosAreNamedBeforeTheWrongName() {
        byte[] macros = Workbooks.rewritten(
                Workbooks.resultList(), parts -> parts.put("xl/vbaProject.bin", new byte[] {1, 2, 3}));

        assertThatThrownBy(() -> read("计划.docx", macros))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.MACROS));
    }

    private static ReadDocument read(String name, byte[] file) throws IOException {
        return new TableReader(UnitDirectory.EMPTY).readAny(name, new ByteArrayInputStream(file));
    }

    private static byte[] content(String kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        switch (kind) {
            case "xlsx" -> bytes.writeBytes(Workbooks.resultList());
            case "xls" -> {
                try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                    Workbooks.fill(
                            workbook.createSheet(), PLAN.replace('\t', '|').split("\n"));
                    workbook.write(bytes);
                }
            }
            case "docx" -> {
                try (XWPFDocument document = new XWPFDocument()) {
                    document.createParagraph().createRun().setText("2031年重点工作任务");
                    document.write(bytes);
                }
            }
            case "pdf" -> bytes.writeBytes("%PDF-1.4\n".getBytes(StandardCharsets.UTF_8));
            case "html" -> bytes.writeBytes(PAGE.getBytes(StandardCharsets.UTF_8));
            default -> bytes.writeBytes(PLAN.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
