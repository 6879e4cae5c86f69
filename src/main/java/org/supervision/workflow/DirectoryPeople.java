package org.supervision.workflow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.Accounts.Account;

/** People as the directory knows them they sign in at; exists only where the accounts are not the application's own. */
public interface DirectoryPeople {

    /**
     * The account of somebody a token names, as it is now.
     *
     * @param id at the directory, where it never changes and is never given to anybody else
     * @param name how they are called there at the moment; who is not known by their id is looked for by it
     * @return empty too for whom the directory calls as it called somebody else before
     * @throws org.supervision.shared.DomainException if the directory has not answered for too long
     */
    Optional<Account> signedIn(String id, @Nullable String name);
}
