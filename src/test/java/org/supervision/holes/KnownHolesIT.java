package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;

/**
 * Known holes: each is shown to succeed against a plain Camunda 7.24.0 that the test starts, then to fail against ours.
 * They are listed in {@link StrangersProbes}, {@link AccountsProbes}, {@link ActsProbes}, {@link InstancesProbes}, {@link
 * InsideProbes}, {@link PortalProbes}, {@link RequestProbes} and {@link FilesProbes}.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("org.supervision.holes.PlainApplication#isThere")
class KnownHolesIT {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private ProcessEngine engine;

    private static PlainApplication plain;

    private OurApplication ours;

    /** Before ours starts, so that both start at once. */
    @DynamicPropertySource
    static void startPlain(DynamicPropertyRegistry properties) {
        plain = PlainApplication.start();
    }

    @BeforeAll
    void openQuarter() {
        ours = new OurApplication(port, cities, engine);
        plain.awaitStart();
    }

    @AfterAll
    static void stopPlain() {
        if (plain != null) {
            plain.stop();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("probes")
    void succeedsAgainstThePlainApplicationAndFailsAgainstOurs(Probe probe) throws Exception {
        probe.bites().on(plain);
        probe.fails().on(ours);
    }

    @Test
    void eachOfAtLeastThirtyIsAHoleOfItsOwn() {
        assertThat(probes())
                .extracting(Probe::name)
                .hasSizeGreaterThanOrEqualTo(30)
                .doesNotHaveDuplicates();
    }

    static List<Probe> probes() {
        return Stream.of(
                        StrangersProbes.PROBES,
                        AccountsProbes.PROBES,
                        ActsProbes.PROBES,
                        InstancesProbes.PROBES,
                        InsideProbes.PROBES,
                        PortalProbes.PROBES,
                        RequestProbes.PROBES,
                        FilesProbes.PROBES)
                .flatMap(List::stream)
                .toList();
    }
}
