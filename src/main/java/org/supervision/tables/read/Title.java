package org.supervision.tables.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title of a document and the year and quarter it names. */
record Title(String text, @Nullable Integer year, @Nullable Integer quarter) {

    private static final Pattern YEAR = Words.pattern("year");
    private static final Pattern DATE = Words.pattern("rest of a date");
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
                .or(() -> candidates.stream()
                        .filter(title -> title.year != null || namesSeveralYears(title.text))
                        .findFirst())
                .or(() -> candidates.stream().findFirst())
                .orElse(new Title("", null, null));
    }

    static Title of(String text) {
        String key = Texts.key(text);
        return new Title(text, yearIn(key), quarterIn(key));
    }

    /** Whether it speaks of several years, so that none is that of the document. */
    static boolean namesSeveralYears(String text) {
        return yearsIn(Texts.key(text)).size() > 1;
    }

    /** The last year it names; null if it names none. */
    static @Nullable Integer lastYear(String text) {
        List<Integer> years = yearsIn(Texts.key(text));
        return years.isEmpty() ? null : years.get(years.size() - 1);
    }

    private static @Nullable Integer yearIn(String key) {
        List<Integer> years = yearsIn(key);
        return years.size() == 1 ? years.get(0) : null;
    }

    /** Different ones in their order; dates count only where nothing else names a year. */
    private static List<Integer> yearsIn(String key) {
        Set<Integer> years = new LinkedHashSet<>();
        Set<Integer> dated = new LinkedHashSet<>();
        Matcher matcher = YEAR.matcher(key);
        while (matcher.find()) {
            boolean date = DATE.matcher(key).region(matcher.end(), key.length()).lookingAt();
            (date ? dated : years).add(year(matcher.group()));
        }
        return List.copyOf(years.isEmpty() ? dated : years);
    }

    private static int year(String written) {
        String digits = Words.section("digits").get(0);
        int year = 0;
        for (int i = 0; i < written.length(); i++) {
            char character = written.charAt(i);
            int value = Character.isDigit(character) ? character - '0' : digits.indexOf(character);
            if (value >= 0 || i < written.length() - 1) {
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
