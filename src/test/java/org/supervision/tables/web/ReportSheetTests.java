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
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.CurrentUsers;
import org.supervision.keytask.IndicatorProposals;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleViews;
import org.supervision.shared.DomainException;
import org.supervision.shared.Lamp;
import org.supervision.tables.ReportSheets;
import org.supervision.tables.ReportSheets.Taken;
import org.supervision.tables.SheetLine;

/** A liaison reports several key tasks from one sheet. */
@ApplicationTest
class ReportSheetTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private ReportSheets sheets;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private CycleViews cycles;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private Portal portal;

    @Autowired
    private PortalPages pages;

    private TestCity city;
    private String round;

    @BeforeEach
    void aLiaisonOwesThreeReports() {
        city = cities.create();
        for (int number = 1; number <= 3; number++) {
            cities.keyTask(city, number);
        }
        round = cities.openFirstQuarter(city);
    }

    @Test
    void theSheetAsksForEveryOpenReportAndLocksWhatIsAsked() throws IOException {
        cities.complete(
                city.liaison(0), round + "-2", "progress-report", Map.of("verdict", "DONE", "progress", "完成选址。"));
        try (XSSFWorkbook workbook = open(file())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("建成第1号公园");
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).isEqualTo("完成选址");
            assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).isEqualTo("3");
            assertThat(sheet.getProtect()).isTrue();
            assertThat(sheet.getRow(2).getCell(1).getCellStyle().getLocked()).isTrue();
            assertThat(sheet.getRow(2).getCell(4).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getDataValidations()).singleElement().satisfies(list -> assertThat(
                            list.getValidationConstraint().getExplicitListValues())
                    .hasSize(4));
            assertThat(sheet.isColumnHidden(7)).isTrue();
        }
    }

    @Test
    void whatIsFilledInBecomesDraftsAndIsSubmittedTogether() throws IOException {
        Taken taken = take(filled(Map.of(2, "=完成选址，并开工。", 3, "完成选址。\n已公示。")));
        assertThat(taken.drafted())
                .as("a row without an answer leaves its draft")
                .isEqualTo(2);
        assertThat(lines()).extracting(SheetLine::isFilled).containsExactly(true, true, false);
        assertThat(lines().get(0).values()).containsEntry("verdict", "DONE").containsEntry("progress", "=完成选址，并开工。");
        assertThat(lines().get(1).values()).containsEntry("progress", "完成选址。\n已公示。");

        Page page = portal.signIn(city.liaison(0)).open("/rounds/" + round).follow("a[href$=/report-sheet]");
        assertThat(page.content().select("#reports input[type=checkbox]")).hasSize(2);
        Page submitted = page.submit(
                "#reports",
                Map.of(
                        "report",
                        page.content()
                                .select("#reports input[type=checkbox]")
                                .get(0)
                                .val()));
        assertThat(submitted.text(".flash")).contains("已提交");
        assertThat(cities.kindsWaitingFor(city.leader(0), round + "-1")).containsExactly("unit-review");
    }

    @Test
    void submitsAllOrNone() throws IOException {
        take(filled(Map.of(2, "完成选址。")));
        List<String> all = lines().stream().map(SheetLine::workItemId).toList();
        DomainException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                DomainException.class, () -> cities.as(city.liaison(0), () -> sheets.submit(round, all, Map.of())));
        assertThat(refused.code()).isEqualTo("tables.sheet.refused");
        assertThat(refused.arguments()).contains(2);
        assertThat(lines()).hasSize(3);
        assertThat(cities.kindsWaitingFor(city.leader(0), round + "-1")).isEmpty();
    }

    @Test
    void leavesAloneWhatIsSubmittedAlreadyAndRefusesOtherFiles() throws IOException {
        byte[] sheet = filled(Map.of(2, "完成选址。"));
        cities.complete(city.liaison(0), round + "-1", "progress-report", Map.of("verdict", "DONE", "progress", "另报。"));
        Taken taken = take(sheet);
        assertThat(taken.drafted()).isZero();
        assertThat(taken.unknown()).containsExactly("1 建成第1号公园");
        try (XSSFWorkbook empty = new XSSFWorkbook()) {
            empty.createSheet().createRow(0).createCell(0).setCellValue("别的表");
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    DomainException.class, () -> take(bytes(empty)))
                            .fieldErrors())
                    .extracting(DomainException.FieldError::code)
                    .containsExactly("tables.sheet.none");
        }
    }

    @Test
    void aPartIsOnTheSheetOfThePartner() throws IOException {
        cities.keyTask(city, 4, 1);
        String next = cities.openRound(city, 2);
        String waiting = "另有 1 项还在等配合单位填报，现在不能填：第 4 项";
        assertThat(pages.get(city.liaison(0), "/rounds/{id}/report-sheet", next).text())
                .contains(waiting);
        try (XSSFWorkbook workbook = open(cities.as(city.liaison(0), () -> sheets.write(next)))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .containsPattern("\\n.* 4\\. ");
        }
        try (XSSFWorkbook workbook = open(cities.as(city.liaison(1), () -> sheets.write(next)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("4");
            assertThat(sheet.getRow(2).getCell(3).getCellStyle().getLocked()).isTrue();
            sheet.getRow(2).getCell(4).setCellValue("提供了场地。");
            byte[] filled = bytes(workbook);
            Taken taken = cities.as(city.liaison(1), () -> take(next, filled));
            assertThat(taken.drafted()).isEqualTo(1);
        }
        cities.as(city.liaison(1), () -> {
            SheetLine part = sheets.lines(next).get(0);
            assertThat(part.isFilled()).isTrue();
            return sheets.submit(next, List.of(part.workItemId()), Map.of());
        });
        assertThat(cities.kindsWaitingFor(city.liaison(0), next + "-4")).containsExactly("progress-report");
    }

    @Test
    void valuesOfIndicatorsHaveASheetOfTheirOwn() throws IOException {
        String keyTask = KeyTask.id(city.code(), 2024, 2);
        keyTasks.save(keyTasks.get(keyTask).withGoal("新建口袋公园12个以上"));
        cities.as(
                city.officer(),
                () -> proposals.confirm(
                        keyTask, proposals.of(List.of(keyTask)).get(0).id(), 1, null));
        try (XSSFWorkbook workbook = open(filled(Map.of(3, "建成口袋公园4个。")))) {
            XSSFSheet values = workbook.getSheetAt(1);
            assertThat(values.getLastRowNum()).isEqualTo(2);
            assertThat(values.getRow(2).getCell(2).getStringCellValue()).isEqualTo("新建口袋公园");
            assertThat(values.getRow(2).getCell(5).getStringCellValue()).isEqualTo("≥12");
            values.getRow(2).getCell(3).setCellValue("四");
            assertThat(take(bytes(workbook)).misread())
                    .singleElement()
                    .asString()
                    .contains("四");
            values.getRow(2).getCell(3).setCellValue(4.5);
            assertThat(take(bytes(workbook)).drafted()).isEqualTo(1);
        }
        SheetLine line = lines().get(1);
        assertThat(line.drafted().values()).containsExactly("4.5");
        cities.as(city.liaison(0), () -> sheets.submit(round, List.of(line.workItemId()), Map.of()));
        assertThat(cities.as(city.liaison(0), () -> cycles.detail(line.cycleId(), currentUsers.required()))
                        .reports()
                        .get(0)
                        .lamp())
                .isEqualTo(Lamp.ON_TRACK);
    }

    @Test
    void aVerdictThatCannotBeChosenIsNamedAndTheRestTaken() throws IOException {
        try (XSSFWorkbook workbook = open(filled(Map.of(2, "完成选址。")))) {
            workbook.getSheetAt(0).getRow(2).getCell(3).setCellValue("良好");
            Taken taken = take(bytes(workbook));
            assertThat(taken.drafted()).isEqualTo(1);
            assertThat(taken.misread()).singleElement().asString().contains("1", "良好");
        }
        assertThat(lines().get(0).values()).containsEntry("progress", "完成选址。");
    }

    @Test
    void aFormulaWithoutAResultIsNamedAndTheRestTaken() throws IOException {
        try (XSSFWorkbook workbook = open(filled(Map.of(2, "完成选址。", 3, "已开工。")))) {
            workbook.getSheetAt(0).getRow(3).getCell(4).setBlank();
            workbook.getSheetAt(0).getRow(3).getCell(4).setCellFormula("B4&\"完成\"");
            workbook.getSheetAt(0).getRow(2).getCell(5).setCellValue("缺少用地指标");
            Taken taken = take(bytes(workbook));
            assertThat(taken.misread()).singleElement().asString().contains("row 4, column 5", "=B4&");
        }
        assertThat(lines().get(1).values()).containsEntry("progress", "");
        assertThat(pages.get(city.liaison(0), "/rounds/{id}/report-sheet", round)
                        .select("#reports")
                        .text())
                .contains("存在问题 缺少用地指标");
    }

    @Test
    void whatIsTooLongForTheFormIsNamedAndNotTaken() throws IOException {
        Taken taken = take(filled(Map.of(2, "长".repeat(20_001), 3, "完成选址。")));

        assertThat(taken.drafted()).isEqualTo(1);
        assertThat(taken.misread()).singleElement().asString().contains("1", "20,000");
        assertThat(lines().get(0).values()).containsEntry("progress", "");
    }

    @Test
    void onlyLiaisonsHaveASheetAndOnlyOfTheirCity() {
        assertThat(pages.status(city.leader(0), "/rounds/{id}/report-sheet", round))
                .isEqualTo(403);
        assertThat(pages.status(city.officer(), "/rounds/{id}/report-sheet/file.xlsx", round))
                .isEqualTo(403);
        assertThat(pages.status(cities.create().liaison(0), "/rounds/{id}/report-sheet", round))
                .isEqualTo(404);
        assertThat(pages.get(city.liaison(1), "/rounds/{id}/report-sheet", round)
                        .text())
                .contains("没有待填报的项");
    }

    private List<SheetLine> lines() {
        return cities.as(city.liaison(0), () -> sheets.lines(round));
    }

    private byte[] file() {
        return cities.as(city.liaison(0), () -> sheets.write(round));
    }

    private Taken take(byte[] sheet) {
        return cities.as(city.liaison(0), () -> take(round, sheet));
    }

    private Taken take(String into, byte[] sheet) {
        try {
            return sheets.take(into, new ByteArrayInputStream(sheet));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** @param progress by the row of the sheet, counted from 0; each gets the first verdict of the list */
    private byte[] filled(Map<Integer, String> progress) throws IOException {
        try (XSSFWorkbook workbook = open(file())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            String verdict =
                    sheet.getDataValidations().get(0).getValidationConstraint().getExplicitListValues()[0];
            progress.forEach((row, text) -> {
                sheet.getRow(row).getCell(3).setCellValue(verdict);
                sheet.getRow(row).getCell(4).setCellValue(text);
            });
            return bytes(workbook);
        }
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }
}
