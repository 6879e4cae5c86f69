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

    private static final Pattern GLUED = Pattern.compile("^(\\d{1,2})[.\\uFF0E\\u3001]\\s*");
    private static final Pattern SENTENCE = Pattern.compile("[^\\u3002\\uFF01\\uFF1F!?]*[\\u3002\\uFF01\\uFF1F!?]?");
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    private static final String STOP = "\u3002";

    private SummarySentences() {}

    /** A goal as what is spoken of: without the stop it may end with. */
    static String subject(String goal) {
        String text = goal.strip();
        return text.isEmpty() || (STOP + ";\uFF1B").indexOf(text.charAt(text.length() - 1)) < 0
                ? text
                : text.substring(0, text.length() - 1);
    }

    /** @param progress one paragraph a line */
    static String of(String progress) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : unnumbered(Texts.paragraphs(List.of(progress)))) {
            Matcher sentence = SENTENCE.matcher(paragraph);
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

    /**
     * A number glued to a digit ("1.8" for item 1, "8") is told from a decimal one by its neighbours: it continues their
     * count.
     */
    private static List<String> unnumbered(List<String> paragraphs) {
        List<Integer> counts = paragraphs.stream().map(SummarySentences::count).toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            String paragraph = paragraphs.get(i);
            int count = counts.get(i);
            boolean counted = count > 0
                    && (i > 0
                            ? counts.get(i - 1) == count - 1
                            : count == 1 && i + 1 < counts.size() && counts.get(1) == 2);
            texts.add((counted ? GLUED : NUMBERING).matcher(paragraph).replaceFirst(""));
        }
        return texts;
    }

    /** The number a paragraph begins with before a point; 0 if it does not. */
    private static int count(String paragraph) {
        Matcher glued = GLUED.matcher(paragraph);
        return glued.find() ? Integer.parseInt(glued.group(1)) : 0;
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
