package org.supervision.tables.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of an office file that was inspected before, found by how they relate to each other. */
final class OfficeParts implements AutoCloseable {

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();

    OfficeParts(UploadedFile file) throws IOException {
        zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file.bytes()))
                .get();
        Collections.list(zip.getEntries()).forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    /**
     * How one part refers to another.
     *
     * @param type the last word of the kind of relation
     * @param part name of the other
     */
    record Relation(String id, String type, String part) {}

    /** Name of the part that holds the document itself. */
    String main() throws IOException {
        return relationsOf("").stream()
                .filter(relation -> relation.type().equals("officeDocument"))
                .map(Relation::part)
                .findFirst()
                .orElseThrow(FileNotFoundException::new);
    }

    /** What the part refers to inside the file; the empty name is the file itself. */
    List<Relation> relationsOf(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + "_rels/" + part.substring(slash) + ".rels";
        List<Relation> relations = new ArrayList<>();
        if (!entries.containsKey(key(name))) {
            return relations;
        }
        try (PartElements elements = read(name)) {
            while (elements.next()) {
                if (elements.begins("Relationship") && !"External".equals(elements.attribute("TargetMode"))) {
                    String type = Objects.requireNonNullElse(elements.attribute("Type"), "");
                    relations.add(new Relation(
                            Objects.requireNonNullElse(elements.attribute("Id"), ""),
                            type.substring(type.lastIndexOf('/') + 1),
                            resolve(folder, Objects.requireNonNullElse(elements.attribute("Target"), ""))));
                }
            }
        }
        return relations;
    }

    private static String resolve(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }

    PartElements read(String part) throws IOException {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new FileNotFoundException(part);
        }
        return new PartElements(zip.getInputStream(entry));
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
