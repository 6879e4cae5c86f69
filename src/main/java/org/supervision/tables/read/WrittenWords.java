package org.supervision.tables.read;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The words that tables are written with, read from the data file {@code tables/written.properties}. */
public final class WrittenWords {

    private static final Properties WORDS = load("/tables/written.properties");

    private WrittenWords() {}

    /** @throws NullPointerException if there is no such word */
    public static String of(String key) {
        return Objects.requireNonNull(WORDS.getProperty(key), key);
    }

    private static Properties load(String resource) {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(WrittenWords.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
