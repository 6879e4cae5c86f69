package org.supervision.workflow.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts;
import org.supervision.identity.GroupPath;

/**
 * Accounts in the engine's own identity tables. The engine itself is given a read-only identity provider, so that no
 * endpoint of a web application can write them (CVE-2026-77226 among them); this class writes past it.
 */
@Component
class EngineAccounts implements Accounts {

    private static final String ACCOUNT =
            """
            select u.id_, u.first_, nullif(u.email_, '') as mail,
                   array(select m.group_id_ from act_id_membership m where m.user_id_ = u.id_) as paths
              from act_id_user u""";

    private final ObjectProvider<ProcessEngine> engine;
    private final JdbcClient jdbc;

    EngineAccounts(ObjectProvider<ProcessEngine> engine, JdbcClient jdbc) {
        this.engine = engine;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Account> find(String username) {
        return jdbc.sql(ACCOUNT + " where u.id_ = ?")
                .param(username)
                .query(EngineAccounts::account)
                .optional();
    }

    @Override
    public List<Account> membersOf(GroupPath group) {
        return jdbc.sql(ACCOUNT
                        + " where u.id_ in (select user_id_ from act_id_membership where group_id_ = ?) order by u.id_")
                .param(group.toString())
                .query(EngineAccounts::account)
                .list();
    }

    @Override
    public List<Account> membersOfAny(Collection<GroupPath> groups) {
        return jdbc.sql(
                        ACCOUNT
                                + " where u.id_ in (select user_id_ from act_id_membership where group_id_ = any(?)) order by u.id_")
                .param(groups.stream().map(GroupPath::toString).toArray(String[]::new))
                .query(EngineAccounts::account)
                .list();
    }

    @Override
    public List<Account> named(Collection<String> usernames) {
        return jdbc.sql(ACCOUNT + " where u.id_ = any(?) order by u.id_")
                .param(usernames.toArray(String[]::new))
                .query(EngineAccounts::account)
                .list();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                row.getString("id_"),
                row.getString("first_"),
                Set.of((String[]) row.getArray("paths").getArray()),
                row.getString("mail"));
    }

    @Override
    public boolean passwordMatches(String username, String password) {
        return write(provider -> provider.checkPassword(username, password));
    }

    @Override
    public void registerGovernment(String code, String name) {
        write(provider -> {
            if (provider.findTenantById(code) == null) {
                TenantEntity tenant = new TenantEntity(code);
                tenant.setName(name);
                provider.saveTenant(tenant);
            }
            return null;
        });
    }

    @Override
    public void create(Account account, String password) {
        write(provider -> {
            if (provider.findUserById(account.username()) == null) {
                UserEntity user = new UserEntity(account.username());
                user.setFirstName(account.name());
                user.setLastName("");
                user.setEmail(account.mail());
                user.setPassword(password);
                provider.saveUser(user);
                account.groupPaths().forEach(path -> {
                    ensureGroup(provider, path);
                    provider.createMembership(account.username(), path);
                });
            }
            return null;
        });
    }

    @Override
    public void changeMail(String username, @Nullable String mail) {
        write(provider -> {
            UserEntity user = provider.findUserById(username);
            user.setEmail(mail);
            provider.saveUser(user);
            return null;
        });
    }

    private static void ensureGroup(DbIdentityServiceProvider provider, String path) {
        if (provider.findGroupById(path) != null) {
            return;
        }
        GroupPath post =
                GroupPath.parse(path).orElseThrow(() -> new IllegalArgumentException("Not a group of a post: " + path));
        GroupEntity group = new GroupEntity(path);
        group.setName(path);
        group.setType("post");
        provider.saveGroup(group);
        if (post.government() != null) {
            provider.createTenantGroupMembership(post.government(), path);
        }
        ApplicationGrants.grant(post);
    }

    /** Within one command, without the caller's rights: who may manage accounts is decided before. */
    private <T> T write(Function<DbIdentityServiceProvider, T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> work.apply(new WritableIdentities())));
    }

    /**
     * Compares passwords and no more: the engine's own delay after a wrong one runs on the engine's clock, and lasts for
     * long when the demo sets that back. Delaying is the sign-in's.
     */
    private static class WritableIdentities extends DbIdentityServiceProvider {

        @Override
        public boolean checkPassword(String username, String password) {
            UserEntity user = findUserById(username);
            return user != null && matchPassword(password, user);
        }
    }
}
