package org.supervision.shared;

import java.text.Normalizer;

/** The form in which texts are compared: without white space, in half-width characters. */
public final class TextKey {

    private static final int WIDER = '\uFF01' - '!';

    private TextKey() {}

    public static String of(String text) {
        StringBuilder key = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean stays = stays(character);
            boolean wide = character >= '\uFF01' && character <= '\uFF5E';
            if (!stays && !wide && !isSpace(character)) {
                return normalized(text);
            }
            if (!stays && key == null) {
                key = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (key != null && (stays || wide)) {
                key.append(wide ? (char) (character - WIDER) : character);
            }
        }
        return key == null ? text : key.toString();
    }

    /** Of the characters that texts mostly consist of, those that normalization leaves as they are beside each other. */
    private static boolean stays(char character) {
        return character > ' ' && character < '\u007F'
                || character >= '\u4E00' && character <= '\u9FA5'
                || character >= '\u3001' && character <= '\u301B'
                || character == '\u2014'
                || character == '\u201C'
                || character == '\u201D';
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character >= '\t' && character <= '\r';
    }

    private static String normalized(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
