package org.supervision.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.supervision.identity.CurrentUsers;

/** Administrators get nowhere from addresses that are not theirs; nobody else is asked where they are. */
class AdministratorsAddressFilterTests {

    private final RefusalAnswers answers = mock(RefusalAnswers.class);

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "admin/system,        10.1.2.7,     true",
        "admin/security,      10.1.2.255,   true",
        "admin/audit,         192.168.5.5,  true",
        "admin/system,        10.1.3.7,     false",
        "admin/security,      192.168.5.6,  false",
        "admin/audit,         127.0.0.1,    false",
        "admin/audit,         ::1,          false",
        "admin/audit,         2001:db8::7,  true",
        "city/office/chief,   10.9.9.9,     true",
        "city/office/officer, 127.0.0.1,    true",
    })
    void administratorsWorkFromTheirAddressesOnly(String post, String address, boolean goesOn)
            throws ServletException, IOException {
        assertThat(goesOn(List.of("10.1.2.0/24", "192.168.5.5", "2001:db8::/64"), post, address, "/people"))
                .isEqualTo(goesOn);
        verify(answers, times(goesOn ? 0 : 1)).elsewhere(any(), any());
    }

    @Test
    void withoutNamedAddressesAnyIsRightAndLeavingAlwaysIs() throws ServletException, IOException {
        assertThat(goesOn(List.of(), "admin/system", "10.9.9.9", "/people")).isTrue();
        assertThat(goesOn(List.of("10.1.2.0/24"), "admin/system", "10.9.9.9", "/logout"))
                .isTrue();
    }

    private boolean goesOn(List<String> allowed, String post, String address, String path)
            throws ServletException, IOException {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("somebody", null, post));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        MockFilterChain chain = new MockFilterChain();
        new AdministratorsAddressFilter(allowed, new CurrentUsers(), answers)
                .doFilter(request, new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }
}
