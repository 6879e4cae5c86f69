package org.supervision.tables.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the numbers of a workbook are shown. */
final class SheetFormats {

    private final ShownNumbers shown;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();

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
        if (format == 0) {
            return Optional.of(isPlain(written) ? written : shown.general(Double.parseDouble(written)));
        }
        return shown.show(Double.parseDouble(written), code(format));
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
