package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.AgreedIndicators;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SubItem;
import org.supervision.keytask.SubItems;
import org.supervision.tables.ReportSheets;
import org.supervision.tables.ReportSheets.Taken;
import org.supervision.tables.SheetLine;

/** What units carry of a split target is asked for on the report sheet, too. */
@ApplicationTest
class SplitReportSheetTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private SubItems subItems;

    @Autowired
    private ReportSheets sheets;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private String keyTask;
    private String round;

    @BeforeEach
    void aTargetIsSplit() {
        city = cities.create();
        keyTask = cities.keyTask(city, 1, 1).id();
        keyTasks.save(keyTasks.get(keyTask).withGoal("改造农户260户"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        keyTask, proposals.of(List.of(keyTask)).get(0).id(), 1, null));
        long indicator = agreed.of(keyTask).get(0).id();
        cities.as(city.officer(), () -> {
            subItems.add(
                    keyTask, new SubItems.Terms("城区农户", city.units().get(0), indicator, new java.math.BigDecimal(100)));
            subItems.distribute(keyTask, indicator);
            return null;
        });
        round = cities.openFirstQuarter(city);
    }

    @Test
    void theUnitFillsInItsShareAndTheLeadItsOwn() throws IOException {
        fill(1, Map.of("市二局", "40"), "已改造40户。");
        SheetLine part = lines(1).get(0);
        assertThat(part.draftedParts().values()).containsExactly("40");
        assertThat(pages.get(city.liaison(1), "/rounds/{id}/report-sheet", round)
                        .select("#reports")
                        .text())
                .contains("承担的分项：市二局", "40");
        cities.as(city.liaison(1), () -> sheets.submit(round, List.of(part.workItemId()), Map.of()));

        fill(0, Map.of("城区农户", "25", "改造农户", "65"), "已改造65户。");
        SheetLine report = lines(0).get(0);
        assertThat(report.doubts()).isEmpty();
        cities.as(city.liaison(0), () -> sheets.submit(round, List.of(report.workItemId()), Map.of()));

        assertThat(rest.get(city.officer(), "/cycles/{id}", round + "-1")
                        .getBody()
                        .at("/reports/0/indicators/0/rollUp/sum")
                        .asInt())
                .isEqualTo(65);
        assertThat(subItems.of(keyTask)).extracting(SubItem::name).containsExactly("城区农户", "市二局");
    }

    private List<SheetLine> lines(int unit) {
        return cities.as(city.liaison(unit), () -> sheets.lines(round));
    }

    /** @param values by the end of the words in the column of the indicator */
    private void fill(int unit, Map<String, String> values, String progress) throws IOException {
        byte[] file = cities.as(city.liaison(unit), () -> sheets.write(round));
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.getSheetAt(0).getRow(2).getCell(4).setCellValue(progress);
            if (unit == 0) {
                workbook.getSheetAt(0)
                        .getRow(2)
                        .getCell(3)
                        .setCellValue(workbook.getSheetAt(0)
                                .getDataValidations()
                                .get(0)
                                .getValidationConstraint()
                                .getExplicitListValues()[2]);
            }
            XSSFSheet sheet = workbook.getSheetAt(1);
            for (int row = 2; row <= sheet.getLastRowNum(); row++) {
                String what = sheet.getRow(row).getCell(2).getStringCellValue();
                String value = values.entrySet().stream()
                        .filter(entry -> what.endsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow();
                sheet.getRow(row).getCell(3).setCellValue(value);
            }
            assertThat(sheet.getLastRowNum()).isEqualTo(1 + values.size());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            Taken taken = cities.as(city.liaison(unit), () -> take(bytes.toByteArray()));
            assertThat(taken.drafted()).isEqualTo(1);
            assertThat(taken.misread()).isEmpty();
        }
    }

    private Taken take(byte[] sheet) {
        try {
            return sheets.take(round, new ByteArrayInputStream(sheet));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
