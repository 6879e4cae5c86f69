package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an action plan at its numbering; the steps joined are the text again, but for white space. */
final class ActionSteps {

    /** Digits with a point, comma or bracket, and circled digits; a point before another digit is a decimal one unless a year follows. */
    private static final List<Pattern> NUMBERINGS = List.of(
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}.(\\uFF08])(\\d{1,2})(?:[.\\uFF0E](?!\\d)|[.\\uFF0E](?=20\\d\\d)|\\u3001|[)\\uFF09])"),
            Pattern.compile("[(\\uFF08](\\d{1,2})[)\\uFF09]"),
            Pattern.compile("([\\u2460-\\u2473])"));

    private static final Pattern LINE_NUMBER = Pattern.compile("(\\d{1,2})[.\\uFF0E]");
    private static final Pattern SENTENCE_END = Pattern.compile("^$|[\\u3002\\uFF1B;\\uFF1A:\\uFF01]$");

    private ActionSteps() {}

    /**
     * The steps, numbers included. Where there is no numbering each whole sentence that ends its line is a step; none for a
     * blank text.
     */
    static List<String> split(String text) {
        String whole = text.strip();
        if (whole.isEmpty()) {
            return List.of();
        }
        List<String> lines = ofLines(whole.lines().map(Texts::clean).toList());
        if (lines.size() > 1) {
            return lines;
        }
        for (Pattern numbering : NUMBERINGS) {
            Matcher first = numbering.matcher(whole);
            if (first.lookingAt() && ordinal(first.group(1)) == 1) {
                return split(whole, numbering);
            }
        }
        return ofSentences(whole.lines().map(Texts::clean).toList());
    }

    /** A line that ends no sentence goes on. */
    private static List<String> ofSentences(List<String> lines) {
        List<String> steps = new ArrayList<>();
        List<String> step = new ArrayList<>();
        for (String line : lines) {
            step.add(line);
            if (SENTENCE_END.matcher(line).find() && !Texts.join(step).isEmpty()) {
                steps.add(Texts.join(step));
                step.clear();
            }
        }
        if (!Texts.join(step).isEmpty()) {
            steps.add(Texts.join(step));
        }
        return steps;
    }

    /** Steps that each begin a line behind a whole sentence: there a digit may follow the point. */
    private static List<String> ofLines(List<String> lines) {
        List<String> steps = new ArrayList<>();
        List<String> step = new ArrayList<>();
        String before = "";
        for (String line : lines) {
            Matcher number = LINE_NUMBER.matcher(line);
            boolean begins = number.lookingAt()
                    && Integer.parseInt(number.group(1)) == steps.size() + (step.isEmpty() ? 1 : 2)
                    && SENTENCE_END.matcher(before).find();
            if (begins && !step.isEmpty()) {
                steps.add(Texts.join(step));
                step.clear();
            } else if (!begins && step.isEmpty()) {
                return List.of();
            }
            if (!line.isEmpty()) {
                step.add(line);
                before = line;
            }
        }
        steps.add(Texts.join(step));
        return steps;
    }

    private static List<String> split(String text, Pattern numbering) {
        List<String> steps = new ArrayList<>();
        Matcher matcher = numbering.matcher(text);
        int start = 0;
        int next = 2;
        while (matcher.find()) {
            if (ordinal(matcher.group(1)) == next && endsSentence(text, matcher.start())) {
                steps.add(oneLine(text.substring(start, matcher.start())));
                start = matcher.start();
                next++;
            }
        }
        steps.add(oneLine(text.substring(start)));
        return steps;
    }

    private static boolean endsSentence(String text, int position) {
        return !Character.isLetterOrDigit(text.charAt(position - 1)) && text.charAt(position - 1) != '\u3001';
    }

    private static int ordinal(String digits) {
        return digits.charAt(0) >= '\u2460' ? digits.charAt(0) - '\u2460' + 1 : Integer.parseInt(digits);
    }

    private static String oneLine(String text) {
        return Texts.join(
                text.lines().map(Texts::clean).filter(line -> !line.isEmpty()).toList());
    }
}
