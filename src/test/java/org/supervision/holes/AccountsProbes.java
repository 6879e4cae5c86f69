package org.supervision.holes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supervision.holes.OurApplication.ENGINE;
import static org.supervision.holes.PlainApplication.REST;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.supervision.workflow.Caller;

/** How somebody gets at an account, or at who has one. */
final class AccountsProbes {

    private static final Map<String, Object> INTRUDER = Map.of(
            "profile",
            Map.of("id", "intruder", "firstName", "I", "lastName", "N"),
            "credentials",
            Map.of("password", "let-me-in"));

    static final List<Probe> PROBES = List.of(
            new Probe(
                    "A stranger makes themselves administrator by the set-up",
                    "CVE-2026-77226: open while the administrators' group is empty, as where the default account was removed",
                    plain -> {
                        plain.act("DELETE", "/group/camunda-admin/members/demo", null);
                        Caller stranger = plain.anybody();
                        stranger.get("/camunda/app/welcome/default/");
                        stranger.post("/camunda/api/admin/setup/default/user/create", INTRUDER);

                        assertThat(plain.signsIn("intruder", "let-me-in", "admin"))
                                .isTrue();
                        plain.act("PUT", "/group/camunda-admin/members/demo", null);
                        plain.act("DELETE", "/user/intruder", null);
                    },
                    ours -> {
                        String setUp = "/camunda/api/admin/setup/default/user/create";
                        assertThat(ours.stranger().post(setUp, INTRUDER).statusCode())
                                .isEqualTo(401);
                        for (String username : List.of("sysadmin", ours.home().chief())) {
                            assertThat(ours.signedIn(username)
                                            .post(setUp, INTRUDER)
                                            .statusCode())
                                    .isEqualTo(403);
                        }
                        ours.hasNobodyCalled("intruder");
                    }),
            new Probe(
                    "A stranger creates an account and lets it administer",
                    "accounts and groups are written by the open REST interface",
                    plain -> {
                        plain.act("POST", "/user/create", INTRUDER);
                        plain.act("PUT", "/group/camunda-admin/members/intruder", null);

                        assertThat(plain.signsIn("intruder", "let-me-in", "admin"))
                                .isTrue();
                        plain.act("DELETE", "/user/intruder", null);
                    },
                    ours -> {
                        ours.refusesToAll("POST", "/user/create", INTRUDER);
                        ours.refusesToAll("PUT", "/group/camunda-admin/members/sysadmin", null);
                        ours.refusesToAll("POST", "/authorization/create", Map.of("type", 0));
                        ours.hasNobodyCalled("intruder");
                        assertThat(ours.engine().getIdentityService().isReadOnly())
                                .isTrue();
                    }),
            new Probe(
                    "A stranger sets the administrator's password",
                    "the old one is asked for only of somebody who has signed in",
                    plain -> {
                        plain.act("PUT", "/user/demo/credentials", Map.of("password", "taken"));

                        assertThat(plain.signsIn("demo", "taken", "admin")).isTrue();
                        plain.act("PUT", "/user/demo/credentials", Map.of("password", "demo"));
                    },
                    ours -> {
                        ours.refusesToAll("PUT", "/user/sysadmin/credentials", Map.of("password", "taken"));
                        assertThat(ours.rest("sysadmin").get("/api/v1/me").statusCode())
                                .isEqualTo(200);
                    }),
            new Probe(
                    "The default account opens the administration",
                    "demo/demo comes with the starters' page and with the distribution",
                    plain -> assertThat(plain.signsIn("demo", "demo", "admin")).isTrue(),
                    ours -> {
                        for (String name : List.of("demo", "admin", "camunda", "kermit", "root", "postgres")) {
                            HttpResponse<String> answer = ours.stranger().signIn(name, name);
                            assertThat(answer.headers().firstValue("Location").orElse(""))
                                    .as(name)
                                    .contains("/login?error");
                        }
                        assertThat(ours.engine()
                                        .getIdentityService()
                                        .createUserQuery()
                                        .memberOfGroup("camunda-admin")
                                        .count())
                                .isZero();
                    }),
            new Probe(
                    "A stranger reads who works here and their mail addresses",
                    "accounts are listed by the open REST interface",
                    plain -> assertThat(plain.names("/user", "email")).contains("demo@localhost"),
                    ours -> {
                        assertThat(ours.stranger().get("/api/v1/people").statusCode())
                                .isEqualTo(401);
                        assertThat(ours.stranger().get(ENGINE + "/user").statusCode())
                                .isEqualTo(401);
                        assertThat(ours.read(ours.liaison(), "/user")).isEmpty();
                    }),
            new Probe(
                    "A stranger finds out which accounts there are",
                    "a profile that is there and one that is not are told apart",
                    plain -> {
                        assertThat(plain.anybody()
                                        .get(REST + "/user/demo/profile")
                                        .statusCode())
                                .isEqualTo(200);
                        assertThat(plain.anybody()
                                        .get(REST + "/user/nobody/profile")
                                        .statusCode())
                                .isEqualTo(404);
                    },
                    ours -> {
                        for (String path : List.of("/api/v1/people/", ENGINE + "/user/")) {
                            assertThat(ours.stranger().get(path + "sysadmin").statusCode())
                                    .isEqualTo(
                                            ours.stranger().get(path + "nobody").statusCode())
                                    .isEqualTo(401);
                        }
                        assertThat(wrongPassword(ours, ours.home().mayor()))
                                .isEqualTo(wrongPassword(
                                        ours, "nobody-" + ours.home().code()))
                                .contains("/login?error");
                    }),
            new Probe(
                    "A stranger locks somebody out by wrong passwords",
                    "ten of them lock an account until an administrator opens it",
                    plain -> {
                        plain.act("POST", "/user/create", INTRUDER);
                        assertThat(plain.signsIn("intruder", "let-me-in", "tasklist"))
                                .isTrue();
                        for (int attempt = 0; attempt < 10; attempt++) {
                            plain.act("POST", "/identity/verify", Map.of("username", "intruder", "password", "wrong"));
                        }

                        assertThat(Caller.read(plain.act(
                                                "POST",
                                                "/identity/verify",
                                                Map.of("username", "intruder", "password", "let-me-in")))
                                        .at("/authenticated")
                                        .asBoolean())
                                .isFalse();
                        plain.act("DELETE", "/user/intruder", null);
                    },
                    ours -> {
                        String username = ours.home().leader(2);
                        Caller before = Caller.signedIn(ours.port(), username, "demo");
                        for (int attempt = 0; attempt < 12; attempt++) {
                            wrongPassword(ours, username);
                        }
                        ours.refusesToAll(
                                "POST", "/identity/verify", Map.of("username", username, "password", "wrong"));

                        HttpResponse<String> next = ours.stranger().signIn(username, "demo");
                        assertThat(next.headers().firstValue("Location").orElse(""))
                                .as("a wait of minutes at most, after which the password opens again")
                                .matches(".*/login\\?wait=([12]?\\d?\\d|300)|.*/");
                        assertThat(before.get("/api/v1/me").statusCode()).isEqualTo(200);
                    }));

    private AccountsProbes() {}

    private static String wrongPassword(OurApplication ours, String username) {
        return ours.stranger()
                .signIn(username, "wrong")
                .headers()
                .firstValue("Location")
                .orElse("");
    }
}
