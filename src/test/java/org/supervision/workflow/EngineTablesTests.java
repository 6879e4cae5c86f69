package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The migration that makes the engine's tables says word for word what the engine's own scripts say. */
class EngineTablesTests {

    @ParameterizedTest
    @ValueSource(strings = {"engine", "history", "identity", "decision.engine", "decision.history"})
    void areThoseOfTheEnginesScript(String part) throws IOException {
        assertThat(text("db/migration/V0270__workflow_create_engine.sql"))
                .contains(text("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql"));
    }

    private static String text(String path) throws IOException {
        return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
    }
}
