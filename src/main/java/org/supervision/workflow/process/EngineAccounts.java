package org.supervision.workflow.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.context.ProcessEngineContext;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;

/**
 * Accounts in the engine's own identity tables, with their passwords. The engine itself is given a read-only identity provider, so that no
 * endpoint of a web application can write them (CVE-2026-77226 among them); this class writes past it.
 */
@Component
@Profile("!keycloak")
class EngineAccounts implements Accounts {

    private static final String ACCOUNT =
            """
            select u.id_, u.first_, nullif(u.email_, '') as mail,
                   case when exists (select from closed_account c where c.username = u.id_) then 'CLOSED'
                        when exists (select from first_password f where f.username = u.id_ and f.changed_at is null)
                        then 'FIRST_PASSWORD' else 'OPEN' end as state,
                   array(select m.group_id_ from act_id_membership m where m.user_id_ = u.id_) as paths
              from act_id_user u""";

    /** Key of the database that keeps the three administrators apart, also from what is written at the same time. */
    private static final String ADMINISTRATORS_APART = "three_administrators";

    private final ObjectProvider<ProcessEngine> engine;
    final JdbcClient jdbc;

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
                row.getString("mail"),
                State.valueOf(row.getString("state")));
    }

    @Override
    public boolean passwordMatches(String username, String password) {
        if (!write(provider -> provider.checkPassword(username, password))) {
            return false;
        }
        keepAnew(username, password);
        return true;
    }

    /** Passwords kept a faster way are kept as all others once they are known. */
    private void keepAnew(String username, String password) {
        try {
            write(provider -> {
                UserEntity user = provider.findUserById(username);
                if (user != null && !hashes().isUpToDate(user.getPassword())) {
                    user.setPassword(password);
                    provider.saveUser(user);
                }
                return null;
            });
        } catch (OptimisticLockingException e) {
            // Somebody signs in twice at once; the other one keeps it.
        }
    }

    private SlowHash hashes() {
        return (SlowHash) configuration().getPasswordEncryptor();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
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
    public void create(Account account, @Nullable String password) {
        write(provider -> {
            if (provider.findUserById(account.username()) == null) {
                UserEntity user = new UserEntity(account.username());
                user.setFirstName(account.name());
                user.setLastName("");
                user.setEmail(account.mail());
                user.setPassword(password);
                provider.saveUser(user);
                account.groupPaths().forEach(path -> enter(provider, account.username(), path));
            }
            return null;
        });
    }

    static void enter(DbIdentityServiceProvider provider, String username, String path) {
        ensureGroup(provider, path);
        provider.createMembership(username, path);
    }

    @Override
    public void setPassword(String username, String password) {
        write(provider -> {
            UserEntity user = provider.findUserById(username);
            user.setPassword(password);
            provider.saveUser(user);
            return null;
        });
    }

    @Override
    public void setRandomPassword(String username, String password) {
        String salt = configuration().getSaltGenerator().generateSalt();
        String hash = SlowHash.encrypt(EncryptionUtil.saltPassword(password, salt), SlowHash.FEW_ROUNDS);
        write(provider -> {
            UserEntity user = provider.findUserById(username);
            user.setSalt(salt);
            user.setDbPassword("{" + SlowHash.NAME + "}" + hash);
            provider.saveUser(user);
            return null;
        });
    }

    @Override
    public void enter(String username, GroupPath group) {
        write(provider -> {
            if (!isIn(username, group)) {
                if (!GroupPath.staysApart(find(username).orElseThrow().groupPaths(), group)) {
                    throw apart(username);
                }
                enter(provider, username, group.toString());
            }
            return null;
        });
    }

    @Override
    public void leave(String username, GroupPath group) {
        write(provider -> isIn(username, group) ? provider.deleteMembership(username, group.toString()) : null);
    }

    private static DomainException apart(String username) {
        return new DomainException(DomainException.Kind.CONFLICT, "identity.error.administrator-apart", username);
    }

    private boolean isIn(String username, GroupPath group) {
        return find(username).orElseThrow().groupPaths().contains(group.toString());
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

    /**
     * Within one command, without the caller's rights: who may manage accounts is decided before. A context of its own
     * writes at once, in the same transaction: inside a step the engine would keep the write until the step ends, and what
     * is read with SQL would not see it.
     */
    <T> T write(Function<DbIdentityServiceProvider, T> work) {
        var executor = configuration().getCommandExecutorTxRequired();
        try {
            return ProcessEngineContext.withNewProcessEngineContext(() -> executor.execute(
                    context -> context.runWithoutAuthorization(() -> work.apply(new WritableIdentities()))));
        } catch (RuntimeException e) {
            if (String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage())
                    .contains(ADMINISTRATORS_APART)) {
                throw apart("");
            }
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Compares passwords and no more: the engine's own delay after a wrong one runs on the engine's clock, and lasts for
     * long when the demo sets that back. Delaying is the sign-in's.
     */
    private static class WritableIdentities extends DbIdentityServiceProvider {

        @Override
        public boolean checkPassword(String username, String password) {
            UserEntity user = findUserById(username);
            if (user == null || user.getPassword() == null) {
                // As slow as for somebody who is there: how long it takes tells nothing.
                Context.getProcessEngineConfiguration().getPasswordManager().encrypt(password);
                return false;
            }
            return matchPassword(password, user);
        }
    }
}
