package org.supervision.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.audit.TrailSeals;

/** The trail as a file: with values for the chief, without for the auditor, nothing a spreadsheet would calculate. */
@ApplicationTest
class AuditExportTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private TrailSeals seals;

    private TestCity city;

    @BeforeEach
    void letTheChiefEnterAUnit() {
        city = cities.create();
        pages.post(city.chief(), "/units", Map.of("name", "市四局"));
    }

    @Test
    void theChiefTakesTheCitysTrailWithValuesAndSeals() throws Exception {
        seals.all();
        MockHttpServletResponse response = pages.response(city.chief(), "/audit/export.csv");

        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment");
        List<CSVRecord> rows = rows(response);
        assertThat(rows.get(0).toList()).startsWith("编号", "政府", "时间").endsWith("链上位置", "封存算法", "封存校验值", "封存原文", "来源地址");
        assertThat(rows.subList(1, rows.size())).allSatisfy(row -> {
            assertThat(row.get(1)).isEqualTo(city.code());
            assertThat(row.get(10)).isEqualTo("SHA-256");
            assertThat(row.get(11)).hasSize(64);
        });
        CSVRecord unit = rows.get(rows.size() - 1);
        assertThat(unit.get(3)).isEqualTo(city.chief());
        assertThat(unit.get(5)).isEqualTo("新增单位");
        assertThat(unit.get(7)).isEqualTo(city.code() + "-u004");
        assertThat(unit.get(8)).isEqualTo("名称:  → 市四局");
    }

    @Test
    void theAuditorTakesItWithoutTextsAndBeforeItIsSealed() throws Exception {
        List<CSVRecord> rows = rows(pages.response("auditor", "/audit/export.csv?actor={chief}", city.chief()));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).get(8)).isEqualTo("名称");
        assertThat(rows.get(1).get(9)).isEmpty();
        assertThat(rows.get(1).toString()).doesNotContain("市四局");
    }

    /** As the operator's manual describes it, by nothing but what is in the file. */
    @Test
    void aThirdPartyComputesTheHashesFromTheFileAlone() throws Exception {
        seals.all();
        List<CSVRecord> rows = rows(pages.response(city.chief(), "/audit/export.csv"));
        String before = "";
        for (CSVRecord row : rows.subList(1, rows.size())) {
            MessageDigest digest = MessageDigest.getInstance(row.get(10));
            JsonNode fields = new ObjectMapper().readTree(row.get(12));
            assertThat(fields.get(0).asText()).isEqualTo(before);
            assertThat(fields.get(2).asText()).isEqualTo(row.get(9));
            assertThat(fields.get(4).asText()).isEqualTo(row.get(0));
            for (JsonNode field : fields) {
                byte[] text = field.isNull() ? new byte[0] : field.asText().getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4)
                        .putInt(field.isNull() ? -1 : text.length)
                        .array());
                digest.update(text);
            }
            before = HexFormat.of().formatHex(digest.digest());
            assertThat(before).isEqualTo(row.get(11));
        }
        assertThat(before).hasSize(64);
    }

    @Test
    void whoSeesNoTextsGetsNoneInTheSealedFields() throws Exception {
        seals.all();
        List<CSVRecord> rows = rows(pages.response("auditor", "/audit/export.csv?actor={chief}", city.chief()));

        assertThat(rows.get(1).get(11)).hasSize(64);
        assertThat(rows.get(1).get(12)).isEmpty();
    }

    @Test
    void nothingIsAFormula() throws Exception {
        pages.post(
                city.chief(),
                "/units/{unit}/aliases",
                Map.of("alias", "=HYPERLINK(1)"),
                city.units().get(0));

        assertThat(rows(pages.response(city.chief(), "/audit/export.csv")))
                .allSatisfy(row -> assertThat(row.toList()).noneMatch(cell -> cell.matches("(?s)[=+@-].*")));
    }

    @Test
    void nobodyElseTakesIt() {
        for (String username : new String[] {city.officer(), city.mayor(), city.leader(0), "sysadmin", "secadmin"}) {
            assertThat(pages.status(username, "/audit/export.csv")).as(username).isEqualTo(403);
            assertThat(pages.status(username, "/api/v1/audit-entries/export.csv"))
                    .as(username)
                    .isEqualTo(403);
        }
    }

    private static List<CSVRecord> rows(MockHttpServletResponse response) throws Exception {
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        return CSVFormat.EXCEL.parse(new StringReader(text.substring(1))).getRecords();
    }
}
