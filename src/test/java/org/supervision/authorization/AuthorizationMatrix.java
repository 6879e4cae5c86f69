package org.supervision.authorization;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Who may do what (domain: who may do what), address by address, as {@code authorization/matrix.txt} says. */
record AuthorizationMatrix(List<Line> lines) {

    private static final String FILE = "/authorization/matrix.txt";

    /**
     * An address with the outcome for everybody.
     *
     * @param variant which object of that kind, and in which state; {@code -} where there is none
     * @param outcomes one character for each of {@link Who}: {@code +} allowed, {@code s} sent to sign in, {@code x} refused,
     *     {@code .} not told that it exists
     */
    record Line(String method, String pattern, String variant, String outcomes) {

        Line {
            if (outcomes.length() != Who.values().length) {
                throw new IllegalArgumentException(method + " " + pattern + " has " + outcomes.length() + " outcomes");
            }
        }

        char of(Who who) {
            return outcomes.charAt(who.ordinal());
        }

        /** As in the file, in groups: strangers, lead, partner, others, office and city leader, other government, the rest. */
        String written() {
            StringBuilder groups = new StringBuilder();
            for (int i = 0; i < outcomes.length(); i++) {
                groups.append(i == 1 || i == 3 || i == 5 || i == 7 || i == 10 || i == 15 || i == 18 ? " " : "")
                        .append(outcomes.charAt(i));
            }
            return "%-7s%-70s %-12s %s".formatted(method, pattern, variant, groups);
        }
    }

    static AuthorizationMatrix read() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AuthorizationMatrix.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            return new AuthorizationMatrix(file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AuthorizationMatrix::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String written) {
        String[] words = written.split("\\s+", 4);
        return new Line(words[0], words[1], words[2], words[3].replace(" ", ""));
    }

    int cells() {
        return lines.size() * Who.values().length;
    }
}
