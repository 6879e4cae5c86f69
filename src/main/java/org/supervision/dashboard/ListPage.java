package org.supervision.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/** A list whose filter, order and columns stand in its address and can be kept under a name. */
public enum ListPage {
    KEY_TASKS(
            "/key-tasks", List.of("year", "unit", "lamp", "q", "sort"), List.of("lead", "supporting", "lamps", "year")),
    ROUND(
            "/rounds/[\\w.-]{1,80}",
            List.of("standing", "state", "unit", "overdue", "lamp"),
            List.of("lead", "standing", "unit-verdict", "office-verdict", "due"));

    /** Name of the parameter with the columns that are shown; without it all are. */
    public static final String COLUMNS = "cols";

    private final Pattern path;
    private final List<String> parameters;
    private final List<String> columns;

    ListPage(String path, List<String> parameters, List<String> columns) {
        this.path = Pattern.compile(path);
        this.parameters = parameters;
        this.columns = columns;
    }

    /** The list at that path of the portal. */
    public static Optional<ListPage> at(String path) {
        return Arrays.stream(values())
                .filter(page -> page.path.matcher(path).matches())
                .findFirst();
    }

    /** Columns that can be left out. */
    public List<String> columns() {
        return columns;
    }

    /** The address's query with what belongs to the list alone, always in the same order; values encoded. */
    public String query(MultiValueMap<String, String> given) {
        Stream<String> filter = parameters.stream()
                .filter(name -> !isEmpty(given.getFirst(name)))
                .map(name -> name + "=" + encoded(given.getFirst(name)));
        List<String> shown = shownColumns(given);
        return Stream.concat(
                        filter,
                        shown.size() == columns.size()
                                ? Stream.empty()
                                : Stream.of(COLUMNS + "=" + String.join(",", shown)))
                .collect(Collectors.joining("&"));
    }

    /** In the order of the table; all of them if none is named. */
    public List<String> shownColumns(MultiValueMap<String, String> given) {
        List<String> named = given.getOrDefault(COLUMNS, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList();
        List<String> shown = columns.stream().filter(named::contains).toList();
        return shown.isEmpty() ? columns : shown;
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static String encoded(String value) {
        // A plus would be read as a space.
        return UriUtils.encodeQueryParam(value.strip(), StandardCharsets.UTF_8).replace("+", "%2B");
    }
}
