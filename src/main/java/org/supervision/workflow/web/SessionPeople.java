package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.supervision.identity.Accounts;

/**
 * Keeps in the session who has signed in, and reads for each request that asks for it which posts the person holds now:
 * who gets or loses one need not sign in again. That costs one small query; requests anyone may make cost none.
 */
@Component
class SessionPeople implements SecurityContextRepository {

    private final SecurityContextRepository sessions = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());

    private final Accounts accounts;

    SessionPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        DeferredSecurityContext kept = sessions.loadDeferredContext(request);
        SingletonSupplier<SecurityContext> current = SingletonSupplier.of(() -> current(kept.get()));
        return new DeferredSecurityContext() {
            @Override
            public SecurityContext get() {
                return current.obtain();
            }

            @Override
            public boolean isGenerated() {
                return kept.isGenerated();
            }
        };
    }

    /** Whose account is gone or closed is nobody. */
    private SecurityContext current(SecurityContext kept) {
        return kept.getAuthentication() != null
                        && kept.getAuthentication().getPrincipal() instanceof AccountSignIn.Person person
                ? new SecurityContextImpl(accounts.find(person.getName())
                        .filter(account -> account.state() != Accounts.State.CLOSED)
                        .map(AccountSignIn::signedIn)
                        .orElse(null))
                : kept;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        sessions.saveContext(context, request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }
}
