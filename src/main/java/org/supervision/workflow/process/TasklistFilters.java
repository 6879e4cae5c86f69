package org.supervision.workflow.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.context.MessageSource;

/**
 * The filters of Tasklist, which shows nothing without one. They are the same for everybody: stored as a query of
 * everything, they only narrow what the engine's grants let the caller see, each in its own way.
 */
enum TasklistFilters {
    /** What the caller has claimed, or nobody. */
    MINE,
    /** What waits for the caller's posts, whoever has claimed it. */
    UNIT,
    OVERDUE,
    /** What a reviewer has sent back, with those who do it over again and those who review it once more. */
    RETURNED;

    /** Known beforehand, so that two nodes cannot both create it and links may name it. */
    String id() {
        return "tasklist-" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<TasklistFilters> of(String id) {
        return Arrays.stream(values()).filter(filter -> filter.id().equals(id)).findFirst();
    }

    /** Creates those that are missing. */
    static void create(ProcessEngine engine, MessageSource messages) {
        for (TasklistFilters missing : values()) {
            if (missing.isThere(engine)) {
                continue;
            }
            try {
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                        .getCommandExecutorTxRequired()
                        .execute(context -> missing.insert(engine, messages, context));
            } catch (ProcessEngineException e) {
                // Another node was faster.
                if (!missing.isThere(engine)) {
                    throw e;
                }
            }
        }
    }

    private boolean isThere(ProcessEngine engine) {
        return engine.getFilterService().createFilterQuery().filterId(id()).count() > 0;
    }

    private Filter insert(ProcessEngine engine, MessageSource messages, CommandContext context) {
        FilterEntity filter = (FilterEntity) engine.getFilterService().newTaskFilter(text(messages, "name"));
        filter.setId(id());
        filter.setQuery(engine.getTaskService().createTaskQuery());
        filter.setProperties(Map.of(
                "description",
                text(messages, "description"),
                "priority",
                ordinal(),
                "refresh",
                false,
                "showUndefinedVariable",
                false,
                "variables",
                List.of()));
        context.getDbEntityManager().insert(filter);
        AuthorizationEntity everybody = new AuthorizationEntity(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(id());
        everybody.addPermission(Permissions.READ);
        context.getAuthorizationManager().insert(everybody);
        return filter;
    }

    /** Stored once for everybody, therefore in the language of the cities. */
    private String text(MessageSource messages, String what) {
        return messages.getMessage("workflow.tasklist.filter." + what + "." + name(), null, Locale.CHINA);
    }
}
