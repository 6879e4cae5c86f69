package org.supervision.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.tables.read.Texts;

/** The sentences of a report as a summary tells them: in the unit's own words, those with figures first. */
final class SummarySentences {

    /** How paragraphs of a report are numbered; a point before another digit is a decimal one. */
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:\\d{1,2}(?:[.\\uFF0E](?!\\d)|\\u3001|[)\\uFF09])|[(\\uFF08]\\d{1,2}[)\\uFF09]|[\\u2460-\\u2473])\\s*");

    private static final Pattern SENTENCE = Pattern.compile("[^\\u3002\\uFF01\\uFF1F!?]*[\\u3002\\uFF01\\uFF1F!?]?");
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    private static final String STOP = "\u3002";

    private SummarySentences() {}

    /** @param progress one paragraph a line */
    static String of(String progress) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : Texts.paragraphs(List.of(progress))) {
            Matcher sentence = SENTENCE.matcher(NUMBERING.matcher(paragraph).replaceFirst(""));
            while (sentence.find()) {
                String text = sentence.group().strip();
                if (!text.isEmpty()) {
                    sentences.add(ended(text));
                }
            }
        }
        sentences.sort(Comparator.comparing(text -> !FIGURE.matcher(text).find()));
        return String.join("", sentences);
    }

    /** A paragraph may end without a stop; a semicolon at its end becomes one. */
    private static String ended(String sentence) {
        char last = sentence.charAt(sentence.length() - 1);
        if ("\u3002\uFF01\uFF1F!?".indexOf(last) >= 0) {
            return sentence;
        }
        return (";\uFF1B".indexOf(last) >= 0 ? sentence.substring(0, sentence.length() - 1) : sentence) + STOP;
    }
}
