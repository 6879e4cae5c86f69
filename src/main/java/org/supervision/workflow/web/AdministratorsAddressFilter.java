package org.supervision.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;

/** The three administrators work from the addresses that are named for them and from nowhere else. */
class AdministratorsAddressFilter extends OncePerRequestFilter {

    private final List<IpAddressMatcher> allowed;
    private final CurrentUsers currentUsers;
    private final RefusalAnswers answers;

    /** @param allowed addresses or networks (10.1.2.0/24); none: any */
    AdministratorsAddressFilter(List<String> allowed, CurrentUsers currentUsers, RefusalAnswers answers) {
        this.allowed = allowed.stream().map(IpAddressMatcher::new).toList();
        this.currentUsers = currentUsers;
        this.answers = answers;
    }

    /** Whoever finds out that the place is wrong can still leave. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return allowed.isEmpty() || request.getRequestURI().equals(request.getContextPath() + "/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<CurrentUser> user = currentUsers.current();
        if (user.isPresent()
                && isAdministrator(user.get())
                && allowed.stream().noneMatch(each -> each.matches(request.getRemoteAddr()))) {
            answers.elsewhere(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isAdministrator(CurrentUser user) {
        return user.is(Role.SYSTEM_ADMIN) || user.is(Role.SECURITY_ADMIN) || user.is(Role.AUDITOR);
    }
}
