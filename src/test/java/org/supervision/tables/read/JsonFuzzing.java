package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Open data. */
class JsonFuzzing {

    @FuzzTest(maxDuration = "10m")
    void anyObjectIsReadOrRefused(byte[] data) {
        FuzzedFiles.readOrRefuse("{", data, "");
    }
}
