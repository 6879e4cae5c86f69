package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/** One part of a workbook at a time, inside of a sound package; the first byte says which. */
class XlsxFuzzing {

    private static final List<String> PARTS = List.of(
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "[Content_Types].xml");
    private static final byte[] WORKBOOK = Workbooks.resultList();

    @FuzzTest(maxDuration = "10m")
    void anyPartIsReadOrRefused(byte[] data) {
        if (data.length > 0) {
            String fuzzed = PARTS.get((data[0] & 0xFF) % PARTS.size());
            byte[] content = Arrays.copyOfRange(data, 1, data.length);
            FuzzedFiles.readOrRefuse(Workbooks.rewritten(WORKBOOK, parts -> parts.put(fuzzed, content)));
        }
    }
}
