package org.supervision.workflow;

import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.supervision.shared.DomainException;

/** The processes as they run now, to be explained to those who take part in them; nothing here is of any government. */
@Service
public class ProcessGuide {

    private final RepositoryService repository;

    ProcessGuide(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * One process in its latest version.
     *
     * @param definition id of that version, under which its diagram is found
     * @param steps ids of the steps that people do, as the diagram's file lists them
     */
    public record GuidedProcess(String key, String definition, List<String> steps) {}

    /** In alphabetical order of their keys. */
    public List<GuidedProcess> all() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(this::guided)
                .sorted(Comparator.comparing(GuidedProcess::key))
                .toList();
    }

    /** @throws DomainException of kind NOT_FOUND for a key that no process has */
    public GuidedProcess get(String key) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().list().stream()
                .findFirst()
                .map(this::guided)
                .orElseThrow(() -> DomainException.notFound(key));
    }

    private GuidedProcess guided(ProcessDefinition definition) {
        return new GuidedProcess(
                definition.getKey(),
                definition.getId(),
                repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(UserTask.class).stream()
                        .map(UserTask::getId)
                        .toList());
    }
}
