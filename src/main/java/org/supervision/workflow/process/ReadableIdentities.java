package org.supervision.workflow.process;

import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;

/**
 * The identities the engine and its web applications read and cannot write. Everybody may read the own profile, without
 * a grant to the single person, which the engine would need for it.
 */
public class ReadableIdentities extends DbReadOnlyIdentityServiceProvider {

    @Override
    public List<User> findUserByQueryCriteria(DbUserQueryImpl query) {
        String caller = Context.getCommandContext().getAuthenticatedUserId();
        return caller != null && caller.equals(query.getId())
                ? Context.getCommandContext().runWithoutAuthorization(() -> super.findUserByQueryCriteria(query))
                : super.findUserByQueryCriteria(query);
    }
}
