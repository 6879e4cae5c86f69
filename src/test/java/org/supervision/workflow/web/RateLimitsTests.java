package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.supervision.workflow.web.Limits.Limit;

/** What costs is done so often and no more, by each for themselves, on time that passes. */
class RateLimitsTests {

    private static final Limit SIXTY = new Limit(60, Duration.ofMinutes(1));

    private final MockClock ticks = new MockClock();
    private final RateLimits limits =
            new RateLimits(new Limits(SIXTY, SIXTY, SIXTY, SIXTY, new Limit(0, Duration.ofMinutes(1))), ticks);

    @Test
    void soOftenAtOnceAndAgainAsTimePasses() {
        take(60, "someone");

        assertThat(limits.take(LimitedAct.IMPORT, "someone")).isEqualTo(Duration.ofSeconds(1));
        ticks.add(Duration.ofSeconds(1));
        assertThat(limits.take(LimitedAct.IMPORT, "someone")).isZero();
        assertThat(limits.take(LimitedAct.IMPORT, "someone")).isPositive();
    }

    @Test
    void othersAndOtherActsAreNotConcerned() {
        take(60, "someone");

        assertThat(limits.take(LimitedAct.IMPORT, "else")).isZero();
        assertThat(limits.take(LimitedAct.SEARCH, "someone")).isZero();
    }

    @Test
    void whatWasGivenBackDoesNotCount() {
        for (int i = 0; i < 200; i++) {
            assertThat(limits.take(LimitedAct.FAILED_SIGN_IN, "10.1.1.1")).isZero();
            limits.giveBack(LimitedAct.FAILED_SIGN_IN, "10.1.1.1");
        }
    }

    @Test
    void withoutALimitEverythingGoes() {
        for (int i = 0; i < 1000; i++) {
            assertThat(limits.take(LimitedAct.PUBLIC_FILE, "10.1.1.1")).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.1.1, 10.1.1.1",
        "2001:db8:1:2:aaaa:bbbb:cccc:dddd, 2001:db8:1:2",
        "2001:db8:1:2:1:1:1:1, 2001:db8:1:2",
        "0:0:0:0:0:0:0:1, 0:0:0:0"
    })
    void aNetworkCountsAsOneAddress(String address, String network) {
        assertThat(RateLimits.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /key-tasks?q=%E6%B0%B4,            ,                    SEARCH",
        "GET,  /key-tasks?q=&page=1,              ,                    ",
        "GET,  /key-tasks,                        ,                    ",
        "GET,  /api/v1/key-tasks?lamp=RED&q=1,    ,                    SEARCH",
        "POST, /imports,                          multipart/form-data, IMPORT",
        "POST, /api/v1/imports,                   multipart/form-data, IMPORT",
        "POST, /people/rosters,                   multipart/form-data, IMPORT",
        "POST, /work-items/1/completion,          application/json,    ",
        "GET,  /rounds/a-2024-q1/results.xlsx,    ,                    EXPORT",
        "GET,  /rounds/a/meeting-pack.docx,       ,                    EXPORT",
        "POST, /exports,                          ,                    EXPORT",
        "POST, /api/v1/year-archives,             application/json,    EXPORT",
        "POST, /api/v1/year-archives/verification, application/zip,    EXPORT",
        "GET,  /api/v1/year-archives/1/file,      ,                    EXPORT",
        "GET,  /exports/archives/1.zip,           ,                    EXPORT",
        "GET,  /audit/export.csv,                 ,                    EXPORT",
        "GET,  /api/v1/audit-entries/verification, ,                   EXPORT",
        "GET,  /public/a-2024-q1.xlsx,            ,                    PUBLIC_FILE",
        "GET,  /public/a-2024-q1.html,            ,                    ",
    })
    void costsAreToldByAddress(String method, String address, String type, LimitedAct act) {
        String[] parts = address.split("\\?");
        MockHttpServletRequest request = new MockHttpServletRequest(method, parts[0]);
        request.setQueryString(parts.length > 1 ? parts[1] : null);
        request.setContentType(type);

        assertThat(LimitedAct.of(request, parts[0]).orElse(null)).isEqualTo(act);
    }

    private void take(int times, String who) {
        for (int i = 0; i < times; i++) {
            assertThat(limits.take(LimitedAct.IMPORT, who)).isZero();
        }
    }
}
