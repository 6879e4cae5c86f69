package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supervision.shared.WordFile;

/**
 * The names of a cell of units in their order, each with the role that the cell itself gives it: by a label before them, a
 * mark in brackets behind them, or a verb.
 *
 * @param said whether the text speaks of roles at all
 */
record UnitRoles(List<Names> names, boolean said) {

    private static final WordFile WORDS = WordFile.load("/tables/unit-roles.txt");
    private static final String ROLE = "(?:(?<lead%1$d>" + WORDS.anyOf("lead") + ")|(?<supporting%1$d>"
            + WORDS.anyOf("supporting") + ")|(?<plain%1$d>" + WORDS.anyOf("plain") + "))";
    private static final String OF_UNITS = WORDS.anyOf("of units");
    private static final String ENDS = "(?=[\\s\\u3001,\\uFF0C;\\uFF1B\\u3002()\\uFF08\\uFF09]|$)";
    private static final Pattern TOKEN = Pattern.compile("(?<mark>[(\\uFF08]\\s*" + ROLE.formatted(1) + OF_UNITS
            + "?\\s*[)\\uFF09])|(?<label>" + ROLE.formatted(2) + "(?:" + OF_UNITS + "?\\s*[:\\uFF1A]|" + OF_UNITS
            + "(?=\\s)))|(?<verb>" + ROLE.formatted(3) + ENDS + ")|(?<with>" + WORDS.anyOf("together with")
            + ")|(?<open>[(\\uFF08])|(?<close>[)\\uFF09])"
            + "|(?<separator>[\\n\\u3001,\\uFF0C;\\uFF1B\\u3002])|(?<other>.)");
    private static final Pattern LEFT_OVER = WORDS.pattern("left over");
    private static final Pattern BY = WORDS.pattern("by");

    /** What a unit does. */
    enum Role {
        LEAD,
        SUPPORTING,
        /** Nothing is said, or only that it is charged. */
        UNSAID
    }

    /** @param marked whether a mark behind the names is about the last of them only */
    record Names(String text, Role role, boolean marked) {}

    /** The roles in the text; all names in one piece if it names none. */
    static UnitRoles of(String text) {
        Reading reading = new Reading();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            reading.read(token);
        }
        reading.end();
        return reading.found ? new UnitRoles(List.copyOf(reading.names), true) : plain(text);
    }

    static UnitRoles plain(String text) {
        return new UnitRoles(List.of(new Names(text, Role.UNSAID, false)), false);
    }

    /** Whether no word of a role is left in a name. */
    boolean isClear() {
        return names.stream().noneMatch(part -> LEFT_OVER.matcher(part.text).find());
    }

    /** Whether somebody else is named than who is said to lead. */
    boolean nameMoreThanLead() {
        return names.stream().anyMatch(part -> part.role != Role.LEAD);
    }

    /** Whether somebody is said to lead. */
    boolean saysLead() {
        return names.stream().anyMatch(part -> part.role == Role.LEAD);
    }

    /** One pass over the text. */
    private static final class Reading {

        private final List<Names> names = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private Role mode = Role.UNSAID;
        /** The first of the names that a verb behind them would be about. */
        private int first;

        private int depth;
        private boolean found;

        private void read(Matcher token) {
            if (token.group("mark") != null && depth == 0) {
                mark(role(token, 1));
            } else if (token.group("label") != null && depth == 0 && isAtWord()) {
                begin(role(token, 2));
            } else if (token.group("verb") != null && depth == 0 && !(isBlank() && first == names.size())) {
                take(Role.UNSAID, false);
                verb(role(token, 3));
            } else if (token.group("with") != null && depth == 0 && !isBlank()) {
                take(Role.LEAD, false);
                begin(Role.SUPPORTING);
            } else if (token.group("separator") != null && depth == 0) {
                take(mode, false);
            } else {
                depth = Math.max(
                        0, depth + (token.group("open") != null ? 1 : 0) - (token.group("close") != null ? 1 : 0));
                open.append(token.group());
            }
        }

        private static Role role(Matcher token, int place) {
            return token.group("lead" + place) != null
                    ? Role.LEAD
                    : token.group("supporting" + place) != null ? Role.SUPPORTING : Role.UNSAID;
        }

        private boolean isBlank() {
            return open.toString().isBlank();
        }

        private boolean isAtWord() {
            return open.isEmpty() || Character.isWhitespace(open.charAt(open.length() - 1));
        }

        /** Behind names it is about the last of them, before them it is a label. */
        private void mark(Role role) {
            if (isBlank()) {
                begin(role);
            } else {
                take(role, true);
                found = true;
            }
        }

        private void begin(Role role) {
            take(mode, false);
            found = true;
            mode = role;
            first = names.size();
        }

        private void verb(Role role) {
            found = true;
            names.subList(first, names.size())
                    .replaceAll(part -> part.role == Role.UNSAID ? new Names(part.text, role, false) : part);
            first = names.size();
            mode = Role.UNSAID;
        }

        private void take(Role role, boolean marked) {
            String text = BY.matcher(open.toString().strip()).replaceFirst("");
            if (!text.isEmpty()) {
                names.add(new Names(text, role, marked));
            }
            open.setLength(0);
        }

        private void end() {
            take(mode, false);
        }
    }
}
