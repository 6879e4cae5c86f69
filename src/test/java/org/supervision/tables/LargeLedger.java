package org.supervision.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A workbook as a whole province might keep it: thousands of key tasks, twenty columns, texts of usual length. */
public final class LargeLedger {

    public static final int COLUMNS = 20;
    public static final int YEAR = 2031;

    /** Names of units that need no question. */
    public static final List<String> UNITS = IntStream.range(0, 40)
            .mapToObj(i -> "市" + "水林农商教科财土住交文卫审统".charAt(i % 14) + "甲乙丙".charAt(i / 14) + "局")
            .toList();

    private static final String PLAN =
            "序号|目标任务|牵头单位|配合单位|责任科室|联系电话|第一季度|第二季度|第三季度|第四季度|%s|%s|分管领导|开工时间|总投资|年度投资|累计投资|存在问题|下一步打算|备注";

    private static final List<String> MATTERS = List.of("水库除险加固", "乡村道路改建", "老旧小区整治", "高标准农田", "中小学扩建", "污水管网更新");

    private LargeLedger() {}

    /** The year's plan. */
    public static byte[] plan(int tasks) {
        return write("2031年重点工作任务", PLAN.formatted("审批情况", "用地面积"), tasks);
    }

    /** The plan with what was reached in the second quarter. */
    public static byte[] results(int tasks) {
        return write("2031年二季度重点工作任务完成情况", PLAN.formatted("工作进展", "完成状态"), tasks);
    }

    private static byte[] write(String title, String header, int tasks) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, true, true);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.setZip64Mode(Zip64Mode.Never);
            SXSSFSheet sheet = workbook.createSheet("任务");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            sheet.createRow(0).createCell(0).setCellValue(title);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, COLUMNS - 1));
            fill(sheet.createRow(1), List.of(header.split("\\|")), date);
            for (int number = 1; number <= tasks; number++) {
                fill(sheet.createRow(number + 1), task(number), date);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Row row, List<?> values, CellStyle date) {
        for (int column = 0; column < values.size(); column++) {
            Cell cell = row.createCell(column);
            if (values.get(column) instanceof Number number) {
                cell.setCellValue(number.doubleValue());
                if (number instanceof Long) {
                    cell.setCellStyle(date);
                }
            } else {
                cell.setCellValue((String) values.get(column));
            }
        }
    }

    private static List<Object> task(int number) {
        String matter = MATTERS.get(number % MATTERS.size());
        int size = 10 + number * 7919 % 990;
        String lead = UNITS.get(number % UNITS.size());
        List<Object> values = new ArrayList<>();
        values.add(number);
        values.add("完成第%d号%s工程，年度投资%d万元，惠及群众%d户。".formatted(number, matter, size, size * 3));
        values.add(lead);
        values.add(UNITS.get((number + 7) % UNITS.size()) + "、" + UNITS.get((number + 19) % UNITS.size()));
        values.add("第" + number % 5 + "科");
        values.add("612" + (1000 + number % 9000));
        values.add("完成第%d号%s的立项和选址，编制可行性研究报告。".formatted(number, matter));
        values.add("完成招标并开工，累计完成投资%d万元。".formatted(size / 4));
        values.add("主体工程完成%d%%，同步推进配套设施。".formatted(40 + number % 50));
        values.add("全部完工并通过验收，累计完成投资%d万元。".formatted(size));
        values.add("项目已于5月%d日开工，完成投资%d万元，占年度计划的%d%%。".formatted(1 + number % 28, size / 5, number % 100));
        values.add(number % 9 == 0 ? "滞后" : "按序时推进");
        values.add("分管领导" + number % 8);
        values.add(48_000L + number % 300);
        values.add(size * 2.5);
        values.add(size);
        values.add(size / 5.0);
        values.add(number % 3 == 0 ? "征地进度偏慢，部分管线迁改尚未完成。" : "无");
        values.add("按月调度，第%d号工程每周通报一次。".formatted(number));
        values.add(number % 10 == 0 ? "省级重点" : "");
        return values;
    }
}
