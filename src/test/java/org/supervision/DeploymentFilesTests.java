package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files an operator takes as they are say what the paper on security promises. */
class DeploymentFilesTests {

    private static final Path DEPLOY = Path.of("deploy");

    /** RFC 9325, section 4.2, and those of TLS 1.3: forward secrecy, authenticated encryption. */
    private static final Pattern RECOMMENDED =
            Pattern.compile("ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)");

    /** A server of the proxy: its own text, blanks made one. */
    private static List<String> servers() throws IOException {
        List<String> servers = new ArrayList<>();
        String all = proxy();
        for (int at = all.indexOf("server { "); at >= 0; at = all.indexOf("server { ", at + 1)) {
            int depth = 0;
            int end = all.indexOf('{', at);
            do {
                depth += all.charAt(end) == '{' ? 1 : all.charAt(end) == '}' ? -1 : 0;
                end++;
            } while (depth > 0);
            servers.add(all.substring(at, end));
        }
        return servers;
    }

    private static String proxy() throws IOException {
        return Files.readAllLines(DEPLOY.resolve("nginx/supervision.conf")).stream()
                .map(line -> line.replaceFirst("(^|\\s)#.*", ""))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }

    private static String server(String listen, String name) throws IOException {
        return servers().stream()
                .filter(each -> each.contains("listen " + listen + ";") && each.contains("server_name " + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theProxySpeaksTls12And13WithRecommendedSuitesOnly() throws IOException {
        String proxy = proxy();

        assertThat(proxy).containsOnlyOnce(" ssl_protocols TLSv1.2 TLSv1.3;").contains("ssl_session_tickets off;");
        String suites = proxy.replaceFirst(".* ssl_ciphers ([^;]+);.*", "$1");
        assertThat(suites.split(":"))
                .hasSizeGreaterThan(3)
                .allMatch(suite -> RECOMMENDED.matcher(suite).matches());
        assertThat(servers()).hasSize(6).allMatch(each -> each.contains("listen 80") || each.contains(" ssl"));
    }

    @Test
    void withoutTlsPagesAreLedOnAndProgramsRefused() throws IOException {
        String plain = server("80", "supervision.example");

        assertThat(plain)
                .contains("location /api/ { return 403; }")
                .contains("location /camunda/ { return 403; }")
                .contains("if ($request_method !~ ^(GET|HEAD)$) { return 403; }")
                .contains("return 301 https://$host$request_uri;")
                .doesNotContain("proxy_pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"443 ssl,supervision.example", "8444 ssl,supervision.example", "443 ssl,auth.example"})
    void theCallersAddressIsSetAndTransportStaysStrict(String server) throws IOException {
        String[] place = server.split(",");

        assertThat(server(place[0], place[1]))
                .contains("proxy_set_header X-Forwarded-For $remote_addr;")
                .contains("proxy_set_header X-Forwarded-Proto https;")
                .contains("proxy_set_header Forwarded \"\";")
                .doesNotContain("$proxy_add_x_forwarded_for")
                .contains("add_header Strict-Transport-Security \"max-age=31536000; includeSubDomains\" always;")
                .contains("limit_req zone=supervision_");
    }

    @Test
    void whatOnlyAdministratorsNeedIsReachedFromTheirAddressesOnly() throws IOException {
        String closed = "deny all;";

        assertThat(server("443 ssl", "supervision.example"))
                .contains("location /camunda/ { return 404; }")
                .containsPattern("location /actuator/ \\{ (allow [0-9./]+; )+deny all;")
                .containsPattern("location /logout/connect/ \\{ (allow [0-9./]+; )+deny all;");
        assertThat(server("8444 ssl", "supervision.example")).contains(closed);
        assertThat(server("443 ssl", "auth.example"))
                .contains("location ~ ^/realms/[^/]+/clients-registrations { return 404; }")
                .containsPattern(
                        "location ~ \\^/\\(admin\\|realms/master\\)\\S* \\{ if \\(\\$supervision_administrator = 0\\) \\{ return 404; }")
                .contains("proxy_ssl_verify on;")
                .endsWith("location / { return 404; } }");
    }

    @Test
    void theTrailGoesToTheLogServerByTlsAndWaitsForItOnDisk() throws IOException {
        String forwarder = Files.readString(DEPLOY.resolve("syslog/supervision.conf"));

        assertThat(forwarder)
                .contains("address=\"127.0.0.1\"")
                .contains("StreamDriverMode=\"1\"")
                .contains("StreamDriverAuthMode=\"x509/name\"")
                .contains("action.resumeRetryCount=\"-1\"")
                .contains("queue.maxDiskSpace");
    }

    /** A rule for an act nobody records would never ring. */
    @Test
    void whatRaisesAnAlarmIsRecordedAndExplained() throws IOException {
        Set<String> acts = Pattern.compile(" act=([a-z-]+) ")
                .matcher(Files.readString(DEPLOY.resolve("syslog/supervision.conf")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String words = Files.readString(Path.of("src/main/resources/messages/audit.properties"));
        String manual = Files.readString(Path.of("src/docs/manuals/operator.md"));

        assertThat(acts).hasSizeGreaterThan(5).allSatisfy(act -> {
            assertThat(words).contains("audit.act." + act + "=");
            assertThat(manual).contains("`" + act + "`");
        });
    }

    @Test
    void backupsAreVerifiedEncryptedOnTheirWayAndKept() throws IOException {
        String backup = Files.readString(DEPLOY.resolve("backup/backup.sh"));
        String restore = Files.readString(DEPLOY.resolve("backup/restore.sh"));

        assertThat(backup)
                .contains(
                        "PGSSLMODE=${PGSSLMODE:-verify-full}",
                        "--manifest-checksums=SHA256",
                        "pg_verifybackup",
                        "umask 077");
        assertThat(restore).contains("pg_verifybackup", "recovery_target_time", "is not empty");
        for (String script : List.of("backup.sh", "restore.sh")) {
            assertThat(Files.isExecutable(DEPLOY.resolve("backup").resolve(script)))
                    .isTrue();
        }
    }

    @Test
    void theRealmAsksForPasswordsOthersDoNotTryAndForThemAnew() throws IOException {
        for (String file : List.of("supervision-realm.json", "profile-gbt22239.json")) {
            assertThat(Files.readString(DEPLOY.resolve("keycloak").resolve(file)))
                    .contains("passwordBlacklist(supervision-passwords.txt)", "maxAuthAge(0)");
        }
    }

    @Test
    void theManualNamesEveryFileOfTheDeployment() throws IOException {
        String manual = Files.readString(Path.of("src/docs/manuals/operator.md"));

        assertThat(manual)
                .contains(Arrays.asList(
                        "deploy/nginx/supervision.conf",
                        "deploy/backup/backup.sh",
                        "deploy/backup/restore.sh",
                        "deploy/syslog/supervision.conf",
                        "deploy/keycloak/supervision-realm.json"));
    }
}
