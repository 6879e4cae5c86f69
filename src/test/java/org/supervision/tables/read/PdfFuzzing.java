package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** What a printed page draws, and printed documents as bytes. */
class PdfFuzzing {

    private static final String BEFORE =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R
            /Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
            4 0 obj<</Length\s""";
    private static final String AFTER = "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF";

    @FuzzTest(maxDuration = "10m")
    void anyPrintedDocumentIsReadOrRefused(byte[] data) {
        if (data.length > 4 && data[0] == '%') {
            FuzzedFiles.readOrRefuse("%PDF-1.4\n", data, "\n%%EOF");
        } else {
            FuzzedFiles.readOrRefuse(BEFORE + data.length + ">>stream\n", data, AFTER);
        }
    }
}
