package org.supervision.tables.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.supervision.shared.WordFile;
import org.supervision.tables.read.FormatCode.Section;

/** Shows numbers and dates of workbooks as an office program with Chinese settings does. */
final class ShownNumbers {

    private static final WordFile FILE = WordFile.load("/tables/number-formats.txt");

    /** Formats that are known by their number only, as they are in Chinese. */
    private static final Map<Integer, String> CHINESE = FILE.section("numbered formats").stream()
            .map(line -> line.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(line -> Integer.valueOf(line[0]), line -> line[1]));

    private static final int SYSTEM_DATE = 31;
    private static final int SYSTEM_TIME = 21;
    /** A number that no format is known by. */
    private static final int CUSTOM = 200;

    private static final String GENERAL = "General";
    /** Whole numbers below are shown as they are. */
    private static final double PLAIN = 1e9;

    private static final Pattern AROUND = Pattern.compile("(\"?)([^\"]*)(\"?)");
    /** Digits of a whole number with texts between them. */
    private static final Pattern PARTED = Pattern.compile("[0#?\"]+");
    /** Each of these behind the last digit divides by a thousand. */
    private static final Pattern SCALE = Pattern.compile("(?<=[0#?])(,+)(?![0#?,])");

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final Map<String, FormatCode> codes = new HashMap<>();
    private final boolean since1904;

    /** @param since1904 whether the workbook counts its days from that year on */
    ShownNumbers(boolean since1904) {
        this.since1904 = since1904;
    }

    /** The code of a format of which nothing is known but its number. */
    static String codeOf(int format) {
        String builtin = BuiltinFormats.getBuiltinFormat(format);
        return CHINESE.getOrDefault(format, builtin == null ? GENERAL : builtin);
    }

    /** The number as it is shown; empty if its format shows what cannot be shown here. */
    Optional<String> show(double value, String code) {
        FormatCode parts = codes.computeIfAbsent(code, FormatCode::of);
        Section section = parts.sectionFor(value);
        if (!section.readable()) {
            return Optional.empty();
        }
        if (section.system() != null) {
            int format = section.system().equals("date") ? SYSTEM_DATE : SYSTEM_TIME;
            return show(value, codeOf(format));
        }
        return section.ofDates() ? date(value, section) : number(value, section, parts.dropsSign(section));
    }

    /** Dates are shown with marks for their literals, which no date contains, and the half of the day behind them. */
    private Optional<String> date(double value, Section section) {
        boolean halved = section.literals().stream().anyMatch(literal -> literal.contains(FormatCode.NOON));
        String code = section.code() + (halved ? " " + FormatCode.NOON : "");
        if (!DateUtil.isValidExcelDate(value) || !DateUtil.isADateFormat(CUSTOM, code)) {
            return Optional.empty();
        }
        String shown = formatter.formatRawCellContents(value, CUSTOM, code, since1904);
        if (!halved) {
            return Optional.of(filled(shown, section.literals()));
        }
        int end = shown.lastIndexOf(' ');
        List<String> literals = section.literals().stream()
                .map(literal -> literal.replace(FormatCode.NOON, shown.substring(end + 1)))
                .toList();
        return Optional.of(filled(shown.substring(0, end), literals));
    }

    private Optional<String> number(double value, Section section, boolean dropsSign) {
        String sign = value < 0 && !dropsSign ? "-" : "";
        Matcher scale = SCALE.matcher(section.code());
        int thousands = scale.find() ? scale.group(1).length() : 0;
        String code = thousands == 0 ? section.code() : scale.replaceFirst("");
        BigDecimal amount = BigDecimal.valueOf(Math.abs(value)).movePointLeft(3 * thousands);
        Matcher around = AROUND.matcher(code);
        if (around.matches()) {
            String shown = around.group(2).isEmpty() ? "" : plain(amount.doubleValue(), around.group(2));
            return Optional.of(sign + filled(around.group(1) + shown + around.group(3), section.literals()));
        }
        return PARTED.matcher(code).matches()
                ? Optional.of(sign + filled(parted(amount, code), section.literals()))
                : Optional.empty();
    }

    private String plain(double value, String code) {
        if (code.equals(String.valueOf(FormatCode.GENERAL))) {
            return general(value);
        }
        return formatter.formatRawCellContents(value, CUSTOM, code, since1904);
    }

    String general(double value) {
        return value == Math.rint(value) && Math.abs(value) < PLAIN
                ? Long.toString((long) value)
                : formatter.formatRawCellContents(value, 0, GENERAL, since1904);
    }

    /** Digits from the last place to the first, what is left in front of it. */
    private static String parted(BigDecimal amount, String code) {
        String digits = amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
        StringBuilder shown = new StringBuilder();
        int left = digits.equals("0") ? 0 : digits.length();
        int first = code.replaceAll("[0#?]", "0").indexOf('0');
        for (int at = code.length() - 1; at >= 0; at--) {
            char sign = code.charAt(at);
            if (sign == FormatCode.MARK) {
                shown.insert(0, sign);
            } else if (at == first && left > 0) {
                shown.insert(0, digits.substring(0, left));
            } else if (left > 0) {
                shown.insert(0, digits.charAt(--left));
            } else if (sign == '0') {
                shown.insert(0, sign);
            }
        }
        return shown.toString();
    }

    private static String filled(String shown, List<String> literals) {
        StringBuilder filled = new StringBuilder();
        int next = 0;
        for (char character : shown.toCharArray()) {
            filled.append(character == FormatCode.MARK ? literals.get(next++) : String.valueOf(character));
        }
        return filled.toString();
    }
}
