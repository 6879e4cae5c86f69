package org.supervision.tables.read;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** An old text document with bytes changed in one of its streams; the first byte says in which. */
class DocFuzzing {

    private static final List<String> STREAMS = List.of("WordDocument", "1Table");

    @FuzzTest(maxDuration = "10m")
    void anyDocumentIsReadOrRefused(byte[] data) throws IOException {
        Path document = SharedDocuments.find("ledgers/anqing-2024.doc");
        if (data.length > 0 && Files.exists(document)) {
            String stream = STREAMS.get((data[0] & 0xFF) % STREAMS.size());
            byte[] changes = Arrays.copyOfRange(data, 1, data.length);
            FuzzedFiles.readOrRefuse(CompoundFiles.rewritten(
                    Files.readAllBytes(document), stream, content -> FuzzedFiles.patched(content, changes)));
        }
    }
}
