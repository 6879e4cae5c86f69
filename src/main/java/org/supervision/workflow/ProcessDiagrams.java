package org.supervision.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.supervision.shared.DomainException;

/**
 * The diagrams of running and ended process instances, to be shown with their tokens. Whoever asks has been found
 * entitled to the aggregate the instance runs for.
 */
@Service
public class ProcessDiagrams {

    private final RepositoryService repository;
    private final HistoryService history;

    ProcessDiagrams(@Lazy RepositoryService repository, @Lazy HistoryService history) {
        this.repository = repository;
        this.history = history;
    }

    /**
     * Where an instance stands.
     *
     * @param definition id of the version it runs on
     * @param active element ids that hold a token; empty once it has ended
     * @param passed element ids left behind, completed or interrupted, in order of time, with repetitions
     */
    public record Progress(String definition, List<String> active, List<String> passed) {}

    /** The latest instance of the process for the aggregate; empty if none was ever started. */
    public Optional<Progress> progress(String process, String businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(this::progress);
    }

    private Progress progress(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> activities = history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(activity -> !activity.getActivityType().equals(ActivityTypes.MULTI_INSTANCE_BODY))
                .toList();
        return new Progress(
                instance.getProcessDefinitionId(),
                activities.stream()
                        .filter(activity -> activity.getEndTime() == null)
                        .map(HistoricActivityInstance::getActivityId)
                        .distinct()
                        .toList(),
                activities.stream()
                        .filter(activity -> activity.getEndTime() != null)
                        .map(HistoricActivityInstance::getActivityId)
                        .toList());
    }

    /** The BPMN XML of one version. */
    public String xml(String definition) {
        try (InputStream xml = repository.getProcessModel(definition)) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (org.camunda.bpm.engine.exception.NullValueException e) {
            throw DomainException.notFound(definition);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
