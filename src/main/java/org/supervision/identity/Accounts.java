package org.supervision.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts people sign in with and the groups they are in, as the engine's identity service knows them. A port: the
 * module {@code workflow} implements it on the engine's own tables (local mode) or on Keycloak.
 */
public interface Accounts {

    /** An account with its display name and the paths of its groups ({@link GroupPath}). */
    record Account(String username, String name, Set<String> groupPaths) {}

    Optional<Account> find(String username);

    /** Members of a group, by username. */
    List<Account> membersOf(GroupPath group);

    /** False for unknown people, wrong passwords and while too many wrong ones lock the account. */
    boolean passwordMatches(String username, String password);

    /** Makes the government known to the engine (its tenant); does nothing if it already is. */
    void registerGovernment(String code, String name);

    /** Creates the account, its missing groups and memberships; does nothing if the username exists. */
    void create(Account account, String password);
}
