package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.supervision.identity.CurrentUser;

/** Manuals name only what there is: pages, pictures of the catalogue, words that stand on the screen. */
class ManualTests {

    private static final Path MANUALS = Path.of("src/docs/manuals");
    private static final Path PICTURES = MANUALS.resolve("pictures");
    private static final Path MATRIX = Path.of("src/test/resources/authorization/matrix.txt");
    private static final Path CATALOGUE = Path.of("src/test/resources/catalogue/pages.txt");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path ENGINE_APPLICATIONS =
            Path.of("src/main/resources/META-INF/resources/webjars/camunda/app");

    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(pictures/([^)]+)\\.png\\)");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern QUOTED = Pattern.compile("\u201C([^\u201D]+)\u201D");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final ManualPages pages = new ManualPages();

    @Test
    void everyManualHasATitleAndChaptersThatItsListLeadsTo() {
        for (ManualPages.ManualPage page : pages.all()) {
            assertThat(page.title()).isNotBlank();
            List<String> ids = Jsoup.parse(page.body()).select("h2").eachAttr("id");
            assertThat(page.chapters().stream().map(ManualPages.Chapter::id)).containsExactlyElementsOf(ids);
        }
    }

    @Test
    void everyFileIsTheManualOfAPost() throws IOException {
        assertThat(names(MANUALS, ".md"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Manual.values()).map(Manual::word).toList());
    }

    @Test
    void everybodyIsShownTheManualOfTheirPost() {
        assertThat(Manual.of(holding("demo/units/demo-u001/liaison"))).isEqualTo(Manual.LIAISON);
        assertThat(Manual.of(holding("demo/units/demo-u001/leader"))).isEqualTo(Manual.UNIT_LEADER);
        assertThat(Manual.of(holding("demo/office/officer"))).isEqualTo(Manual.OFFICER);
        assertThat(Manual.of(holding("demo/office/officer", "demo/office/chief")))
                .isEqualTo(Manual.CHIEF);
        assertThat(Manual.of(holding("demo/city-leader"))).isEqualTo(Manual.CITY_LEADER);
        assertThat(Manual.of(holding("admin/audit"))).isEqualTo(Manual.ADMINISTRATORS);
    }

    @Test
    void everyPictureIsOneOfTheCatalogueAndThere() throws IOException {
        Set<String> named = named(PICTURE);
        Set<String> entries = Files.readAllLines(CATALOGUE).stream()
                .map(line -> line.split("\\s+"))
                .filter(words -> words.length > 3)
                .map(words -> words[0] + "-" + words[1])
                .collect(Collectors.toSet());

        assertThat(names(PICTURES, ".png")).containsExactlyInAnyOrderElementsOf(named);
        assertThat(named).isNotEmpty().allMatch(name -> entries.contains(name.replaceAll("-\\d+$", "")));
    }

    @Test
    void everyLinkLeadsToAPage() throws IOException {
        Set<String> addresses = Files.readAllLines(MATRIX).stream()
                .filter(line -> line.startsWith("GET "))
                .map(line -> line.split("\\s+")[1])
                .collect(Collectors.toSet());

        assertThat(named(LINK)).isNotEmpty().isSubsetOf(addresses);
    }

    /** Of several words in one pair of marks, joined by a dash as they are chosen one after another, each. */
    @Test
    void everyWordInQuotationMarksStandsOnTheScreen() throws IOException {
        StringBuilder screens = new StringBuilder();
        try (Stream<Path> bundles = Files.list(MESSAGES)) {
            for (Path bundle :
                    bundles.filter(file -> !file.toString().contains("_en.")).toList()) {
                Properties properties = new Properties();
                try (var reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.values().forEach(text -> screens.append(text).append('\n'));
            }
        }
        try (Stream<Path> forms = Files.walk(Path.of("forms"))) {
            for (Path form :
                    forms.filter(file -> file.toString().endsWith(".form")).toList()) {
                screens.append(Files.readString(form));
            }
        }
        try (Stream<Path> plugins = Files.walk(ENGINE_APPLICATIONS)) {
            for (Path script :
                    plugins.filter(file -> file.toString().endsWith(".js")).toList()) {
                screens.append(Files.readString(script));
            }
        }
        String words = screens.toString();

        List<String> unknown = new ArrayList<>();
        for (String quoted : named(QUOTED)) {
            for (String word : quoted.split("\u2014")) {
                if (HAN.matcher(word).find() && !words.contains(word)) {
                    unknown.add(word);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static Set<String> named(Pattern what) throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(MANUALS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                what.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(named::add);
            }
        }
        return named;
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .toList();
        }
    }

    private static CurrentUser holding(String... posts) {
        return CurrentUser.of("somebody", "somebody", Set.of(posts));
    }
}
