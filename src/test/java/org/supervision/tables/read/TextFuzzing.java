package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes, most of them texts. */
class TextFuzzing {

    @FuzzTest(maxDuration = "10m")
    void anyTextIsReadOrRefused(byte[] data) {
        FuzzedFiles.readOrRefuse(data);
    }
}
