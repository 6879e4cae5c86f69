package org.supervision.workflow.process;

import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks grants with the caller's groups as they are. The engine first drops those that no grant names, for which every
 * command reads the groups of all grants: a list that grows with each open task and each unit of each government, while
 * a caller holds a few posts.
 */
class CallersGroups extends AuthorizationManager {

    static final SessionFactory FACTORY = new SessionFactory() {
        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new CallersGroups();
        }
    };

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? List.of() : groups;
    }
}
