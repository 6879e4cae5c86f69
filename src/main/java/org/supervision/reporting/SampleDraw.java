package org.supervision.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A draw at random that anybody can repeat: key tasks in the order of the SHA-256 of {@code <seed>:<number>} (hexadecimal,
 * lower case), the first ones are drawn.
 */
final class SampleDraw {

    private static final int HUNDRED = 100;

    private SampleDraw() {}

    /**
     * @param numbers of the key tasks
     * @param share of a hundred; of any number at least one is drawn
     * @return numbers in the order in which they were drawn
     */
    static List<Integer> of(String seed, Collection<Integer> numbers, int share) {
        long size = ((long) numbers.size() * share + HUNDRED - 1) / HUNDRED;
        return numbers.stream()
                .sorted(Comparator.comparing(number -> sha256(seed + ":" + number)))
                .limit(size)
                .toList();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
