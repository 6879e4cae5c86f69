package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form under {@code forms/} can be read, shown in Chinese and checked. */
class FormFilesTests {

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void formIsNamedAfterItsFileAndItsFieldsAreTold(Path file) throws IOException {
        FormSchema form = FormSchema.read(new ObjectMapper().readTree(file.toFile()));

        assertThat(file.getFileName()).hasToString(form.key() + ".form");
        assertThat(form.inputs().map(FormSchema.Field::key))
                .allMatch(key -> key.matches("[a-z][A-Za-z0-9]*"))
                .doesNotHaveDuplicates();
        form.inputs().forEach(field -> {
            assertThat(field.label()).as(field.key()).containsPattern("\\p{IsHan}");
            assertThat(english(form).field(field.key()).orElseThrow().label())
                    .as("English of " + field.key())
                    .matches("[A-Z][^\\p{IsHan}]+");
            assertThat(field.maxLength()).isLessThanOrEqualTo(FormSchema.DEFAULT_MAX_LENGTH);
            assertThat(field.type() != FormSchema.Type.CHOICE
                            || !field.options().isEmpty())
                    .as(field.key())
                    .isTrue();
            assertThat(field.type() != FormSchema.Type.LIST || !field.columns().isEmpty())
                    .as(field.key())
                    .isTrue();
            field.isHidden(Map.of()); // its condition can be evaluated
        });
        assertThat(english(form).toString().replaceAll("hiddenWhen=[^,]*,", ""))
                .as("in English")
                .doesNotContainPattern("\\p{IsHan}");
    }

    private static FormSchema english(FormSchema form) {
        return form.in(Locale.ENGLISH);
    }
}
