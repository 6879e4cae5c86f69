package org.supervision.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The application does not start with a trail that is kept for less than the law asks. */
class AuditPropertiesTests {

    @ParameterizedTest
    @CsvSource({"5, false", "0, false", "-1, false", "6, true", "12, true", "'', true"})
    void theStartRefusesLessThanSixMonths(String months, boolean starts) {
        new ApplicationContextRunner()
                .withUserConfiguration(Bound.class)
                .withPropertyValues(
                        "supervision.audit.sealing=true",
                        "supervision.audit.algorithm=SHA-256",
                        "supervision.audit.late-after=PT1M",
                        "supervision.audit.syslog.host=",
                        "supervision.audit.syslog.port=514",
                        "supervision.audit.keep-months=" + months)
                .run(context -> {
                    if (starts) {
                        assertThat(context).hasNotFailed();
                    } else {
                        assertThat(context).getFailure().rootCause().hasMessageContaining("keepMonths");
                    }
                });
    }

    @EnableConfigurationProperties(AuditProperties.class)
    static class Bound {}
}
