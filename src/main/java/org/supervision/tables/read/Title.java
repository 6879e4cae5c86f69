package org.supervision.tables.read;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title of a document and the year and quarter it names. */
record Title(String text, @Nullable Integer year, @Nullable Integer quarter) {

    private static final Pattern YEAR = Words.pattern("year");
    private static final int LONGEST = 80;

    /** The first of the texts above the table that names year and quarter, else a year, else the first at all. */
    static Title among(List<String> texts) {
        List<Title> candidates = texts.stream()
                .filter(text -> text.length() <= LONGEST)
                .map(Title::of)
                .toList();
        return candidates.stream()
                .filter(title -> title.year != null && title.quarter != null)
                .findFirst()
                .or(() ->
                        candidates.stream().filter(title -> title.year != null).findFirst())
                .or(() -> candidates.stream().findFirst())
                .orElse(new Title("", null, null));
    }

    static Title of(String text) {
        String key = Texts.key(text);
        return new Title(text, yearIn(key), quarterIn(key));
    }

    private static @Nullable Integer yearIn(String key) {
        Matcher matcher = YEAR.matcher(key);
        if (!matcher.find()) {
            return null;
        }
        String digits = Words.section("digits").get(0);
        int year = 0;
        for (char character : matcher.group().toCharArray()) {
            int value = Character.isDigit(character) ? character - '0' : digits.indexOf(character);
            if (value >= 0
                    || matcher.group().indexOf(character) < matcher.group().length() - 1) {
                year = year * 10 + Math.max(0, value);
            }
        }
        return year;
    }

    private static @Nullable Integer quarterIn(String key) {
        for (int quarter = 1; quarter <= 4; quarter++) {
            if (Words.pattern("quarter " + quarter).matcher(key).find()) {
                return quarter;
            }
        }
        return null;
    }
}
