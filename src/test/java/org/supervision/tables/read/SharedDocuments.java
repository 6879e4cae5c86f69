package org.supervision.tables.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.supervision.identity.UnitDirectory;

/** The checked documents, which are no part of the project. */
public final class SharedDocuments {

    private SharedDocuments() {}

    /** The file with this path below the shared folder, or the one whose path begins so. */
    public static Path find(String beginning) {
        Path folder = Path.of(System.getProperty("supervision.shared", "../shared"));
        Path wanted = folder.resolve(beginning);
        if (Files.exists(wanted)) {
            return wanted;
        }
        try (Stream<Path> files = Files.list(wanted.getParent())) {
            return files.filter(file -> file.toString().startsWith(wanted.toString()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no file " + wanted + "*"));
        } catch (IOException e) {
            throw new AssertionError(
                    "The documents to test with are not in "
                            + folder.toAbsolutePath().normalize()
                            + ". Set -Dsupervision.shared=<folder> to where they are.",
                    e);
        }
    }

    static ReadTable read(String beginning) {
        try (InputStream stream = Files.newInputStream(find(beginning))) {
            return new TableReader(UnitDirectory.EMPTY).read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode expected(String name) {
        return json("expected/" + name);
    }

    /** What is said about a ledger file beside it. */
    static JsonNode ledger(String name) {
        return json("ledgers/" + name);
    }

    private static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(find(path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
