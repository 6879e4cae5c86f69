package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Web pages. */
class HtmlFuzzing {

    @FuzzTest(maxDuration = "10m")
    void anyPageIsReadOrRefused(byte[] data) {
        FuzzedFiles.readOrRefuse("<html>", data, "</table></html>");
    }
}
