package org.supervision.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.supervision.browser.PageCatalogue.Entry;

/** No page is left out of the catalogue: the addresses are those of the matrix of rights, which is itself complete. */
class PageCatalogueTests {

    /** Not the portal's: REST, the engine, what watches over the application. */
    private static final List<String> NOT_OURS = List.of(
            "/api/",
            "/camunda",
            "/actuator",
            "/engine-rest",
            "/swagger-ui",
            "/v3/",
            "/css/",
            "/favicon",
            "/h2-console",
            "/unheard-of");

    private static final PageCatalogue CATALOGUE = PageCatalogue.read();

    @Test
    void everyAddressIsAPageOfTheCatalogueOrNoPage() {
        List<PathPattern> patterns = addresses().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .sorted(Comparator.naturalOrder())
                .toList();
        Set<String> shown = new TreeSet<>();
        for (Entry entry : CATALOGUE.entries()) {
            PathContainer path = PathContainer.parsePath(entry.address().replaceAll("\\?.*", ""));
            shown.add(patterns.stream()
                    .filter(pattern -> pattern.matches(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No such address: " + entry.address()))
                    .getPatternString());
        }

        assertThat(shown).doesNotContainAnyElementsOf(CATALOGUE.noPages());
        shown.addAll(CATALOGUE.noPages());
        assertThat(shown).containsExactlyInAnyOrderElementsOf(addresses());
    }

    @Test
    void everyEntryHasANameOfItsOwn() {
        List<String> keys = CATALOGUE.entries().stream().map(Entry::key).toList();
        List<String> twice = new ArrayList<>(keys);
        new HashSet<>(keys).forEach(twice::remove);

        assertThat(twice).isEmpty();
    }

    @Test
    void everyStateAndEveryPostIsTried() {
        assertThat(CATALOGUE.entries().stream().map(Entry::state).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("empty", "one", "many", "error", "no-right", "print");
        assertThat(CATALOGUE.entries().stream().map(Entry::who).collect(Collectors.toSet()))
                .contains("-", "officer", "chief", "mayor", "sysadmin", "secadmin", "auditor")
                .anyMatch(who -> who.endsWith("-liaison"))
                .anyMatch(who -> who.endsWith("-leader"));
    }

    private static Set<String> addresses() {
        return PageCatalogue.lines("/authorization/matrix.txt").stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words[0].equals("GET") && NOT_OURS.stream().noneMatch(words[1]::startsWith))
                .map(words -> words[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
