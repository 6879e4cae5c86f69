package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Nobody is signed in at Keycloak because another site wanted it. */
class OwnWishFilterTests {

    private static final String BEGIN = "/oauth2/authorization/keycloak";

    private final OwnWishFilter filter =
            new OwnWishFilter(PathPatternRequestMatcher.withDefaults().matcher(BEGIN));

    @ParameterizedTest
    @CsvSource({
        // from, what for, by a person's act; goes on
        "none,        document, ?1, true",
        "none,        document, '', true",
        "same-origin, document, '', true",
        "cross-site,  document, ?1, true",
        "same-site,   document, ?1, true",
        "cross-site,  document, '', false",
        "same-site,   document, '', false",
        "cross-site,  iframe,   ?1, false",
        "cross-site,  image,    '', false",
        "same-origin, empty,    '', false",
        "'',          '',       '', true",
    })
    void whoWantedItIsToldByTheBrowser(String from, String destination, String act, boolean goesOn)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", BEGIN);
        add(request, "Sec-Fetch-Site", from);
        add(request, "Sec-Fetch-Dest", destination);
        add(request, "Sec-Fetch-User", act);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();

        filter.doFilter(request, response, chain);

        assertThat(chain.getRequest() != null).isEqualTo(goesOn);
        assertThat(response.getRedirectedUrl()).isEqualTo(goesOn ? null : "/login");
    }

    @Test
    void otherAddressesAreNoneOfItsBusiness() throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/public/");
        request.addHeader("Sec-Fetch-Site", "cross-site");
        MockFilterChain chain = new MockFilterChain();

        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(chain.getRequest()).isNotNull();
    }

    private static void add(MockHttpServletRequest request, String header, String value) {
        if (!value.isEmpty()) {
            request.addHeader(header, value);
        }
    }
}
