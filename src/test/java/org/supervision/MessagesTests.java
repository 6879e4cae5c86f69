package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Texts for people live in the message bundles alone, each in Chinese and English. */
class MessagesTests {

    private static final Path MAIN = Path.of("src/main");
    private static final Path MESSAGES = MAIN.resolve("resources/messages");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @TestFactory
    Stream<DynamicTest> everyKeyExistsInChineseAndEnglish() throws IOException {
        return files(MESSAGES, ".properties")
                .filter(file -> !file.getFileName().toString().endsWith("_en.properties"))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Path english =
                            file.resolveSibling(file.getFileName().toString().replace(".properties", "_en.properties"));
                    assertThat(keys(english)).isNotEmpty().containsExactlyInAnyOrderElementsOf(keys(file));
                }));
    }

    @TestFactory
    Stream<DynamicTest> keysBeginWithTheirPackage() throws IOException {
        return files(MESSAGES, ".properties")
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String owner = file.getFileName().toString().replaceAll("(_en)?\\.properties", "");
                    assertThat(keys(file)).allMatch(key -> key.startsWith(owner + "."));
                }));
    }

    @TestFactory
    Stream<DynamicTest> javaHoldsNoChinese() throws IOException {
        return files(MAIN.resolve("java"), ".java")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    // Comments may name the field's terms; what is shown to people may not stand in code.
                    String code = Files.readString(file)
                            .replaceAll("(?s)/\\*.*?\\*/", "")
                            .replaceAll("//[^\n]*", "");
                    assertThat(lines(code, HAN)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> templatesHoldNoLiteralText() throws IOException {
        return files(MAIN.resolve("resources/templates"), ".html")
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    String markup = withoutComments(file);
                    assertThat(lines(markup, HAN)).as("Chinese in the template").isEmpty();
                    assertThat(texts(markup)).as("words between tags").isEmpty();
                }));
    }

    @Test
    void everyKeyThatTemplatesNameExists() throws IOException {
        Set<String> known = new HashSet<>();
        for (Path file : files(MESSAGES, ".properties").toList()) {
            known.addAll(keys(file));
        }
        Set<String> named = new HashSet<>();
        Pattern expression = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");
        for (Path file : files(MAIN.resolve("resources/templates"), ".html").toList()) {
            Matcher matcher = expression.matcher(withoutComments(file));
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        assertThat(named).isNotEmpty();
        assertThat(known).containsAll(named);
    }

    /** Whoever records something new in the audit trail says what it is called. */
    @Test
    void everyActAndFieldOfTheTrailHasAWord() throws IOException {
        Set<String> named = new HashSet<>();
        Pattern act = Pattern.compile("String act\\(\\) \\{\\s*return ([^;]*);");
        Pattern object = Pattern.compile("String objectType\\(\\) \\{\\s*return ([^;]*);");
        Pattern literal = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
        Pattern field = Pattern.compile("(?:\"(\\w+)\",\\s*new Change\\(|fields\\.put\\(\\s*\"(\\w+)\",)");
        for (Path file : files(MAIN.resolve("java"), ".java").toList()) {
            String code = Files.readString(file);
            act.matcher(code).results().forEach(found -> literal.matcher(found.group(1))
                    .results()
                    .forEach(word -> named.add("audit.act." + word.group(1))));
            object.matcher(code).results().forEach(found -> literal.matcher(found.group(1))
                    .results()
                    .forEach(word -> named.add("audit.object." + word.group(1))));
            field.matcher(code)
                    .results()
                    .forEach(found ->
                            named.add("audit.field." + (found.group(1) == null ? found.group(2) : found.group(1))));
        }
        assertThat(named).contains("audit.act.submit-report", "audit.object.slip", "audit.field.goal");
        assertThat(keys(MESSAGES.resolve("audit.properties"))).containsAll(named);
    }

    private static Stream<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found =
                    all.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).as("files in " + folder).isNotEmpty();
            return found.stream();
        }
    }

    private static String withoutComments(Path template) throws IOException {
        return Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }

    private static List<String> lines(String text, Pattern pattern) {
        return text.lines().filter(line -> pattern.matcher(line).find()).toList();
    }

    /** Words that stand between tags; expressions in {@code [[…]]} are none. */
    private static List<String> texts(String markup) {
        Pattern between = Pattern.compile(">([^<]*\\p{L}{2,}[^<]*)<");
        return between.matcher(markup.replaceAll("\\[\\[.*?]]", "").replaceAll("&[a-z]+;", ""))
                .results()
                .map(result -> result.group(1).strip())
                .filter(text -> !text.startsWith("${") && !text.isEmpty())
                .toList();
    }
}
