package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.supervision.workflow.Caller;

/** What a file may do to its reader. */
final class FilesProbes {

    private static final String SECRET = "kept on the server";
    private static final String FORMULA = "=HYPERLINK(\"https://evil.example/\",\"建成公园\")";

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "A process diagram shows a file of the server",
                    "an XML parser follows external entities unless it is told not to",
                    plain -> assertThat(xml(plain, Models.withEntity("xxe", external(), "&x;")))
                            .contains(SECRET),
                    ours -> {
                        for (String diagram : List.of(
                                Models.withEntity("xxe", external(), "&x;"),
                                Models.withEntity("xxe", remote(), "text"))) {
                            assertThat(ours.refusesToDeploy("xxe.bpmn", diagram))
                                    .hasMessageContaining("DOCTYPE is disallowed")
                                    .hasMessageNotContaining(SECRET);
                            refused(ours, "xxe.bpmn", OurApplication.bytes(diagram));
                        }
                    }),
            new Probe(
                    "A decision table shows a file of the server",
                    "the same parser reads it",
                    plain -> assertThat(xml(plain, Models.decision(external(), "&x;")))
                            .contains(SECRET),
                    ours -> {
                        String table = Models.decision(external(), "&x;");
                        assertThat(ours.refusesToDeploy("xxe.dmn", table)).hasMessageNotContaining(SECRET);
                        refused(ours, "xxe.dmn", OurApplication.bytes(table));
                    }),
            new Probe(
                    "An office file shows a file of the server",
                    "its parts are XML, read by the same parser",
                    plain -> assertThat(
                                    office(plain, workbook(external(), "&x;")).toString())
                            .contains(SECRET),
                    ours -> {
                        refused(ours, "xxe.xlsx", workbook(external(), "&x;"));
                        refused(ours, "xxe.docx", document(external(), "&x;"));
                        refused(ours, "xxe.ods", spreadsheet(external(), "&x;"));
                        refused(ours, "xxe.xlsx", workbook(remote(), "x"));
                    }),
            new Probe(
                    "A few kilobytes of entities become megabytes",
                    "an entity is put in wherever it is named",
                    plain -> assertThat(office(plain, workbook(swelling(), "&x;".repeat(3_000)))
                                    .at("/xl~1sharedStrings.xml")
                                    .asText())
                            .hasSizeGreaterThan(17_000_000),
                    ours -> {
                        byte[] file = workbook(swelling(), "&x;".repeat(3_000));
                        assertThat(file).hasSizeLessThan(10_000);
                        soonRefused(ours, "swelling.xlsx", file);
                        soonRefused(ours, "swelling.docx", document(swelling(), "&x;".repeat(3_000)));
                        assertThat(ours.refusesToDeploy(
                                        "swelling.bpmn",
                                        Models.withEntity("swelling", swelling(), "&x;".repeat(3_000))))
                                .hasMessageContaining("DOCTYPE is disallowed");
                    }),
            new Probe(
                    "A zip bomb goes off",
                    "parts are inflated however long they become",
                    plain -> assertThat(office(plain, bomb(60))
                                    .at("/xl~1worksheets~1sheet2.bin bytes")
                                    .asLong())
                            .isEqualTo(60L << 20),
                    ours -> {
                        byte[] file = bomb(300);
                        assertThat(file).hasSizeLessThan(1 << 20);
                        soonRefused(ours, "bomb.xlsx", file);
                        soonRefused(ours, "bomb.docx", file);
                    }),
            new Probe(
                    "A text becomes a formula in the table that is taken out",
                    "a spreadsheet takes for a formula what begins like one",
                    plain -> assertThat(plain.anybody()
                                    .get("/naive/table.csv?goal=" + RequestProbes.encoded(FORMULA))
                                    .body()
                                    .lines()
                                    .skip(1))
                            .containsExactly("1," + FORMULA),
                    ours -> {
                        Caller officer = ours.rest(ours.home().officer());
                        String table = "2031年重点工作任务\n序号\t目标任务\t责任单位\n1\t" + FORMULA + "\t市一局\n2\t+1+cmd\t市一局\n";
                        JsonNode read = Caller.read(
                                Multipart.file("file", "plan.txt", table).sendTo(officer, "/api/v1/imports"));
                        HttpResponse<String> confirmed = officer.post(
                                "/api/v1/imports/" + read.at("/id").asText() + "/confirmation",
                                Map.of("acceptNewUnits", true));
                        assertThat(confirmed.statusCode())
                                .as(read + confirmed.body())
                                .isBetween(200, 204);

                        String csv =
                                ours.officer().get("/key-tasks/plans/2031.csv").body();
                        assertThat(csv).contains("HYPERLINK").doesNotContainPattern("(?m)(^|,)\"?[=+@]");
                        assertThat(formulas(ours)).isEmpty();
                    }));

    private FilesProbes() {}

    private static String xml(PlainApplication plain, String xml) {
        return sent(plain, "/naive/xml", OurApplication.bytes(xml)).body();
    }

    private static JsonNode office(PlainApplication plain, byte[] file) {
        return Caller.read(sent(plain, "/naive/office-files", file));
    }

    private static HttpResponse<String> sent(PlainApplication plain, String path, byte[] content) {
        Caller caller = plain.anybody();
        return caller.exchange(caller.request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private static void refused(OurApplication ours, String name, byte[] content) {
        HttpResponse<String> answer = new Multipart("file", name, content, Map.of("year", "2024"))
                .sendTo(ours.rest(ours.home().officer()), "/api/v1/imports");
        assertThat(answer.statusCode()).as(name + answer.body()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    private static void soonRefused(OurApplication ours, String name, byte[] content) {
        long start = System.nanoTime();
        refused(ours, name, content);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static String external() {
        try {
            Path secret = Path.of("target/plain/secret").toAbsolutePath();
            Files.writeString(secret, SECRET);
            return "<!DOCTYPE x [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String remote() {
        return "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">";
    }

    private static String swelling() {
        return "<!DOCTYPE x [<!ENTITY x \"" + "x".repeat(6_000) + "\">]>";
    }

    private static byte[] workbook(String documentType, String text) {
        return zip(Map.of(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="bin" ContentType="application/octet-stream"/>
                <Override PartName="/xl/workbook.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                <Override PartName="/xl/sharedStrings.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""",
                "_rels/.rels",
                relations("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml",
                """
                <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>""",
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"),
                "xl/worksheets/sheet1.xml",
                """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>""",
                "xl/sharedStrings.xml",
                documentType
                        + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
                        + text + "</t></si></sst>"));
    }

    private static byte[] document(String documentType, String text) {
        return zip(Map.of(
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""",
                "_rels/.rels",
                relations("officeDocument", "word/document.xml"),
                "word/document.xml",
                documentType
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                        + "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>"));
    }

    private static byte[] spreadsheet(String documentType, String text) {
        return zip(Map.of(
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                documentType
                        + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
                        + text + "</office:document-content>"));
    }

    private static String relations(String... typesAndTargets) {
        StringBuilder relations = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            relations.append(
                    "<Relationship Id=\"r%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\"/>"
                            .formatted(i / 2 + 1, typesAndTargets[i], typesAndTargets[i + 1]));
        }
        return relations.append("</Relationships>").toString();
    }

    /** A workbook with a part of so many megabytes of nothing. */
    private static byte[] bomb(int megabytes) {
        return zip(Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>"), megabytes);
    }

    private static byte[] zip(Map<String, String> parts) {
        return zip(parts, 0);
    }

    private static byte[] zip(Map<String, String> parts, int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> part : new LinkedHashMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            if (megabytes > 0) {
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet2.bin"));
                for (int written = 0; written < megabytes; written++) {
                    zip.write(new byte[1 << 20]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> formulas(OurApplication ours) throws IOException {
        Caller officer = ours.officer();
        byte[] file = officer.bytes("/key-tasks/plans/2031.xlsx");
        List<String> formulas = new java.util.ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach((Cell cell) -> {
                if (cell.getCellType() == CellType.FORMULA) {
                    formulas.add(cell.getCellFormula());
                }
            })));
        }
        return formulas;
    }
}
