package org.supervision.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.UnitDirectory;
import org.supervision.reporting.Verdict;
import org.supervision.tables.read.Layout;
import org.supervision.tables.read.RowValues;
import org.supervision.tables.read.RowValues.PlannedQuarter;
import org.supervision.tables.read.Texts;
import org.supervision.tables.write.Ledger;
import org.supervision.tables.write.Ledger.LedgerRow;

/** Ledgers by chance, their texts made of whatever a file format, a spreadsheet or a reader of tables may stumble over. */
final class GeneratedLedgers {

    private static final List<String> FRAGMENTS = List.of(
            "修建水库",
            "完成投资12.5亿元",
            "同比增长-3.1%",
            "plain words",
            "=1+1",
            "+8.5%",
            "-2",
            "@SUM(A1:A9)",
            "'=quoted",
            "''+",
            "'",
            "\"",
            "\"\"",
            "“未闭合",
            ",",
            ";",
            "，",
            "|",
            "\\",
            "\\n",
            "<script>alert(1)</script>",
            "<!--",
            "-->",
            "]]>",
            "<!ENTITY x \"y\">",
            "<!DOCTYPE html>",
            "</table></html>",
            "&amp;&#61;&nbsp;",
            "_x0041_",
            "_x005F_",
            "{0}",
            "%s",
            "${7*7}",
            "\t",
            "\n",
            "\r\n",
            "\u0001",
            "\u0007",
            "\u001B[31m",
            "\u0085",
            "\u00A0",
            "\u00AD",
            "\u200B",
            "\u200D",
            "\u200F",
            "\u202E",
            "\u2028",
            "\u3000",
            "\uFEFF",
            "\uFFFE",
            "\uE000",
            "\u0378",
            "\uFFFD",
            "שלום",
            "مرحبا",
            "e\u0301",
            "\uFF1D\uFF11",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "\uD840\uDC00",
            "1.",
            "2.",
            "（1）",
            "①",
            "1、",
            "20240",
            "  ",
            "序号",
            "目标任务",
            "责任单位",
            "第一季度",
            "进度安排",
            "施工图",
            "工作进展",
            "合计",
            "备注：",
            "2030年二季度");

    private static final List<String> UNITS = List.of(
            "市水利局",
            "市机场(空港)公司",
            "团市委",
            "市发展和改革委员会",
            "=市财政局",
            "-市统计局",
            "@市商务局",
            "市<b>数据</b>局",
            "市\"引号\"局",
            "市交通、港航局",
            "市工信局，市科技局联合专班",
            "安 庆 石 化",
            "无为市政府",
            "责任单位管理局",
            "市שלום局",
            "市\uD840\uDC00局",
            "'市审计局");

    /** Where cells are not merged, a row with nothing but these reads as the header once more. */
    private static final Set<String> HEADS = Set.of("第一季度", "进度安排", "施工图");

    /** In the cell of a quarter it says that nothing is planned. */
    private static final Pattern SIGN = Pattern.compile("\\\\{1,4}");

    private static final List<String> NOT_REPORTED = List.of("未报送", "已报送、未通过审核", "中止");

    private static final String GROUP = "相关县（市、区）政府";

    static final int YEAR = 2031;

    private final Random random;

    GeneratedLedgers(long seed) {
        this.random = new Random(seed);
    }

    static List<OrgUnit> units(String government) {
        return IntStream.range(0, UNITS.size())
                .mapToObj(
                        i -> new OrgUnit("%s-u%03d".formatted(government, i + 1), government, UNITS.get(i), List.of()))
                .toList();
    }

    static UnitDirectory directory(String government) {
        return new UnitDirectory(Stream.concat(
                        units(government).stream()
                                .map(unit -> new UnitDirectory.Entry(unit.name(), List.of(unit.code()), false)),
                        Stream.of(new UnitDirectory.Entry(GROUP, List.of(), true)))
                .toList());
    }

    Ledger next(Layout layout) {
        Set<Integer> numbers = new TreeSet<>();
        int rows = 1 + random.nextInt(5);
        while (numbers.size() < rows) {
            numbers.add(1 + random.nextInt(random.nextInt(20) == 0 ? 99_999 : 40));
        }
        Integer quarter = layout.statesResults() ? 1 + random.nextInt(4) : null;
        return new Ledger(
                layout,
                YEAR,
                quarter,
                quarter == null ? "2031年重点工作任务" : "2031年%s季度重点工作任务完成情况".formatted("一二三四".charAt(quarter - 1)),
                random.nextBoolean() ? "" : "本季有安排 " + rows + " 项 <b>&amp;</b>。",
                numbers.stream().map(number -> row(layout, quarter, number)).toList());
    }

    private LedgerRow row(Layout layout, @Nullable Integer quarter, int number) {
        boolean results = layout.statesResults();
        boolean reported = random.nextInt(5) > 0;
        List<String> units = units();
        return new LedgerRow(
                new RowValues(
                        number,
                        visible(() -> text(12)),
                        units.get(0),
                        units.subList(1, units.size()),
                        results ? null : maybe(() -> text(4)),
                        results ? null : maybe(() -> text(4)),
                        !layout.statesMilestones()
                                ? List.of()
                                : quarters().stream()
                                        .filter(planned -> quarter == null || quarter == planned.quarter())
                                        .toList(),
                        results && reported ? maybe(() -> Verdict.values()[random.nextInt(4)]) : null,
                        !results ? List.of() : reported ? paragraphs() : List.of(NOT_REPORTED.get(random.nextInt(3)))),
                results && random.nextInt(4) == 0 ? paragraphs() : List.of());
    }

    private List<String> units() {
        Set<String> units = new LinkedHashSet<>();
        int count = 1 + random.nextInt(4);
        while (units.size() < count) {
            units.add(UNITS.get(random.nextInt(UNITS.size())));
        }
        if (random.nextInt(5) == 0) {
            units.add(GROUP);
        }
        return List.copyOf(units);
    }

    private List<PlannedQuarter> quarters() {
        return IntStream.rangeClosed(1, 4)
                .filter(quarter -> random.nextInt(3) > 0)
                .mapToObj(quarter -> new PlannedQuarter(
                        quarter,
                        random.nextInt(4) == 0 ? "" : visible(() -> text(10)),
                        random.nextInt(4) == 0 ? List.of() : random.nextBoolean() ? paragraphs() : steps()))
                .filter(quarter ->
                        !quarter.milestone().isBlank() || !quarter.actionSteps().isEmpty())
                .filter(quarter -> !isSign(quarter.milestone()) && !isSign(String.join("", quarter.actionSteps())))
                .toList();
    }

    private static boolean isSign(String cell) {
        return SIGN.matcher(Texts.key(cell)).matches();
    }

    private List<String> steps() {
        return IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(step -> step + ". " + text(8))
                .toList();
    }

    private List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(visible(() -> text(10)));
        while (random.nextInt(3) > 0) {
            paragraphs.add(text(10));
        }
        return paragraphs;
    }

    private String text(int fragments) {
        if (random.nextInt(200) == 0) {
            return random.ints(20_000, 0x4E00, 0x9FA5)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        return random.ints(1 + random.nextInt(fragments), 0, FRAGMENTS.size())
                .mapToObj(FRAGMENTS::get)
                .collect(Collectors.joining(random.nextInt(4) == 0 ? " " : ""));
    }

    private static String visible(Supplier<String> text) {
        return Stream.generate(text)
                .filter(candidate -> !Texts.key(candidate).isEmpty() && !HEADS.contains(Texts.key(candidate)))
                .findFirst()
                .orElseThrow();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
