package org.supervision.workflow.process;

import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;
import org.supervision.workflow.Submissions;

/**
 * Gives every process instance its government as tenant: the start variable {@code government}, or the government of
 * the instance that calls it. An instance without one would be seen by every city.
 */
class GovernmentTenants implements TenantIdProvider {

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getSuperExecution() != null) {
            return start.getSuperExecution().getTenantId();
        }
        Object government =
                start.getVariables() == null ? null : start.getVariables().get(Submissions.GOVERNMENT);
        if (government == null && !startsByTimer((ProcessDefinitionEntity) start.getProcessDefinition())) {
            throw new BadUserRequestException(
                    "A process instance needs its government: the start variable " + Submissions.GOVERNMENT);
        }
        return (String) government;
    }

    /** Such a process works for the whole installation and holds no business data. */
    private static boolean startsByTimer(ProcessDefinitionEntity process) {
        return process.getActivities().stream()
                .anyMatch(activity -> ActivityTypes.START_EVENT_TIMER.equals(activity.getProperty("type")));
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return context.getExecution() == null ? null : context.getExecution().getTenantId();
    }
}
