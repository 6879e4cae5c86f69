package org.supervision.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the list of passwords Keycloak takes from nobody, from what {@link GuessablePasswords} knows; run by the build.
 * Keycloak compares whole passwords in lower case and asks for twelve signs, so the list has what people make of a common
 * one that is too short: twice the same, or with a year or digits behind it.
 */
public final class PasswordBlacklist {

    /** As the realm's policy names it. */
    public static final String FILE = "supervision-passwords.txt";

    /** The shortest password of either policy of the realm. */
    private static final int SHORTEST = 10;

    /** So many of the most common ones are lengthened. */
    private static final int LENGTHENED = 3000;

    private static final List<String> ENDINGS = List.of(
            "1",
            "12",
            "123",
            "1234",
            "12345",
            "123456",
            "1234567890",
            "!",
            "123!",
            "@123",
            "@2024",
            "@2025",
            "@2026",
            "@2027",
            "2024",
            "2025",
            "2026",
            "2027",
            "666",
            "888",
            "6666",
            "8888",
            "520",
            "1314");

    private PasswordBlacklist() {}

    /** @param target directory the list is written to */
    public static void main(String[] target) throws IOException {
        write(Path.of(target[0]));
    }

    /** @return the list */
    public static Path write(Path directory) throws IOException {
        Path list = Files.createDirectories(directory).resolve(FILE);
        return Files.write(list, passwords(), StandardCharsets.UTF_8);
    }

    static Set<String> passwords() {
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(
                        GuessablePasswords.words().stream(),
                        GuessablePasswords.common().stream().limit(LENGTHENED))
                .forEach(word -> {
                    all.add(word);
                    all.add(word + word);
                    all.add(word + word + word);
                    ENDINGS.forEach(ending -> all.add(word + ending));
                });
        all.addAll(GuessablePasswords.common());
        all.removeIf(password -> password.length() < SHORTEST);
        return all;
    }
}
