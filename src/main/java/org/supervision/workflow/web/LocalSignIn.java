package org.supervision.workflow.web;

import static org.springframework.http.HttpMethod.POST;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts;

/** By password: on the sign-in page, or with each call. */
@Component
@Profile("!keycloak")
class LocalSignIn implements SignInMode {

    private final Accounts accounts;

    LocalSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String address() {
        return "/login";
    }

    @Override
    public String challenge() {
        return "Basic realm=\"supervision\", charset=\"UTF-8\"";
    }

    @Override
    public String formTargets() {
        return "";
    }

    @Override
    public void portal(HttpSecurity http, RefusalAnswers answers) throws Exception {
        http.formLogin(login -> login.loginPage(address())
                        .successHandler(OwnAddresses.afterSignIn())
                        .failureHandler(answers))
                .logout(logout ->
                        logout.addLogoutHandler(StrictHeaders.nothingStays()).logoutSuccessUrl("/login?signedOut"))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(answers));
    }

    @Override
    public void rest(HttpSecurity http, RefusalAnswers answers) throws Exception {
        http.httpBasic(basic -> basic.authenticationEntryPoint(answers));
    }

    @Override
    public void engineApplications(HttpSecurity http, RefusalAnswers answers) throws Exception {
        http.httpBasic(basic -> basic.authenticationEntryPoint(answers))
                .logout(logout -> logout.logoutRequestMatcher(PathPatternRequestMatcher.withDefaults()
                                .matcher(POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                        .addLogoutHandler(StrictHeaders.nothingStays())
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler()));
    }

    /** Whose account is gone or closed is nobody. */
    @Override
    public @Nullable Authentication now(Authentication kept) {
        return kept.getPrincipal() instanceof AccountSignIn.Person person
                ? accounts.find(person.getName())
                        .filter(account -> account.state() != Accounts.State.CLOSED)
                        .map(AccountSignIn::signedIn)
                        .orElse(null)
                : kept;
    }
}
