package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.jspecify.annotations.Nullable;

/** How the numbers of a workbook are shown. */
final class SheetFormats {

    private static final String GENERAL = "General";
    /** Whole numbers below are shown as they are. */
    private static final double PLAIN = 1e9;

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final boolean since1904;

    /** @param since1904 whether the workbook counts its days from that year on */
    SheetFormats(boolean since1904) {
        this.since1904 = since1904;
    }

    /** @param elements of the part with the styles */
    void read(PartElements elements) throws IOException {
        while (elements.next()) {
            if (elements.begins("numFmt")) {
                formats.put(number(elements.attribute("numFmtId")), elements.attribute("formatCode"));
            } else if (elements.begins("cellXfs")) {
                readStyles(elements);
            }
        }
    }

    private void readStyles(PartElements elements) throws IOException {
        while (elements.next() && !elements.ends("cellXfs")) {
            if (elements.begins("xf")) {
                styles.add(number(elements.attribute("numFmtId")));
            }
        }
    }

    /**
     * The number as it is shown.
     *
     * @param style of the cell, null for none
     */
    String show(String written, @Nullable String style) {
        int index = number(style);
        int format = index < styles.size() ? styles.get(index) : 0;
        if (format == 0 && isPlain(written)) {
            return written;
        }
        double value = Double.parseDouble(written);
        if (format == 0 && value == Math.rint(value) && Math.abs(value) < PLAIN) {
            return Long.toString((long) value);
        }
        String builtin = BuiltinFormats.getBuiltinFormat(format);
        String code = formats.getOrDefault(format, builtin == null ? GENERAL : builtin);
        return formatter.formatRawCellContents(value, format, code, since1904);
    }

    /** Whether these are the digits of a small whole number as they are shown. */
    private static boolean isPlain(String written) {
        int length = written.length();
        for (int i = 0; i < length; i++) {
            if (written.charAt(i) < '0' || written.charAt(i) > '9') {
                return false;
            }
        }
        return length > 0 && length < 10 && (written.charAt(0) != '0' || length == 1);
    }

    private static int number(@Nullable String written) {
        return written == null ? 0 : Integer.parseInt(written);
    }
}
