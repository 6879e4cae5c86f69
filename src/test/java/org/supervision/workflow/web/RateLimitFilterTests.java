package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.TestCities;
import org.supervision.workflow.Caller;

/** Whoever does too often what costs is told so and when to try again; others go on. */
@ApplicationTest
class RateLimitFilterTests {

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Autowired
    private RateLimits limits;

    private void exhaust(LimitedAct act, String who) {
        for (int i = 0; limits.take(act, who).isZero(); i++) {
            assertThat(i).as("there is a limit").isLessThan(100_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SEARCH, /api/v1/key-tasks?q=x",
        "EXPORT, /api/v1/audit-entries/verification",
        "EXPORT, /api/v1/audit-entries/export.csv"
    })
    void programsAreToldInAProblem(LimitedAct act, String path) {
        String chief = cities.create().chief();
        exhaust(act, chief);

        HttpResponse<String> answer = Caller.basic(port, chief, "demo").get(path);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("")))
                .isPositive();
        assertThat(Caller.read(answer).at("/code").asText()).isEqualTo("workflow.problem.too-often");
        assertThat(Caller.basic(port, chief, "demo").get("/api/v1/rounds").statusCode())
                .as("what costs nothing")
                .isEqualTo(200);
        assertThat(Caller.basic(port, cities.create().chief(), "demo").get(path).statusCode())
                .as("others")
                .isEqualTo(200);
    }

    @Test
    void peopleAreToldOnAPage() {
        String officer = cities.create().officer();
        exhaust(LimitedAct.SEARCH, officer);

        Page page = portal.signIn(officer).open("/key-tasks?q=x");

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.text("h1")).isEqualTo("请稍等再试");
        assertThat(page.text("main")).containsPattern("\\d+ 秒后再试");
    }

    @Test
    void whoeverGuessesManyNamesFromOneAddressHasToWaitTooAndIsToldLikewise() {
        AccountSignIn signIn = new AccountSignIn(null, null, null, limits);
        exhaust(LimitedAct.FAILED_SIGN_IN, "10.9.9.9");

        assertThatThrownBy(() -> signIn.authenticate(from("10.9.9.9"))).isInstanceOf(SignInTooSoonException.class);
    }

    private static Authentication from(String address) {
        var given = UsernamePasswordAuthenticationToken.unauthenticated("someone", "wrong");
        given.setDetails(new WebAuthenticationDetails(address, null));
        return given;
    }
}
