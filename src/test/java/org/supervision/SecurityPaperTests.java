package org.supervision;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

/** The paper on security answers every requirement once, names only what there is, and is counted rightly. */
class SecurityPaperTests {

    private static final Path PAPER = Path.of("src/docs/security.md");
    private static final Path REQUIREMENTS = Path.of("src/test/resources/security");
    private static final List<Path> PLACES =
            List.of(Path.of("src"), Path.of("deploy"), Path.of("processes"), Path.of("forms"));

    private static final String TEST = "test";
    private static final String CONFIGURATION = "configuration";
    private static final List<String> KINDS = List.of(TEST, CONFIGURATION, "not applicable", "open");

    private static final Pattern LINE =
            Pattern.compile("\\| (?<id>V\\d+\\.\\d+\\.\\d+|8\\.1\\.[45]\\.\\d+( [a-z]\\))?) \\| (?<level>[1-3])"
                    + " \\| (?<asks>[^|]+) \\| (?<kind>[^|]+) \\| (?<says>[^|]+) \\|");

    /** What is to be looked up. */
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");

    private static final Pattern METHOD = Pattern.compile("(?<type>[A-Z]\\w+)#(?<method>\\w+)");

    private static final Pattern MARKED = Pattern.compile("@(Parameterized)?Test\\b");

    /** The answer to one requirement. */
    private record Answer(String id, String level, String kind, String says) {

        List<String> named() {
            return NAMED.matcher(says).results().map(found -> found.group(1)).toList();
        }
    }

    private static List<Answer> answers;
    private static Map<String, List<Path>> files;

    @BeforeAll
    static void read() throws IOException {
        answers = new ArrayList<>();
        for (String line : Files.readAllLines(PAPER)) {
            if (line.startsWith("| V") || line.startsWith("| 8.1.")) {
                Matcher answer = LINE.matcher(line);
                assertThat(answer.matches()).as(line).isTrue();
                answers.add(new Answer(
                        answer.group("id"), answer.group("level"), answer.group("kind"), answer.group("says")));
            }
        }
        List<Path> found = new ArrayList<>(List.of(Path.of("pom.xml"), Path.of("README.md"), Path.of(".gitignore")));
        for (Path place : PLACES) {
            try (Stream<Path> all = Files.walk(place)) {
                all.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        files = found.stream().collect(groupingBy(file -> file.getFileName().toString()));
    }

    @Test
    void everyRequirementIsAnsweredOnce() throws IOException {
        List<String> asked = new ArrayList<>();
        for (String list : List.of("asvs-5.0-level-2.txt", "gbt-22239-level-3.txt")) {
            asked.addAll(Files.readAllLines(REQUIREMENTS.resolve(list)));
        }

        assertThat(asked).hasSize(253 + 46).doesNotHaveDuplicates();
        assertThat(answers)
                .extracting(answer -> answer.id() + " " + answer.level())
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void everyAnswerIsOfAKindAndSaysEnoughForIt() {
        assertThat(answers).extracting(Answer::kind).isSubsetOf(KINDS);
        assertThat(answers).filteredOn(answer -> answer.kind().equals(TEST)).allMatch(answer -> answer.named().stream()
                .anyMatch(SecurityPaperTests::isOfATest));
        assertThat(answers)
                .filteredOn(answer -> answer.kind().equals(CONFIGURATION))
                .allMatch(answer -> answer.named().stream().anyMatch(Predicate.not(SecurityPaperTests::isOfATest)));
    }

    @Test
    void whatIsNamedIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Answer answer : answers) {
            for (String named : answer.named()) {
                if (!isThere(named)) {
                    missing.add(answer.id() + ": " + named);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void theCountsAtTheHeadAreRight() throws IOException {
        assertThat(Files.readAllLines(PAPER))
                .containsSequence(
                        count("ASVS 5.0 L1", answer -> answer.level().equals("1")),
                        count("ASVS 5.0 L2", answer -> answer.level().equals("2")),
                        count("GB/T 22239-2019 8.1.4", answer -> answer.id().startsWith("8.1.4.")),
                        count("GB/T 22239-2019 8.1.5", answer -> answer.id().startsWith("8.1.5.")),
                        count("合计", answer -> true));
    }

    private static String count(String name, Predicate<Answer> which) {
        List<Answer> counted = answers.stream().filter(which).toList();
        String kinds = KINDS.stream()
                .map(kind -> counted.stream()
                        .filter(answer -> answer.kind().equals(kind))
                        .count())
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
        return "| " + name + " | " + kinds + " | " + counted.size() + " |";
    }

    private static boolean isOfATest(String named) {
        return METHOD.matcher(named).matches();
    }

    private static boolean isThere(String named) throws IOException {
        Matcher method = METHOD.matcher(named);
        if (method.matches()) {
            return isTest(method.group("type"), method.group("method"));
        }
        String[] fileAndText = named.split(":", 2);
        for (Path file : files.getOrDefault(fileAndText[0], List.of())) {
            if (fileAndText.length == 1 || holds(file, fileAndText[1])) {
                return true;
            }
        }
        return false;
    }

    /** Between a method's name and the one before it stands what marks it. */
    private static boolean isTest(String type, String method) throws IOException {
        for (Path file : files.getOrDefault(type + ".java", List.of())) {
            String[] methods = Files.readString(file).split("\\bvoid ");
            for (int i = 1; file.startsWith("src/test/java") && i < methods.length; i++) {
                if (methods[i].startsWith(method + "(")
                        && MARKED.matcher(methods[i - 1]).find()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(Path file, String text) throws IOException {
        String name = file.toString();
        int equals = text.indexOf('=');
        if (name.endsWith(".yaml")) {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new FileSystemResource(file));
            Properties properties = Objects.requireNonNull(yaml.getObject());
            return equals > 0 && text.substring(equals + 1).equals(properties.getProperty(text.substring(0, equals)));
        }
        String content = Files.readString(file);
        if (name.endsWith(".json") && equals > 0) {
            String field = Pattern.quote(text.substring(0, equals));
            String value = Pattern.quote(text.substring(equals + 1));
            return Pattern.compile('"' + field + "\": \"?" + value + "\"?[,\\s]")
                    .matcher(content)
                    .find();
        }
        return content.contains(text);
    }
}
