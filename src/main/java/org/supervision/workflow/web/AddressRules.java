package org.supervision.workflow.web;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.supervision.workflow.web.Posts.anyOf;
import static org.supervision.workflow.web.Posts.ofGovernment;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.supervision.identity.Role;

/**
 * Every address the application answers, with who may use it, in one place; what is not listed is refused. Finer rules,
 * such as whose cycle it is, are the modules' own. The engine's endpoints are listed in {@link EngineEndpoints}.
 */
final class AddressRules {

    private AddressRules() {}

    /** Below {@code /api}. */
    static void rest(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests
                // directory
                .requestMatchers(GET, "/api/v1/me", "/api/v1/units/**", "/api/v1/people/**")
                .authenticated()
                .requestMatchers(POST, "/api/v1/me/password")
                .authenticated()
                .requestMatchers("/api/v1/me/deputies/**")
                .access(ofGovernment())
                .requestMatchers("/api/v1/governments/**")
                .access(anyOf(Role.SYSTEM_ADMIN))
                .requestMatchers(POST, "/api/v1/units", "/api/v1/units/*/aliases", "/api/v1/units/*/merger")
                .access(anyOf(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN))
                .requestMatchers(POST, "/api/v1/people", "/api/v1/people/*/hand-overs")
                .access(anyOf(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN))
                .requestMatchers(PUT, "/api/v1/units/*/duty")
                .access(anyOf(Role.OFFICE_CHIEF))
                // calendar
                .requestMatchers(GET, "/api/v1/calendar/*")
                .authenticated()
                .requestMatchers(PUT, "/api/v1/calendar/*")
                .access(anyOf(Role.SYSTEM_ADMIN))
                // tables in
                .requestMatchers("/api/v1/imports/**")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/api/v1/plans/*/issuance")
                .access(anyOf(Role.OFFICE_CHIEF))
                .requestMatchers("/api/v1/plans/*/carry-over")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(PUT, "/api/v1/key-tasks/*/predecessor")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                // a year as one sealed file
                .requestMatchers("/api/v1/year-archives/**")
                .access(anyOf(Role.OFFICE_CHIEF))
                // what is not for publication
                .requestMatchers("/api/v1/key-tasks/*/withholdings/**", "/api/v1/rounds/*/withholdings")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                // the quarter
                .requestMatchers(GET, "/api/v1/overdue-cycles/**", "/api/v1/cycles/*/standing")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF, Role.CITY_LEADER))
                .requestMatchers(GET, "/api/v1/key-tasks/**", "/api/v1/rounds/**", "/api/v1/cycles/**")
                .access(ofGovernment())
                .requestMatchers(GET, "/api/v1/slips/**", "/api/v1/circulars/**", "/api/v1/statistics/**")
                .access(ofGovernment())
                .requestMatchers(POST, "/api/v1/cycles/*/reminders", "/api/v1/circulars", "/api/v1/scores/marks")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/api/v1/cycles/*/undo")
                .access(ofGovernment())
                .requestMatchers(POST, "/api/v1/slips/*/appeals")
                .access(anyOf(Role.UNIT_LEADER))
                .requestMatchers(GET, "/api/v1/scores", "/api/v1/score-rules")
                .access(ofGovernment())
                .requestMatchers(POST, "/api/v1/key-tasks/*/agreed-indicators", "/api/v1/key-tasks/*/sub-items/**")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(DELETE, "/api/v1/key-tasks/*/agreed-indicators/*", "/api/v1/key-tasks/*/sub-items/*")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(
                        PUT,
                        "/api/v1/key-tasks/*/importance",
                        "/api/v1/key-tasks/*/indicators/*",
                        "/api/v1/key-tasks/*/agreed-indicators/*",
                        "/api/v1/key-tasks/*/sub-items/*")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(
                        GET,
                        "/api/v1/ladder",
                        "/api/v1/government-rules",
                        "/api/v1/number-prefixes",
                        "/api/v1/check-rules")
                .access(ofGovernment())
                .requestMatchers(
                        PUT,
                        "/api/v1/ladder",
                        "/api/v1/score-rules/*",
                        "/api/v1/government-rules/*",
                        "/api/v1/check-rules/*",
                        "/api/v1/number-prefixes/*")
                .access(anyOf(Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/api/v1/key-tasks/*/instructions")
                .access(anyOf(Role.CITY_LEADER))
                .requestMatchers(
                        POST,
                        "/api/v1/rounds",
                        "/api/v1/rounds/*/opening",
                        "/api/v1/rounds/*/closing",
                        "/api/v1/rounds/*/spot-check")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/api/v1/rounds/*/publication", "/api/v1/cycles/*/reopening")
                .access(anyOf(Role.OFFICE_CHIEF))
                // changes to it: whose key task it is, is decided for each
                .requestMatchers(GET, "/api/v1/change-requests/**")
                .access(ofGovernment())
                .requestMatchers(
                        POST,
                        "/api/v1/cycles/*/extension-requests",
                        "/api/v1/key-tasks/*/plan-change-requests",
                        "/api/v1/key-tasks/*/lead-change-requests")
                .access(anyOf(Role.LIAISON, Role.UNIT_LEADER))
                .requestMatchers(POST, "/api/v1/key-tasks/*/suspensions", "/api/v1/change-requests/*/withdrawal")
                .access(anyOf(Role.LIAISON, Role.UNIT_LEADER, Role.OFFICER, Role.OFFICE_CHIEF))
                // on site: what was found of one's own key tasks, decided for each
                .requestMatchers(GET, "/api/v1/inspections/**")
                .access(ofGovernment())
                .requestMatchers(POST, "/api/v1/key-tasks/*/inspections", "/api/v1/inspections/*/cancellation")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                // work items: candidates only, decided for each
                .requestMatchers(GET, "/api/v1/work-items/**")
                .access(ofGovernment())
                .requestMatchers(POST, "/api/v1/work-items/*/completion", "/api/v1/work-items/*/attachments")
                .access(ofGovernment())
                .requestMatchers(PUT, "/api/v1/work-items/*/draft", "/api/v1/work-items/*/presence")
                .access(ofGovernment())
                .requestMatchers(DELETE, "/api/v1/work-items/*/attachments/*")
                .access(ofGovernment())
                // evidence: whoever reads what it was submitted with, decided for each
                .requestMatchers(GET, "/api/v1/attachments/*")
                .access(ofGovernment())
                // told: one's own
                .requestMatchers(GET, "/api/v1/inbox")
                .access(ofGovernment())
                .requestMatchers(POST, "/api/v1/inbox/*/reading")
                .access(ofGovernment())
                // trail
                .requestMatchers(GET, "/api/v1/audit-entries/**")
                .access(anyOf(Role.AUDITOR, Role.OFFICE_CHIEF))
                // simulated clock; exists in the demo only
                .requestMatchers(POST, "/api/v1/demo/clock")
                .authenticated()
                .anyRequest()
                .denyAll();
    }

    /** The portal's pages and everything else. */
    static void portal(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests
                // anyone
                .requestMatchers(GET, "/public", "/public/**")
                .permitAll()
                .requestMatchers("/login", "/error")
                .permitAll()
                .requestMatchers(GET, "/help/open-data")
                .permitAll()
                // signed in
                .requestMatchers(GET, "/", "/help", "/help/*")
                .authenticated()
                .requestMatchers(GET, "/process-diagrams/*", "/processes/**")
                .authenticated()
                .requestMatchers("/units/**", "/demo/**", "/password", "/sign-ins/**")
                .authenticated()
                .requestMatchers("/people/**")
                .access(anyOf(Role.OFFICE_CHIEF, Role.SYSTEM_ADMIN))
                .requestMatchers("/posts/**")
                .access(anyOf(Role.SECURITY_ADMIN))
                .requestMatchers(GET, "/calendar")
                .authenticated()
                .requestMatchers(POST, "/calendar/*")
                .access(anyOf(Role.SYSTEM_ADMIN))
                .requestMatchers("/work-items/**", "/inbox/**", "/hand-overs/**", "/deputies/**", "/saved-views/**")
                .access(ofGovernment())
                .requestMatchers(GET, "/attachments/*")
                .access(ofGovernment())
                .requestMatchers("/key-tasks/*/instructions")
                .access(anyOf(Role.CITY_LEADER))
                .requestMatchers(
                        POST,
                        "/key-tasks/*/importance",
                        "/key-tasks/*/indicators/*",
                        "/key-tasks/*/agreed-indicators/**",
                        "/key-tasks/*/sub-items/**")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/key-tasks/*/inspections", "/inspections/*/cancellation")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers("/key-tasks/*/inspections/new")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers("/key-tasks/plans/*/carry-over", "/key-tasks/*/predecessor")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers("/key-tasks/*/withholdings/**", "/rounds/*/withholdings/**")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/cycles/*/reminders", "/scores/marks")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/slips/signatures", "/circulars")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers(POST, "/slips/*/appeals")
                .access(anyOf(Role.UNIT_LEADER))
                .requestMatchers(POST, "/rules/**", "/cycles/*/reopening")
                .access(anyOf(Role.OFFICE_CHIEF))
                .requestMatchers(GET, "/scores", "/rules/**")
                .access(ofGovernment())
                .requestMatchers("/key-tasks/**", "/cycles/**", "/rounds/**", "/slips/**", "/statistics/**")
                .access(ofGovernment())
                .requestMatchers("/exports/archives/**")
                .access(anyOf(Role.OFFICE_CHIEF))
                .requestMatchers("/change-requests/**", "/circulars/**", "/exports/**", "/inspections/**")
                .access(ofGovernment())
                .requestMatchers("/imports/**", "/deliveries/**")
                .access(anyOf(Role.OFFICER, Role.OFFICE_CHIEF))
                .requestMatchers("/contacts/**")
                .access(anyOf(Role.OFFICE_CHIEF))
                .requestMatchers("/channels/**", "/governments/**")
                .access(anyOf(Role.SYSTEM_ADMIN))
                .requestMatchers(GET, "/audit/**")
                .access(anyOf(Role.AUDITOR, Role.OFFICE_CHIEF))
                .anyRequest()
                .denyAll();
    }
}
