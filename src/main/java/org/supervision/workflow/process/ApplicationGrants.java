package org.supervision.workflow.process;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.supervision.identity.GroupPath;

/**
 * What the holders of a post may open of the engine's web applications. Only the office sees running instances beyond
 * its own work items, and only those of its government, because the engine restricts everything by tenant.
 */
final class ApplicationGrants {

    private ApplicationGrants() {}

    static void grant(GroupPath post) {
        applications(post).forEach(application -> grant(post, Resources.APPLICATION, application, Permissions.ACCESS));
        switch (post.role()) {
            case OFFICER, OFFICE_CHIEF ->
                grant(
                        post,
                        Resources.PROCESS_DEFINITION,
                        Authorization.ANY,
                        Permissions.READ,
                        Permissions.READ_INSTANCE,
                        Permissions.READ_HISTORY);
            case SYSTEM_ADMIN -> {
                grant(post, Resources.USER, Authorization.ANY, Permissions.READ);
                grant(post, Resources.GROUP, Authorization.ANY, Permissions.READ);
                grant(post, Resources.TENANT, Authorization.ANY, Permissions.READ);
            }
            default -> {}
        }
    }

    private static List<String> applications(GroupPath post) {
        return switch (post.role()) {
            case OFFICER, OFFICE_CHIEF -> List.of("cockpit", "tasklist");
            case LIAISON, UNIT_LEADER, CITY_LEADER -> List.of("tasklist");
            case SYSTEM_ADMIN -> List.of("admin");
            case SECURITY_ADMIN, AUDITOR -> List.of();
        };
    }

    private static void grant(GroupPath post, Resource resource, String id, Permission... permissions) {
        AuthorizationEntity grant = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(post.toString());
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        Context.getCommandContext().getAuthorizationManager().insert(grant);
    }
}
