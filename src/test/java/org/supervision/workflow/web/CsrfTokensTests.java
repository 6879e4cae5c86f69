package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;

/** Tokens of forms cannot be guessed and belong to one session. */
class CsrfTokensTests {

    private final CsrfTokens tokens = new CsrfTokens();

    @Test
    void theyAre256RandomBits() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String token = tokens.generateToken(new MockHttpServletRequest()).getToken();
            assertThat(Base64.getDecoder().decode(token)).hasSize(32);
            seen.add(token);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void oneIsFoundInItsOwnSessionOnly() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        CsrfToken token = tokens.generateToken(request);
        tokens.saveToken(token, request, new MockHttpServletResponse());

        assertThat(tokens.loadToken(request)).isEqualTo(token);
        assertThat(tokens.loadToken(new MockHttpServletRequest())).isNull();
    }
}
