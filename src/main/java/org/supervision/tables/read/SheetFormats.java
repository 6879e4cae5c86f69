package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.collections4.map.LRUMap;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/** How the numbers of a workbook are shown. */
final class SheetFormats {

    private static final int MOST_SHOWN_BEFORE = 2_000;

    private final ShownNumbers shown;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();

    /** Dates and round amounts come again and again; by format and what is written. */
    private final Map<Integer, Map<String, Optional<String>>> shownBefore = new HashMap<>();

    /** @param since1904 whether the workbook counts its days from that year on */
    SheetFormats(boolean since1904) {
        shown = new ShownNumbers(since1904);
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
     * The number as it is shown; empty if its format shows what cannot be shown here.
     *
     * @param style of the cell, null for none
     */
    Optional<String> show(String written, @Nullable String style) {
        int format = format(style);
        String whole = StringUtils.removeEnd(written, ".0");
        return format == 0 && isPlain(whole)
                ? Optional.of(whole)
                : shownBefore
                        .computeIfAbsent(format, any -> new LRUMap<>(MOST_SHOWN_BEFORE))
                        .computeIfAbsent(written, any -> show(Double.parseDouble(written), format));
    }

    private Optional<String> show(double value, int format) {
        return format == 0 ? Optional.of(shown.general(value)) : shown.show(value, code(format));
    }

    /** The number without its format. */
    String plain(String written) {
        return shown.general(Double.parseDouble(written));
    }

    /** The code of the format of a cell with this style. */
    String code(@Nullable String style) {
        return code(format(style));
    }

    private String code(int format) {
        String written = formats.get(format);
        return written != null ? written : ShownNumbers.codeOf(format);
    }

    private int format(@Nullable String style) {
        int index = number(style);
        return index < styles.size() ? styles.get(index) : 0;
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
