package org.supervision.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A vocabulary in a data file, so that no document's language stands in code: expressions, one per line, below the name of
 * their section in square brackets; lines that begin with {@code #} are comments.
 */
public final class WordFile {

    private final Map<String, List<String>> sections;

    private WordFile(Map<String, List<String>> sections) {
        this.sections = sections;
    }

    /** @param resource absolute name on the class path */
    public static WordFile load(String resource) {
        try (InputStream stream = Objects.requireNonNull(WordFile.class.getResourceAsStream(resource), resource)) {
            Map<String, List<String>> sections = new HashMap<>();
            List<String> section = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
                if (line.matches("\\[[A-Za-z_0-9 ]+]")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), any -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
            return new WordFile(sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> section(String name) {
        return Objects.requireNonNull(sections.get(name), name);
    }

    public boolean has(String section) {
        return sections.containsKey(section);
    }

    /** One expression that stands for any of the section. */
    public String anyOf(String section) {
        return "(?:" + String.join("|", section(section)) + ")";
    }

    /** One pattern of all expressions of the section. */
    public Pattern pattern(String section) {
        return Pattern.compile(String.join("|", section(section)), Pattern.CASE_INSENSITIVE);
    }
}
