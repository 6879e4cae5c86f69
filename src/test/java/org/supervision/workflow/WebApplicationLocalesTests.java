package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's web applications say in Chinese all that they say in English; a new version of them shows here. */
class WebApplicationLocalesTests {

    private static final String APPLICATIONS = "/META-INF/resources/webjars/camunda/app/";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{ *\\w+ *}}|\\{}");
    private static final Pattern MARKUP = Pattern.compile("</?(?:a|br|strong)\\b[^>]*>");
    /** Signs, names and formats; the two empty ones are a hint that is not given and the English plural. */
    private static final Set<String> SAME =
            Set.of("<", "<=", ">", ">=", "Camunda", "CSV", "JSON", "YYYY-MM-DDTHH:mm:ss", "HH:mm", "L", "");

    private static final String PLURAL = "s";
    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,;:!?(]|[,;:!?)]\\p{IsHan}|!|\uff01");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void keysAreThoseOfTheEnglish(String application) throws IOException {
        Map<String, String> english = texts(application, "en");

        assertThat(english).hasSizeGreaterThan(100);
        assertThat(texts(application, "zh-CN").keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void placeholdersAndLinksAreThoseOfTheEnglish(String application) throws IOException {
        assertThat(differing(
                        application,
                        (english, chinese) -> found(PLACEHOLDER, english).equals(found(PLACEHOLDER, chinese))
                                && found(MARKUP, english).equals(found(MARKUP, chinese))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void nothingStaysEnglishOrEmpty(String application) throws IOException {
        assertThat(differing(
                        application,
                        (english, chinese) -> SAME.contains(english)
                                || english.equals(PLURAL)
                                || !chinese.isBlank() && !chinese.equals(english)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void signsBetweenChineseAreChineseAndNothingIsExclaimed(String application) throws IOException {
        assertThat(differing(application, (english, chinese) -> !HALF_WIDTH
                        .matcher(chinese.replaceAll("&[a-z]+;", ""))
                        .find()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void chineseIsOffered(String application) throws IOException {
        try (InputStream file = resource(application + "/scripts/config.js")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("from '../../language.js'", "locales,");
        }
    }

    private static Map<String, String> differing(String application, BiPredicate<String, String> alike)
            throws IOException {
        Map<String, String> english = texts(application, "en");
        Map<String, String> differing = texts(application, "zh-CN");
        differing.entrySet().removeIf(text -> alike.test(english.get(text.getKey()), text.getValue()));
        return differing;
    }

    /** The marks of a text; a placeholder is the same with and without blanks. */
    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(mark -> mark.group().startsWith("{") ? mark.group().replace(" ", "") : mark.group())
                .collect(Collectors.toSet());
    }

    /** Every text by its path. */
    private static Map<String, String> texts(String application, String language) throws IOException {
        try (InputStream file = resource(application + "/locales/" + language + ".json")) {
            Map<String, String> texts = new LinkedHashMap<>();
            collect("", new ObjectMapper().readTree(file), texts);
            return texts;
        }
    }

    private static void collect(String path, JsonNode node, Map<String, String> texts) {
        if (node.isTextual()) {
            texts.put(path, node.asText());
        }
        node.properties().forEach(child -> collect(path + "/" + child.getKey(), child.getValue(), texts));
        for (int item = 0; node.isArray() && item < node.size(); item++) {
            collect(path + "/" + item, node.get(item), texts);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(WebApplicationLocalesTests.class.getResourceAsStream(APPLICATIONS + name), name);
    }
}
