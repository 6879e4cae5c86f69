package org.supervision.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every page in the states it may be in, as {@code catalogue/pages.txt} says, and the addresses that are no pages. */
record PageCatalogue(List<Entry> entries, Set<String> noPages) {

    private static final Pattern LINE =
            Pattern.compile("(?<name>[a-z-]+) +(?<state>empty|one|many|error|no-right|print)"
                    + " +(?<who>\\S+) +(?<address>/\\S*)( +=(?<status>\\d{3}))?( +>(?<act>.+))?");

    private static final Pattern NO_PAGE = Pattern.compile("(file|part|leads-back) +(?<pattern>/\\S*)");

    private static final Pattern OBJECT = Pattern.compile("\\{(\\w+)}");

    /**
     * A page in one state.
     *
     * @param who an account, or {@code -} for a stranger
     * @param address with the names of objects in braces
     * @param status what is answered, after the act if there is one
     * @param act what is clicked once the page is there; empty for nothing
     */
    record Entry(String name, String state, String who, String address, int status, String act) {

        String key() {
            return name + "-" + state;
        }

        boolean isPrinted() {
            return state.equals("print");
        }

        /** As a browser asks for it. */
        String address(Map<String, String> objects) {
            return OBJECT.matcher(address)
                    .replaceAll(found -> Matcher.quoteReplacement(
                            Objects.requireNonNull(objects.get(found.group(1)), found.group())));
        }
    }

    static PageCatalogue read() {
        List<String> lines = lines("/catalogue/pages.txt");
        return new PageCatalogue(
                lines.stream()
                        .filter(line -> !NO_PAGE.matcher(line).matches())
                        .map(PageCatalogue::entry)
                        .toList(),
                lines.stream()
                        .map(NO_PAGE::matcher)
                        .filter(Matcher::matches)
                        .map(line -> line.group("pattern"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Entry entry(String line) {
        Matcher read = LINE.matcher(line);
        if (!read.matches()) {
            throw new IllegalArgumentException("Not an entry of the catalogue: " + line);
        }
        String status = read.group("status");
        String act = read.group("act");
        return new Entry(
                read.group("name"),
                read.group("state"),
                read.group("who"),
                read.group("address"),
                status == null ? 200 : Integer.parseInt(status),
                act == null ? "" : act);
    }

    /** What a file of the tests says, without its comments. */
    static List<String> lines(String file) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PageCatalogue.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
