package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Comma-separated values below a known header. */
class CsvFuzzing {

    @FuzzTest(maxDuration = "10m")
    void anyValuesAreReadOrRefused(byte[] data) {
        FuzzedFiles.readOrRefuse("序号,目标任务,牵头单位,工作进展\n", data, "");
    }
}
