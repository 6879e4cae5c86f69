package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supervision.identity.UnitDirectory;
import org.supervision.identity.UnitNameSplitter;
import org.supervision.tables.read.UnitRoles.Names;

/** Finds who is charged with the task of a paragraph, at its end or in a line of its own, in brackets or not. */
final class ParagraphUnits {

    private static final String UNITS = "(?:" + Words.pattern("units label") + ")";
    private static final String ANY = Stream.of(
                    "units label",
                    "header LEADER_IN_CHARGE",
                    "header SECTION",
                    "header SUPERVISION_PHONE",
                    "other label")
            .map(section -> Words.pattern(section).pattern())
            .collect(Collectors.joining("|", "(?:", ")"));
    private static final Pattern LABELLED_UNITS =
            Pattern.compile("(?:^|[\\u3002\\uFF1B;,\\uFF0C(\\uFF08\\s])" + UNITS + "[:\\uFF1A]");
    private static final Pattern UNBRACKETED =
            Pattern.compile("(?:^|[\\u3002\\uFF1B;\\uFF01!\\uFF0C,)\\uFF09\\u3011\\]\\s])\\s*(?<units>" + ANY
                    + "[:\\uFF1A][^\\n]*?)[\\u3002.\\uFF1B;]?$");
    private static final Pattern LABELLED = Pattern.compile(
            "(?<label>" + ANY + ")[:\\uFF1A]\\s*(?<value>.*?)(?=[;\\uFF1B\\u3002]|[)\\uFF09]?[,\\uFF0C(\\uFF08\\s]*"
                    + ANY + "[:\\uFF1A]|$)");
    private static final Pattern UNITS_LABEL = Words.pattern("units label");
    private static final String OPENING = "(\uFF08\u3010[";
    private static final String CLOSING = ")\uFF09\u3011]";
    private static final String BEHIND = " \u3002.\uFF1B;";
    private static final String FULL_STOP = "\u3002\uFF01!" + CLOSING;
    private static final String SEPARATOR = "\uFF1B";
    private static final int LONGEST = 300;

    private final UnitNameSplitter splitter;

    ParagraphUnits(UnitDirectory directory) {
        splitter = new UnitNameSplitter(directory);
    }

    /**
     * What a paragraph says of its units.
     *
     * @param goalEnd where it begins to speak of them
     * @param labelled whether a label says so
     */
    record Found(int goalEnd, String text, boolean labelled) {

        boolean isAlone(String paragraph) {
            return paragraph.substring(0, goalEnd).isBlank();
        }
    }

    /** Something else than a unit that stands there under a label. */
    record Labelled(String label, String value) {}

    Optional<Found> in(String text) {
        List<String> brackets = new ArrayList<>();
        int end = text.length();
        boolean labelled = false;
        for (int open = lastBracket(text, end); open >= 0; open = lastBracket(text, end)) {
            String inside = inside(text, open, end);
            boolean named = LABELLED_UNITS.matcher(inside).find();
            if (!named && !namesUnits(inside)) {
                break;
            }
            brackets.add(0, inside);
            labelled |= named;
            end = open;
        }
        return brackets.isEmpty()
                ? unbracketed(text)
                : Optional.of(new Found(end, String.join(SEPARATOR, brackets), labelled));
    }

    /** The full stop of the goal stays with it; what only leads over to the units does not. */
    private static Optional<Found> unbracketed(String text) {
        Matcher found = UNBRACKETED.matcher(text);
        if (!found.find() || !LABELLED_UNITS.matcher(found.group("units")).find()) {
            return Optional.empty();
        }
        boolean ends = FULL_STOP.indexOf(found.group().charAt(0)) >= 0;
        return Optional.of(new Found(ends ? found.start() + 1 : found.start(), found.group("units"), true));
    }

    /** Where the bracket opens that ends the text before the position; negative if none does. */
    private static int lastBracket(String text, int end) {
        int at = lastOf(text, end);
        if (at < 0 || CLOSING.indexOf(text.charAt(at)) < 0) {
            return -1;
        }
        int depth = 0;
        for (; at >= 0; at--) {
            depth += CLOSING.indexOf(text.charAt(at)) >= 0 ? 1 : OPENING.indexOf(text.charAt(at)) >= 0 ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private static int lastOf(String text, int end) {
        int at = end - 1;
        while (at >= 0 && BEHIND.indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return at;
    }

    private static String inside(String text, int open, int end) {
        return text.substring(open + 1, lastOf(text, end));
    }

    /** Verbs behind names say so, or a bracket with nothing but names. */
    private boolean namesUnits(String inside) {
        if (inside.length() > LONGEST || inside.isBlank()) {
            return false;
        }
        UnitRoles roles = UnitRoles.of(inside);
        return roles.isClear()
                && roles.names().stream().map(Names::text).allMatch(splitter::readsAsUnits)
                && (roles.said() || splitter.beginsAsName(inside));
    }

    /** The units with the labels before them. */
    static String units(String found) {
        Matcher labelled = LABELLED.matcher(found);
        List<String> units = new ArrayList<>();
        int end = 0;
        while (labelled.find()) {
            units.add(found.substring(end, labelled.start()));
            if (UNITS_LABEL.matcher(labelled.group("label")).matches()) {
                units.add(labelled.group());
            }
            end = labelled.end();
        }
        units.add(found.substring(end));
        return units.stream()
                .map(text -> text.replaceAll(
                        "^[;\\uFF1B,\\uFF0C\\u3002()\\uFF08\\uFF09\\s]+|[;\\uFF1B,\\uFF0C\\u3002\\s]+$", ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
    }

    /** What stands there under other labels. */
    static List<Labelled> others(String found) {
        List<Labelled> others = new ArrayList<>();
        Matcher labelled = LABELLED.matcher(found);
        while (labelled.find()) {
            if (!UNITS_LABEL.matcher(labelled.group("label")).matches()) {
                others.add(new Labelled(labelled.group("label"), labelled.group("value")));
            }
        }
        return others;
    }
}
