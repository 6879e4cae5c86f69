package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;

/** Nobody holds two of the three administrators' posts or one of them with a business post, whoever writes it and how. */
@ApplicationTest
class ThreeAdministratorsTests {

    /** All that an administrator opens: accounts, units, calendar, audit trail, the own password, what anybody reads. */
    private static final List<String> ADMINISTRATION = List.of(
            "/api/v1/(audit-entries|calendar|governments|me|people|units|demo/clock)\\b.*",
            "/",
            "/(audit|calendar|channels|governments|password|people|posts|sign-ins|units)\\b.*",
            "/(login|public|demo|css|actuator/health|process-diagrams|processes|help|swagger-ui.html|v3)\\b.*",
            // The engine's own lists, empty for who has no post of a government (EngineDoorsTests).
            "/camunda/api/engine/engine\\b.*",
            "/camunda/app/(admin|welcome)/default/");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private PortalPages pages;

    private final String somebody = "k" + UUID.randomUUID();

    @BeforeEach
    void somebodyWithoutAPost() {
        accounts.create(new Account(somebody, "某人", Set.of()), "password-1");
        for (String group : List.of("kind/office/officer", "kind/city-leader")) {
            jdbc.sql("insert into act_id_group (id_, rev_) values (?, 1) on conflict do nothing")
                    .param(group)
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "admin/system, admin/security",
        "admin/system, admin/audit",
        "admin/security, admin/system",
        "admin/security, admin/audit",
        "admin/audit, admin/system",
        "admin/audit, admin/security",
        "admin/system, kind/office/officer",
        "admin/security, kind/office/officer",
        "admin/audit, kind/office/officer",
        "kind/office/officer, admin/system",
        "kind/city-leader, admin/security",
        "kind/office/officer, admin/audit"
    })
    void theDatabaseKeepsThemApart(String held, String more) {
        enter(held);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> enter(more))
                .withMessageContaining("three_administrators");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update act_id_membership set group_id_ = ? where user_id_ = ?")
                        .params(more, somebody)
                        .update())
                .withMessageContaining("three_administrators");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> accounts.enter(somebody, GroupPath.parse(more).orElseThrow()))
                .extracting(DomainException::code)
                .isEqualTo("identity.error.administrator-apart");
    }

    @Test
    void businessPostsStandBesideOneAnotherAndWhoLeavesMayBecomeAnother() {
        enter("kind/office/officer");
        enter("kind/city-leader");
        jdbc.sql("delete from act_id_membership where user_id_ = ?")
                .param(somebody)
                .update();

        assertThatNoException().isThrownBy(() -> accounts.enter(somebody, GroupPath.admin(Role.AUDITOR)));
    }

    @Test
    void whatIsWrittenAtTheSameTimeIsKeptApartToo() throws Exception {
        try (Connection first = dataSource.getConnection();
                Connection second = dataSource.getConnection()) {
            for (Connection each : List.of(first, second)) {
                each.setAutoCommit(false);
                each.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                each.createStatement().executeQuery("select 1");
            }
            enter(first, "admin/system");
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> {
                try {
                    enter(second, "kind/office/officer");
                    second.commit();
                    return true;
                } catch (SQLException e) {
                    return false;
                }
            });
            first.commit();
            assertThat(other.get(30, TimeUnit.SECONDS)).isFalse();
            second.rollback();
            for (Connection each : List.of(first, second)) {
                each.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                each.setAutoCommit(true);
            }
        }
        assertThat(accounts.find(somebody).orElseThrow().groupPaths()).containsExactly("admin/system");
    }

    @Test
    void nobodyIsInTheGroupThatMayDoEverything() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> enter("camunda-admin"))
                .withMessageContaining("nobody_does_everything");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into account_kind values ('x', '')",
                "update account_kind set kind = ''",
                "delete from account_kind",
                "alter table act_id_membership drop constraint three_administrators",
                "alter table act_id_membership disable trigger all",
                "drop trigger membership_tells_kind on act_id_membership",
                "drop function tell_account_kind() cascade"
            })
    void theApplicationsRoleCannotLiftIt(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql(statement).update())
                .havingRootCause()
                .withMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void whoHandsAPostToAnAdministratorReadsWhyNot() {
        TestCity city = cities.create();
        var answer = rest.post(
                city.chief(), "/people/{username}/hand-overs", Map.of("successor", "auditor"), city.liaison(0));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(answer.getBody().toString()).contains("三员分立", "auditor");

        assertThat(PortalPages.document(pages.post(
                                city.chief(),
                                "/people/" + city.liaison(0) + "/hand-over",
                                Map.of("successor", "auditor")))
                        .text())
                .contains("三员分立");
    }

    /** Somebody named for a post became an administrator before the post was granted. */
    @Test
    void whoGrantsAPostToAnAdministratorReadsWhyNot() {
        TestCity city = cities.create();
        jdbc.sql(
                        "insert into pending_post (username, path, government, requested_by, requested_at) values (?, ?, ?, 'sysadmin', now())")
                .params(somebody, city.code() + "/office/officer", city.code())
                .update();
        enter("admin/audit");
        try {
            Caller secadmin = Caller.signedIn(port, "secadmin", "demo");
            secadmin.form(
                    "/posts",
                    Map.of(
                            "post",
                            somebody + " " + city.code() + "/office/officer",
                            "granted",
                            "true",
                            "_csrf",
                            secadmin.csrf("/posts")));

            assertThat(secadmin.get("/posts").body()).contains("三员分立：管理员账号 " + somebody);
            assertThat(secadmin.get("/posts").body()).doesNotContain("三员分立").contains(somebody);
        } finally {
            jdbc.sql("delete from pending_post where username = ?")
                    .param(somebody)
                    .update();
        }
    }

    /** Each cell of the matrix is tried over HTTP elsewhere; here is which addresses may be open to administrators at all. */
    @Test
    void noBusinessPageIsOpenToAnAdministrator() throws IOException {
        assertThat(cells())
                .hasSizeGreaterThan(300)
                .filteredOn(cell -> cell.administrators().contains("+"))
                .allSatisfy(cell -> assertThat(ADMINISTRATION).anyMatch(cell.address()::matches));
    }

    private record Cell(String address, String administrators) {}

    private static List<Cell> cells() throws IOException {
        return Stream.of(new ClassPathResource("authorization/matrix.txt")
                        .getContentAsString(StandardCharsets.UTF_8)
                        .split("\n"))
                .filter(line -> line.matches("[A-Z]+ +/.*"))
                .map(line -> line.split(" +"))
                .map(words -> new Cell(words[1], words[words.length - 2]))
                .toList();
    }

    private void enter(String group) {
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (?, ?)")
                .params(somebody, group)
                .update();
    }

    private void enter(Connection connection, String group) throws SQLException {
        connection
                .createStatement()
                .executeUpdate("insert into act_id_membership (user_id_, group_id_) values ('" + somebody + "', '"
                        + group + "')");
    }
}
