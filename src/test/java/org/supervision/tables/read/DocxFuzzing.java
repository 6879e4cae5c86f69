package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of text documents, inside of a sound package. */
class DocxFuzzing {

    private static final byte[] TYPES = part(
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"wordprocessingml.document.main+xml\"/></Types>");
    private static final byte[] RELATIONS = part(
            "<Relationships><Relationship Id=\"1\" Type=\"/officeDocument\" Target=\"word/document.xml\"/></Relationships>");

    @FuzzTest(maxDuration = "10m")
    void anyBodyIsReadOrRefused(byte[] data) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", TYPES);
        parts.put("_rels/.rels", RELATIONS);
        parts.put("word/document.xml", data);
        FuzzedFiles.readOrRefuse(FuzzedFiles.zip(parts));
    }

    private static byte[] part(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
