package org.supervision.identity;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tells which passwords somebody who wants in would try first: 30,000 of those that leaked from elsewhere most often, and what
 * is put together from them, from words of this system ({@code guessable-words.txt}), of the person and from keyboard rows,
 * dates and repetitions.
 */
final class GuessablePasswords {

    /** Guesses; fewer are made in hours by whoever has the hashes, and in years on the sign-in page. */
    private static final double ENOUGH = 1e8;

    /** What comes later makes no password easier, and looking at it takes long. */
    private static final int LOOKED_AT = 32;

    private static final Map<String, Integer> COMMON;
    private static final Zxcvbn ZXCVBN = new Zxcvbn();
    private static final List<String> WORDS = words();

    static {
        try {
            COMMON = StandardDictionaries.PASSWORDS_LOADER.load().getRankedDictionary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GuessablePasswords() {}

    /** Whether it is one of those tried first, however its letters are written. */
    static boolean isCommon(String password) {
        String small = password.toLowerCase(Locale.ROOT);
        return COMMON.containsKey(small) || WORDS.contains(small);
    }

    /** @param own words of the person, the unit and the government */
    static boolean isSoonGuessed(String password, Collection<String> own) {
        List<String> words = new ArrayList<>(WORDS);
        own.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .flatMap(word -> Stream.concat(Stream.of(word), Stream.of(word.split("[^\\p{L}\\p{N}]+"))))
                .filter(word -> word.length() > 1)
                .forEach(words::add);
        return ZXCVBN.measure(password.substring(0, Math.min(password.length(), LOOKED_AT)), words)
                        .getGuesses()
                < ENOUGH;
    }

    /** The most common first. */
    static List<String> common() {
        return COMMON.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<String> words() {
        try (InputStream file =
                        GuessablePasswords.class.getClassLoader().getResourceAsStream("identity/guessable-words.txt");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
