package org.supervision.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;

/**
 * The accounts people sign in with and the groups they are in, as the engine's identity service knows them. A port: the
 * module {@code workflow} implements it on the engine's own tables (local mode) or on Keycloak.
 */
public interface Accounts {

    /** What an account is good for. */
    enum State {
        OPEN,
        /** Others have seen its password: it lets its owner choose one and do nothing else. */
        FIRST_PASSWORD,
        /** Its owner has left. */
        CLOSED
    }

    /**
     * An account with its display name and the paths of its groups ({@link GroupPath}).
     *
     * @param mail address for messages, {@code null} if none is known
     */
    record Account(String username, String name, Set<String> groupPaths, @Nullable String mail, State state) {

        public Account(String username, String name, Set<String> groupPaths) {
            this(username, name, groupPaths, null, State.OPEN);
        }

        public Account(String username, String name, Set<String> groupPaths, @Nullable String mail) {
            this(username, name, groupPaths, mail, State.OPEN);
        }

        /** Itself, unless it is one of the three administrators', which hold no other post. */
        Account notOfAdministrator() {
            if (groupPaths.stream()
                    .flatMap(path -> GroupPath.parse(path).stream())
                    .anyMatch(post -> post.government() == null)) {
                throw new DomainException(
                        DomainException.Kind.CONFLICT, "identity.error.administrator-apart", username);
            }
            return this;
        }
    }

    Optional<Account> find(String username);

    /**
     * The account as it is now, where {@link #find} may lag behind: asks the directory unless it was asked a moment ago.
     *
     * @throws org.supervision.shared.DomainException if the directory has not answered for too long
     */
    default Optional<Account> current(String username) {
        return find(username);
    }

    /** False where another system keeps the passwords and lets people change them. */
    default boolean keepsPasswords() {
        return true;
    }

    /** Members of a group, by username. */
    List<Account> membersOf(GroupPath group);

    /** Everybody who is in one of the groups, once, by username. */
    List<Account> membersOfAny(Collection<GroupPath> groups);

    /** The accounts with these usernames, by username; unknown ones are left out. */
    List<Account> named(Collection<String> usernames);

    /** Display names by username; of unknown people none. */
    default Map<String, String> names(Collection<String> usernames) {
        return usernames.isEmpty()
                ? Map.of()
                : named(Set.copyOf(usernames)).stream().collect(Collectors.toMap(Account::username, Account::name));
    }

    /** False for unknown people and wrong passwords. */
    boolean passwordMatches(String username, String password);

    /** Makes the government known to the engine (its tenant); does nothing if it already is. */
    void registerGovernment(String code, String name);

    /**
     * Creates the account, its missing groups and memberships; does nothing if the username exists.
     *
     * @param password of no meaning where another system keeps the passwords; {@code null} opens nothing
     */
    void create(Account account, @Nullable String password);

    void setPassword(String username, String password);

    /** One nobody has thought of and nobody finds by trying: it need not be hashed as slowly as others. */
    void setRandomPassword(String username, String password);

    /** Puts an existing account into the group, which is created if it is missing. */
    void enter(String username, GroupPath group);

    void leave(String username, GroupPath group);

    /** Sets or removes the mail address of an existing account. */
    void changeMail(String username, @Nullable String mail);
}
