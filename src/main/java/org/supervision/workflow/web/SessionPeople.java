package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
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
import org.supervision.shared.DomainException;

/**
 * Keeps in the session who has signed in, and reads for each request that asks for it which posts the person holds now:
 * who gets or loses one need not sign in again. That and whether the sign-in goes on costs two small queries; requests
 * anyone may make cost none.
 */
@Component
class SessionPeople implements SecurityContextRepository {

    private final SecurityContextRepository sessions = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());

    private final SignInMode mode;
    private final SessionSignIns signIns;

    SessionPeople(SignInMode mode, SessionSignIns signIns) {
        this.mode = mode;
        this.signIns = signIns;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        DeferredSecurityContext kept = sessions.loadDeferredContext(request);
        SingletonSupplier<SecurityContext> current = SingletonSupplier.of(() -> current(request, kept.get()));
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

    /** Whoever cannot be told from those who were cut off is nobody too, and is told so by {@link RefusalAnswers}. */
    private SecurityContext current(HttpServletRequest request, SecurityContext kept) {
        Authentication person = kept.getAuthentication();
        try {
            if (person == null) {
                return kept;
            }
            return signIns.goesOn(request) ? new SecurityContextImpl(mode.now(person)) : new SecurityContextImpl();
        } catch (DomainException e) {
            request.setAttribute(RefusalAnswers.UNAVAILABLE, e.code());
            return new SecurityContextImpl();
        }
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
