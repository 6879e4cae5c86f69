package org.supervision.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The form of each step, read from the deployment the process came with, so that running instances keep their form. */
@Component
public class Forms {

    private final ObjectProvider<ProcessEngine> engine;
    private final ObjectMapper json;
    private final Map<String, Step> steps = new ConcurrentHashMap<>();

    /** @param label its name in the diagram */
    private record Step(String label, FormSchema form) {}

    Forms(ObjectProvider<ProcessEngine> engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    /**
     * The form of a user task; a step without {@code camunda:formRef} has a form without fields.
     *
     * @param processDefinitionId the engine's id of the deployed version
     * @param step id of the user task
     */
    public FormSchema ofStep(String processDefinitionId, String step) {
        return step(processDefinitionId, step).form();
    }

    /** What the diagram calls a user task; the engine's own lists show more ({@link WorkItemTitles}). */
    String label(String processDefinitionId, String step) {
        return step(processDefinitionId, step).label();
    }

    private Step step(String processDefinitionId, String step) {
        return steps.computeIfAbsent(processDefinitionId + ' ' + step, key -> read(processDefinitionId, step));
    }

    private Step read(String processDefinitionId, String step) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> read(context, configuration, processDefinitionId, step));
    }

    private Step read(
            CommandContext context,
            ProcessEngineConfigurationImpl configuration,
            String processDefinitionId,
            String step) {
        var process = configuration.getDeploymentCache().findDeployedProcessDefinitionById(processDefinitionId);
        var definition = process.getTaskDefinitions().get(step);
        String label =
                definition == null ? step : definition.getNameExpression().getExpressionText();
        Expression reference = definition == null ? null : definition.getCamundaFormDefinitionKey();
        if (reference == null) {
            return new Step(label, new FormSchema(step, java.util.List.of()));
        }
        var form = context.getCamundaFormDefinitionManager()
                .findDefinitionByDeploymentAndKey(process.getDeploymentId(), reference.getExpressionText());
        if (form == null) {
            throw new IllegalStateException("No form " + reference.getExpressionText() + " for step " + step);
        }
        byte[] bytes = context.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(form.getDeploymentId(), form.getResourceName())
                .getBytes();
        try {
            return new Step(label, FormSchema.read(json.readTree(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
