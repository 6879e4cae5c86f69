package org.supervision.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** How names of units begin and end, read from the data file {@code identity/unit-names.txt}. */
final class UnitNameForms {

    static final UnitNameForms INSTANCE = new UnitNameForms();

    private final Map<String, List<String>> sections = new HashMap<>();
    private final Set<String> endings;
    private final Set<String> looseEndings;
    private final Pattern heads;
    private final Pattern groups;
    private final Pattern labels;

    private UnitNameForms() {
        load("/identity/unit-names.txt");
        endings = new HashSet<>(section("endings"));
        looseEndings = new HashSet<>(section("loose endings"));
        heads = anyOf("heads");
        groups = anyOf("groups");
        labels = anyOf("labels");
    }

    /** What an ending says about the place behind it. */
    enum Ending {
        /** Normally the end of a name. */
        FIRM,
        /** As often inside a name. */
        LOOSE,
        /** The beginning of a longer name: the office of a government. */
        CONTINUED
    }

    /** One ending found in a text, from its first character to behind its last. */
    record Found(int start, int end, Ending ending) {}

    /** All endings in the text, without those that are part of a longer one. */
    List<Found> endingsIn(String text) {
        List<Found> all = new ArrayList<>();
        for (int start = 0; start < text.length(); start++) {
            for (int end = start + 1; end <= Math.min(text.length(), start + 6); end++) {
                String word = text.substring(start, end);
                if (endings.contains(word) || looseEndings.contains(word)) {
                    all.add(new Found(start, end, kind(text.substring(0, end), word)));
                }
            }
        }
        return all.stream()
                .filter(one -> all.stream()
                        .noneMatch(other -> other != one
                                && other.start() <= one.start()
                                && other.end() >= one.end()
                                && other.end() - other.start() > one.end() - one.start()))
                .toList();
    }

    private Ending kind(String text, String word) {
        if (section("continued").stream().anyMatch(text::endsWith)) {
            return Ending.CONTINUED;
        }
        return endings.contains(word) ? Ending.FIRM : Ending.LOOSE;
    }

    boolean isBareEnding(String text) {
        return endings.contains(text) || looseEndings.contains(text);
    }

    boolean isSubordinate(String text) {
        return section("subordinate").stream().anyMatch(text::endsWith);
    }

    boolean headAt(String text, int position) {
        return heads.matcher(text)
                .region(position, text.length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    boolean isGroup(String text) {
        return groups.matcher(text).matches();
    }

    boolean isSeparator(char character) {
        return section("separators").get(0).indexOf(character) >= 0;
    }

    String withoutLabels(String text) {
        return labels.matcher(text).replaceAll(section("separators").get(0).substring(0, 1));
    }

    private List<String> section(String name) {
        return Objects.requireNonNull(sections.get(name), name);
    }

    private Pattern anyOf(String section) {
        return Pattern.compile("(?:" + String.join("|", section(section)) + ")");
    }

    private void load(String resource) {
        try (InputStream stream = Objects.requireNonNull(UnitNameForms.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[") && line.endsWith("]") && line.matches("\\[[a-z ]+]")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), section);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
