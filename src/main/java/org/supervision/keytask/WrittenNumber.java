package org.supervision.keytask;

import java.math.BigDecimal;

/** Whole numbers in Chinese numerals. */
final class WrittenNumber {

    private static final String DIGITS = IndicatorWords.only("numerals");
    private static final String TWO = IndicatorWords.only("two");
    private static final String POWERS = IndicatorWords.only("powers");

    /** The characters such a number consists of. */
    static final String CHARACTERS = DIGITS + TWO + POWERS;

    private WrittenNumber() {}

    static BigDecimal of(String numerals) {
        int sum = 0;
        int digit = 0;
        for (char numeral : numerals.toCharArray()) {
            int power = POWERS.indexOf(numeral);
            if (power < 0) {
                digit = TWO.indexOf(numeral) >= 0 ? 2 : DIGITS.indexOf(numeral);
            } else {
                sum += Math.max(digit, 1) * (int) Math.pow(10, power + 1);
                digit = 0;
            }
        }
        return BigDecimal.valueOf(sum + digit);
    }
}
