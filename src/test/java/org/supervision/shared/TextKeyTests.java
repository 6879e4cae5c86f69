package org.supervision.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextKeyTests {

    @Test
    void whiteSpaceAndTheWidthOfCharactersDoNotCount() {
        assertThat(TextKey.of(" 修建（两座）\n水库\t１２％ ")).isEqualTo("修建(两座)水库12%");
    }

    @Test
    void everyCharacterAloneAndBesideOthersIsNormalizedAsTheStandardSays() {
        for (int character = 0; character <= Character.MAX_VALUE; character++) {
            for (String text : new String[] {"" + (char) character, "修" + (char) character + "A（"}) {
                assertThat(TextKey.of(text)).as("U+%04X", character).isEqualTo(normalized(text));
            }
        }
    }

    @Test
    void anyTextIsNormalizedAsTheStandardSays() {
        Random random = new Random(20240430);
        String characters = "修建水库，、。《》“”—（）１Ａ％ \n\t\r\u000B\u3000\u00A0e\u0301か\u3099\uAC00\u11A8①㎡…\uD840\uDC00\uD840";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(characters.charAt(random.nextInt(characters.length())));
            }
            assertThat(TextKey.of(text.toString())).isEqualTo(normalized(text.toString()));
        }
    }

    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
