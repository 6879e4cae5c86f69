package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Office packages as bytes, in whatever way they are spoilt. */
class PackageFuzzing {

    private static final byte[] WORKBOOK = Workbooks.dateless(Workbooks.resultList());

    @FuzzTest(maxDuration = "10m")
    void anyPackageIsReadOrRefused(byte[] data) {
        FuzzedFiles.readOrRefuse(FuzzedFiles.patched(WORKBOOK, data));
    }
}
