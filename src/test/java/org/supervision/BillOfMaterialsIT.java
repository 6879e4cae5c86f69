package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the artifact is made of is listed inside it, and under which licences in {@code src/docs/supply-chain.md}. */
class BillOfMaterialsIT {

    private static final String BILL = "META-INF/sbom/application.cdx.json";
    private static final Path PAPER = Path.of("src/docs/supply-chain.md");

    /** {@code | licence | how many components | what it asks |} */
    private static final Pattern ROW = Pattern.compile("\\| ([^|`]+?) \\| (\\d+) \\| .+ \\|");

    private static JarFile artifact;
    private static List<JsonNode> components;

    @BeforeAll
    static void readTheBill() throws IOException {
        artifact = new JarFile(System.getProperty("supervision.artifact"));
        JarEntry bill = artifact.stream()
                .filter(entry -> entry.getName().endsWith(BILL))
                .findFirst()
                .orElseThrow();
        try (InputStream text = artifact.getInputStream(bill)) {
            JsonNode all = new ObjectMapper().readTree(text).at("/components");
            components = StreamSupport.stream(all.spliterator(), false).toList();
        }
    }

    @AfterAll
    static void close() throws IOException {
        artifact.close();
    }

    @Test
    void everyLibraryInTheArtifactIsListedWithItsDigest() throws IOException, NoSuchAlgorithmException {
        Set<String> listed = components.stream()
                .flatMap(component ->
                        StreamSupport.stream(component.at("/hashes").spliterator(), false))
                .filter(hash -> hash.at("/alg").asText().equals("SHA-256"))
                .map(hash -> hash.at("/content").asText())
                .collect(Collectors.toSet());
        Map<String, String> missing = new HashMap<>();
        int libraries = 0;
        for (JarEntry library : artifact.stream()
                .filter(entry -> entry.getName().matches("BOOT-INF/lib/.+\\.jar"))
                .toList()) {
            try (InputStream bytes = artifact.getInputStream(library)) {
                String digest = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
                libraries++;
                if (!listed.contains(digest)) {
                    missing.put(library.getName(), digest);
                }
            }
        }
        assertThat(libraries).isGreaterThan(100);
        assertThat(missing.keySet()).allMatch(name -> name.contains("spring-boot-jarmode-tools"));
    }

    @Test
    void everyComponentHasALicenceThatThePaperNamesAndCounts() throws IOException {
        Map<String, Integer> named = new LinkedHashMap<>();
        Files.readAllLines(PAPER).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .forEach(row -> named.put(row.group(1), Integer.valueOf(row.group(2))));
        Map<String, Integer> counted = new LinkedHashMap<>();
        for (JsonNode component : components) {
            Set<String> licences = licences(component);
            String taken = named.keySet().stream()
                    .filter(licences::contains)
                    .findFirst()
                    .orElseGet(
                            () -> fail("%s: %s".formatted(component.at("/name").asText(), licences)));
            counted.merge(taken, 1, Integer::sum);
        }
        assertThat(counted).containsExactlyInAnyOrderEntriesOf(named);
    }

    @Test
    void everyVersionIsPinned() throws IOException {
        assertThat(components)
                .allSatisfy(component -> assertThat(component.at("/version").asText())
                        .as(component.at("/name").asText())
                        .matches("[0-9A-Za-z][0-9A-Za-z.+_-]*")
                        .doesNotContain("SNAPSHOT"));
        assertThat(Files.readString(Path.of("pom.xml")))
                .doesNotContain("LATEST", "RELEASE<")
                .doesNotContainPattern("<version>[\\[(]");
    }

    private static Set<String> licences(JsonNode component) {
        Set<String> licences = new HashSet<>();
        component.at("/licenses").forEach(each -> {
            licences.add(each.at("/expression").asText());
            licences.add(each.at("/license/id").asText());
            licences.add(each.at("/license/name").asText());
        });
        licences.remove("");
        return licences;
    }
}
