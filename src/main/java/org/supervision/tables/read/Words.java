package org.supervision.tables.read;

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

/** The vocabulary by which tables are understood, read from the data file {@code tables/words.txt}. */
final class Words {

    private static final Map<String, List<String>> SECTIONS = load("/tables/words.txt");

    private Words() {}

    static List<String> section(String name) {
        return Objects.requireNonNull(SECTIONS.get(name), name);
    }

    /** One pattern of all expressions of the section. */
    static Pattern pattern(String section) {
        return Pattern.compile(String.join("|", section(section)), Pattern.CASE_INSENSITIVE);
    }

    private static Map<String, List<String>> load(String resource) {
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource)) {
            Map<String, List<String>> sections = new HashMap<>();
            List<String> section = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\\R")) {
                if (line.matches("\\[[A-Za-z_0-9 ]+]")) {
                    section = sections.computeIfAbsent(line.substring(1, line.length() - 1), any -> new ArrayList<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
