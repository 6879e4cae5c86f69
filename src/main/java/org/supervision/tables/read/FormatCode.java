package org.supervision.tables.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.WordFile;

/** The code of a number format taken apart: its sections, and in each of them what is shown as it stands. */
record FormatCode(List<Section> sections) {

    /** Stands in a section for what is shown as it stands. */
    static final char MARK = '"';
    /** Stands in a section for a number without a format of its own. */
    static final char GENERAL = '@';
    /** Stands among what is shown as it stands for the half of the day. */
    static final String NOON = "AM/PM";

    /** What is quoted or escaped, what only leaves room or fills it, and what says something about the section. */
    private static final Pattern TOKEN = Pattern.compile(
            "\"(?<quoted>[^\"]*)\"?|[\\\\!](?<escaped>.?)|(?<room>[_*].?)|\\[(?<bracket>[^\\]]*)]?|(?<general>(?i)General)"
                    + "|(?<noon>(?i)AM/PM|"
                    + WordFile.load("/tables/number-formats.txt").anyOf("half days") + ")|(?<end>;)|(?<sign>.)",
            Pattern.DOTALL);

    private static final Pattern OF_DATES = Pattern.compile("[yYmMdDhHsS]|AM/PM|a{3}");
    /** Years of an emperor or of Buddha, short days of the week, parts of a day by a letter. */
    private static final Pattern STRANGE = Pattern.compile("[a-ce-gA-CE-G]");

    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)(-?[0-9.]+)");
    private static final Pattern ELAPSED = Pattern.compile("[hH]+|[mM]+|[sS]+");
    /** Digits in words. */
    private static final Pattern WORDED = Pattern.compile("(?i)(DB|Nat)Num.*");
    /** What the reader's system shows as a date or a time. */
    private static final Pattern SYSTEM = Pattern.compile("(?i)\\$-(?:x-)?(F800|F400|sysdate|systime).*");

    private static final String SIGNS_OF_DATES = "yYmMdDhHsS0:/-., ";
    private static final String SIGNS_OF_NUMBERS = "0123456789#?.,%/E@";
    private static final String SIGNS_OF_FRACTIONS = SIGNS_OF_NUMBERS + " ";

    /**
     * One section.
     *
     * @param code with marks in the places of the literals
     * @param condition of the numbers it is for; null if it has none of its own
     * @param readable false if it shows what cannot be shown here: digits in words, years of an emperor
     */
    record Section(
            String code,
            List<String> literals,
            @Nullable DoublePredicate condition,
            boolean ofDates,
            boolean readable,
            @Nullable String system) {}

    static FormatCode of(String code) {
        List<Section> sections = new ArrayList<>();
        int start = 0;
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            if (token.group("end") != null) {
                sections.add(section(code.substring(start, token.start())));
                start = token.end();
            }
        }
        sections.add(section(code.substring(start)));
        return new FormatCode(List.copyOf(sections));
    }

    private static Section section(String code) {
        StringBuilder bare = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            bare.append(token.group("noon") != null ? NOON : token.group("sign") == null ? "" : token.group());
        }
        boolean ofDates = OF_DATES.matcher(bare).find();
        String signs = ofDates ? SIGNS_OF_DATES : bare.indexOf("/") < 0 ? SIGNS_OF_NUMBERS : SIGNS_OF_FRACTIONS;
        return new Parts(ofDates, signs).read(code);
    }

    /** The section for the number. */
    Section sectionFor(double value) {
        return IntStream.range(0, sections.size())
                .filter(i -> isFor(i, value))
                .mapToObj(sections::get)
                .findFirst()
                .orElse(sections.get(0));
    }

    /** The fourth section is that of texts. */
    private boolean isFor(int section, double value) {
        DoublePredicate condition = sections.get(section).condition;
        boolean conditional = sections.get(0).condition != null;
        return switch (section) {
            case 0 ->
                condition != null
                        ? condition.test(value)
                        : sections.size() == 1 || value > 0 || value == 0 && sections.size() == 2;
            case 1 -> condition != null ? condition.test(value) : conditional || sections.size() == 2 || value < 0;
            default -> section == 2;
        };
    }

    /** Whether the section shows its numbers without their sign. */
    boolean dropsSign(Section section) {
        return section != sections.get(0) && section.condition == null;
    }

    /** One pass over a section. */
    private static final class Parts {

        private final boolean ofDates;
        private final String signs;
        private final StringBuilder code = new StringBuilder();
        private final List<String> literals = new ArrayList<>();
        private @Nullable DoublePredicate condition;
        private @Nullable String system;
        private boolean readable = true;

        Parts(boolean ofDates, String signs) {
            this.ofDates = ofDates;
            this.signs = signs;
        }

        Section read(String section) {
            Matcher token = TOKEN.matcher(section);
            while (token.find()) {
                if (token.group("quoted") != null) {
                    literal(token.group("quoted"));
                } else if (token.group("escaped") != null) {
                    literal(token.group("escaped"));
                } else if (token.group("bracket") != null) {
                    bracket(token.group("bracket"));
                } else if (token.group("general") != null) {
                    code.append(GENERAL);
                } else if (token.group("noon") != null) {
                    literal(NOON);
                } else if (token.group("sign") != null) {
                    sign(token.group("sign"));
                }
            }
            String written = code.toString().replace("aaaa", "dddd");
            readable &= !ofDates || !STRANGE.matcher(written).find();
            return new Section(written, List.copyOf(literals), condition, ofDates, readable, system);
        }

        private void bracket(String inside) {
            Matcher compared = CONDITION.matcher(inside);
            Matcher ofSystem = SYSTEM.matcher(inside);
            if (compared.matches()) {
                condition = condition(compared.group(1), Double.parseDouble(compared.group(2)));
            } else if (ofSystem.matches()) {
                system = ofSystem.group(1).matches("(?i)F800|sysdate") ? "date" : "time";
            } else if (inside.startsWith("$")) {
                literal(inside.substring(1).replaceFirst("-.*", ""));
            } else if (ELAPSED.matcher(inside).matches()) {
                code.append('[').append(inside).append(']');
            } else if (WORDED.matcher(inside).matches()) {
                readable = false;
            }
        }

        private void sign(String sign) {
            boolean exponent = "+-".contains(sign) && !code.isEmpty() && code.charAt(code.length() - 1) == 'E';
            boolean letter = ofDates && STRANGE.matcher(sign).matches();
            if (signs.contains(sign) || letter || exponent) {
                code.append(sign);
            } else {
                literal(sign);
            }
        }

        private void literal(String text) {
            if (text.isEmpty()) {
                return;
            }
            int last = literals.size() - 1;
            if (!code.isEmpty() && code.charAt(code.length() - 1) == MARK) {
                literals.set(last, literals.get(last) + text);
            } else {
                code.append(MARK);
                literals.add(text);
            }
        }

        private static DoublePredicate condition(String compare, double limit) {
            return switch (compare) {
                case "<" -> value -> value < limit;
                case "<=" -> value -> value <= limit;
                case ">" -> value -> value > limit;
                case ">=" -> value -> value >= limit;
                case "=" -> value -> value == limit;
                default -> value -> value != limit;
            };
        }
    }
}
