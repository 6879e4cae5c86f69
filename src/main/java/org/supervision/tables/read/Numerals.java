package org.supervision.tables.read;

/** Numbers below one hundred that are written in words. */
final class Numerals {

    private static final String DIGITS = Words.section("digits").get(0);
    private static final String TEN = Words.section("ten").get(0);

    private Numerals() {}

    static int value(String words) {
        int ten = words.indexOf(TEN);
        int tens = ten < 0 ? 0 : ten == 0 ? 1 : digits(words.substring(0, ten));
        return 10 * tens + digits(words.substring(ten + 1));
    }

    private static int digits(String words) {
        int value = 0;
        for (char digit : words.toCharArray()) {
            value = 10 * value + Math.max(0, DIGITS.indexOf(digit));
        }
        return value;
    }
}
