package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supervision.tables.LargeLedger;

/** Files made to exhaust who reads them, in a process with 256 MB: each is refused within two seconds. */
class HostileFileTests {

    private static final int SOON = 2_000;
    private static final int CENTRAL_DIRECTORY_ENTRY = 0x02014b50;
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String HEADER = "序号\t目标任务\t牵头单位\t工作进展\n";

    @TempDir
    private Path folder;

    @Test
    void everyFileIsRefusedSoonAndInLittleMemory() throws Exception {
        Map<String, byte[]> files = files();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }

        List<String> ends = run();

        assertThat(ends).hasSameSizeAs(files.keySet()).allSatisfy(end -> {
            String[] words = end.split(" ");
            assertThat(words[1]).as(end).isEqualTo(words[0].startsWith("sound") ? "read" : "refused");
            assertThat(words[0].contains("large") ? 0 : Integer.parseInt(words[3]))
                    .as(end)
                    .isLessThan(SOON);
        });
    }

    private List<String> run() throws IOException, InterruptedException {
        Path output = folder.resolveSibling(folder.getFileName() + ".out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileFileReader.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        List<String> lines = Files.readAllLines(output);
        Files.delete(output);
        List<String> ends = lines.stream()
                .filter(line -> line.matches("\\S+ (read|refused) \\S+ \\d+"))
                .toList();
        assertThat(exit).as(String.join("\n", lines)).isZero();
        return ends;
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] workbook = Workbooks.resultList();
        byte[] bomb = Workbooks.rewritten(workbook, parts -> parts.put("xl/media/image1.png", new byte[30 << 20]));
        files.put("sound.xlsx", workbook);
        files.put("sound.txt", text(HEADER + "1\t修建两座水库\t市水利局\t已开工\n"));
        files.put(
                "sound.html",
                text("<html><table><tr><td>序号<td>目标任务<td>牵头单位<td>工作进展</tr>"
                        + "<tr><td>1<td>种树<td>市林业局<td>完成</tr></table></html>"));
        files.put("sound-large.xlsx", LargeLedger.results(10_000));
        files.put("warm.pdf", PdfRefusalTests.content("BT /F 9 Tf (x) Tj ET 0 0 9 9 re S"));
        files.put("warm.xls", CompoundFiles.of("Workbook", new byte[5000]));
        files.put("warm.doc", CompoundFiles.of("WordDocument", new byte[5000]));
        files.put("bomb.pdf", PdfRefusalTests.content(" ".repeat(80 << 20)));
        files.put("lines.pdf", PdfRefusalTests.content("0 0 m 9 9 l S ".repeat(500_000)));
        files.put("structures.pdf", PdfRefusalTests.content("[] ".repeat(5_000_000)));
        files.put("calls-itself.pdf", PdfRefusalTests.callingItself());
        files.put("cells.xls", CompoundFiles.of("Workbook", records(0x0203, 14, 900_000)));
        files.put("blanks.xls", CompoundFiles.of("Workbook", records(0x00BE, 8_000, 2_000)));
        files.put("texts.xls", CompoundFiles.of("Workbook", records(0x00FC, 8_224, 2_000)));
        files.put("bytes.xls", CompoundFiles.of("Workbook", new byte[15 << 20]));
        files.put("long.doc", CompoundFiles.of("WordDocument", new byte[9 << 20]));
        files.put("bytes.doc", CompoundFiles.of("WordDocument", noise(7 << 20)));
        files.put("truncated.xlsx", Arrays.copyOf(workbook, workbook.length - 100));
        files.put("macros.xlsx", Workbooks.rewritten(workbook, parts -> parts.put("xl/vbaProject.bin", new byte[9])));
        files.put("entity.xlsx", declaring("<!ENTITY e SYSTEM \"file:///dev/zero\">"));
        files.put("expansion.xlsx", declaring(expansion()));
        files.put("markup-bomb.xlsx", sheet(" ".repeat(70 << 20)));
        files.put("one-text-everywhere.xlsx", oneTextEverywhere());
        files.put("bomb.xlsx", bomb);
        files.put("lying-bomb.xlsx", lying(bomb));
        files.put("columns.xlsx", sheet("<row r=\"9\">" + cells(1_000_000) + "</row>"));
        files.put("rows.xlsx", sheet(("<row>" + cells(1) + "</row>").repeat(1_000_000)));
        files.put("elements.xlsx", sheet("<row/>".repeat(5_000_000)));
        files.put("merges.xlsx", merged(workbook));
        files.put("cells.docx", body("<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>".repeat(1_000_000) + "</w:tr></w:tbl>"));
        files.put("deep.docx", body(nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 20_000)));
        files.put("columns.html", text("<html><table><tr>" + "<td>x</td>".repeat(1_000_000) + "</tr></table></html>"));
        files.put("cells.html", text("<html><table><tr>" + "<td>x</td>".repeat(95_000) + "</tr></table></html>"));
        files.put("tags.html", text("<html>" + "<b>x</b>".repeat(349_000) + "</html>"));
        files.put("breaks.html", text("<html><table><tr><td>" + "x<br>".repeat(690_000) + "</table></html>"));
        files.put("deep.html", text("<html>" + "<div>".repeat(150_000) + "x</html>"));
        files.put("deep-unknown.html", text("<html>" + "<x>".repeat(150_000) + "x</html>"));
        files.put(
                "deep-tables.html",
                text("<html>" + nested("<table><tr><td>", "</td></tr></table>", 50_000) + "</html>"));
        files.put("columns.txt", text("x\t".repeat(1_000_000) + "\n" + HEADER.repeat(100)));
        files.put("lines.txt", text("1\n".repeat(5_000_000)));
        files.put("long-line.txt", text("1. （牵头单位：".repeat(500_000)));
        files.put("columns.csv", text("序号,目标任务,牵头单位,工作进展" + ",x".repeat(1_000_000) + "\n"));
        files.put("picture.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        files.put("empty.docx", new byte[0]);
        return files;
    }

    /** Records of one kind, one behind the other, as a stream of an old workbook. */
    private static byte[] records(int kind, int size, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count * (4 + size)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            bytes.putShort((short) kind).putShort((short) size).position((i + 1) * (4 + size));
        }
        return bytes.array();
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(20240430).nextBytes(noise);
        return noise;
    }

    private static byte[] declaring(String declarations) {
        return Workbooks.rewritten(
                Workbooks.resultList(),
                parts -> parts.computeIfPresent(
                        SHEET,
                        (name, part) -> Workbooks.replace(
                                part, "<worksheet", "<!DOCTYPE x [" + declarations + "]><worksheet")));
    }

    private static String expansion() {
        StringBuilder entities = new StringBuilder("<!ENTITY e0 \"laugh\">");
        for (int i = 1; i < 12; i++) {
            entities.append(
                    "<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
        }
        return entities.toString();
    }

    /** A long text that is kept once and stands in very many cells. */
    private static byte[] oneTextEverywhere() {
        String cells = ("<row>" + "<c t=\"s\"><v>0</v></c>".repeat(100) + "</row>").repeat(2_000);
        return Workbooks.rewritten(
                sheet(cells),
                parts -> parts.computeIfPresent(
                        "xl/sharedStrings.xml",
                        (name, part) -> text("<sst><si><t>" + "a  b".repeat(1_000_000) + "</t></si></sst>")));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Cells that do not pack well: a denser part would be refused for that alone. */
    private static String cells(int count) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < count; i++) {
            cells.append("<c t=\"str\"><v>").append(i * 2654435761L).append("</v></c>");
        }
        return cells.toString();
    }

    private static String nested(String open, String close, int depth) {
        return open.repeat(depth) + "x" + close.repeat(depth);
    }

    private static byte[] sheet(String rows) {
        return Workbooks.rewritten(
                Workbooks.resultList(),
                parts -> parts.computeIfPresent(
                        SHEET, (name, part) -> Workbooks.replace(part, "<sheetData>", "<sheetData>" + rows)));
    }

    private static byte[] merged(byte[] workbook) {
        String merges = "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(10_000);
        return Workbooks.rewritten(
                workbook,
                parts -> parts.computeIfPresent(
                        SHEET,
                        (name, part) -> Workbooks.replace(
                                part, "</sheetData>", "</sheetData><mergeCells>" + merges + "</mergeCells>")));
    }

    private static byte[] body(String content) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("here");
            document.write(bytes);
            return Workbooks.rewritten(
                    bytes.toByteArray(),
                    parts -> parts.computeIfPresent(
                            "word/document.xml",
                            (name, part) -> Workbooks.replace(part, "<w:body>", "<w:body>" + content)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with directory entries that call every part one byte long. */
    private static byte[] lying(byte[] zip) {
        byte[] lying = zip.clone();
        ByteBuffer bytes = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < lying.length - 28; at++) {
            if (bytes.getInt(at) == CENTRAL_DIRECTORY_ENTRY) {
                bytes.putInt(at + 24, 1);
            }
        }
        return lying;
    }
}
