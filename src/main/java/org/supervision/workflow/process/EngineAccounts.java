package org.supervision.workflow.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.supervision.identity.Accounts;
import org.supervision.identity.GroupPath;

/**
 * Accounts in the engine's own identity tables. The engine itself is given a read-only identity provider, so that no
 * endpoint of a web application can write them (CVE-2026-77226 among them); this class writes past it.
 */
@Component
class EngineAccounts implements Accounts {

    private final ObjectProvider<ProcessEngine> engine;

    EngineAccounts(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public Optional<Account> find(String username) {
        return unchecked(() -> Optional.ofNullable(
                        identity().createUserQuery().userId(username).singleResult())
                .map(this::account));
    }

    @Override
    public List<Account> membersOf(GroupPath group) {
        return unchecked(
                () -> identity().createUserQuery().memberOfGroup(group.toString()).orderByUserId().asc().list().stream()
                        .map(this::account)
                        .toList());
    }

    private Account account(User user) {
        Set<String> paths = identity().createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toUnmodifiableSet());
        return new Account(user.getId(), user.getFirstName(), paths);
    }

    /** Each wrong password delays the next attempt; two wrong ones at the same instant count once. */
    @Override
    public boolean passwordMatches(String username, String password) {
        try {
            return write(provider -> provider.checkPassword(username, password));
        } catch (OptimisticLockingException e) {
            return false;
        }
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

    private IdentityService identity() {
        return engine.getObject().getIdentityService();
    }

    private <T> T write(Function<DbIdentityServiceProvider, T> work) {
        return unchecked(() -> work.apply(new DbIdentityServiceProvider()));
    }

    /** Within one command, without the caller's rights: who may manage accounts is decided before. */
    private <T> T unchecked(Callable<T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> Context.getCommandContext().runWithoutAuthorization(work));
    }
}
