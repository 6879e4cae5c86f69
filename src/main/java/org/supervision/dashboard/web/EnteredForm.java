package org.supervision.dashboard.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * What a page's form sent: {@code a[0].b} becomes a row of the list {@code a}, {@code warningAnswers[code]} an answer.
 * Names that begin with an underscore belong to the page.
 */
record EnteredForm(Map<String, Object> values, Map<String, String> warningAnswers) {

    private static final Pattern ANSWER = Pattern.compile("warningAnswers\\[(.+)]");
    private static final Pattern CELL = Pattern.compile("(\\w+)\\[(\\d{1,4})]\\.(\\w+)");

    static EnteredForm of(MultiValueMap<String, String> parameters) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, Map<Integer, Map<String, Object>>> lists = new LinkedHashMap<>();
        parameters.forEach((name, sent) -> {
            // Browsers send texts of several lines with the line ends of the network.
            String value = sent.get(0).replace("\r\n", "\n");
            Matcher answer = ANSWER.matcher(name);
            Matcher cell = CELL.matcher(name);
            if (answer.matches()) {
                answers.put(answer.group(1), value);
            } else if (cell.matches()) {
                lists.computeIfAbsent(cell.group(1), list -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(cell.group(2)), row -> new LinkedHashMap<>())
                        .put(cell.group(3), value);
            } else if (!name.startsWith("_")) {
                values.put(name, value);
            }
        });
        lists.forEach((list, rows) -> values.put(list, List.copyOf(rows.values())));
        return new EnteredForm(values, answers);
    }
}
