package org.supervision;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Notes which elements of the diagrams the tests of one run have passed. */
@TestComponent
class ProcessCoverage extends AbstractProcessEnginePlugin {

    private final Set<String> passed = ConcurrentHashMap.newKeySet();

    /** {@code process/element} of every step, event, gateway and flow that was passed. */
    Set<String> passed() {
        return passed;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element process, ProcessDefinitionEntity definition) {
                definition.getActivities().forEach(ProcessCoverage.this::watch);
            }
        });
    }

    private void watch(ActivityImpl activity) {
        activity.addListener(ExecutionListener.EVENTNAME_START, note(activity.getId()));
        activity.getOutgoingTransitions().forEach(flow -> ((TransitionImpl) flow)
                .addListener(ExecutionListener.EVENTNAME_TAKE, note(flow.getId())));
        activity.getActivities().forEach(this::watch);
    }

    private ExecutionListener note(String element) {
        return execution -> {
            String definition = execution.getProcessDefinitionId();
            passed.add(definition.substring(0, definition.indexOf(':')) + "/" + element);
        };
    }
}
