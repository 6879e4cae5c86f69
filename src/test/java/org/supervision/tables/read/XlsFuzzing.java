package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The records of old workbooks, inside of a sound container. */
class XlsFuzzing {

    @FuzzTest(maxDuration = "10m")
    void anyRecordsAreReadOrRefused(byte[] data) {
        FuzzedFiles.readOrRefuse(CompoundFiles.of("Workbook", data));
    }
}
