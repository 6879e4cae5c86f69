package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Under names that are not its own the application says nothing. */
class HostsFilterTests {

    @ParameterizedTest
    @CsvSource({
        "'',                        anything.example, /,                 200",
        "'a.example b.example',     a.example,        /,                 200",
        "'a.example b.example',     B.Example,        /api/v1/me,        200",
        "'a.example b.example',     c.example,        /,                 421",
        "'a.example b.example',     a.example.evil,   /login,            421",
        "'a.example b.example',     10.0.0.9,         /actuator/health,  200",
        "'a.example b.example',     10.0.0.9,         /actuator/env,     421",
    })
    void onlyConfiguredNamesAreAnswered(String configured, String host, String path, int status) throws Exception {
        Set<String> hosts = Arrays.stream(configured.split(" "))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServerName(host);
        MockHttpServletResponse response = new MockHttpServletResponse();

        new HostsFilter(hosts).doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }
}
