package org.supervision.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.supervision.workflow.WorkItemSubjects.Fact;
import org.supervision.workflow.WorkItemSubjects.Subject;
import org.supervision.workflow.WorkItemSubjects.Warning;

/** Finds the feature module that describes a work item. */
@Component
class Subjects {

    private static final Subject UNKNOWN = new Subject(null, null);

    /** Looked up late: the modules that implement the port depend on this one. */
    private final ObjectProvider<WorkItemSubjects> modules;

    Subjects(ObjectProvider<WorkItemSubjects> modules) {
        this.modules = modules;
    }

    Map<String, Subject> describe(Collection<WorkItem> items) {
        Map<String, Subject> subjects = new HashMap<>();
        items.forEach(item -> subjects.put(item.id(), UNKNOWN));
        items.stream().collect(Collectors.groupingBy(WorkItem::process)).forEach((process, itsItems) -> module(process)
                .ifPresent(module -> subjects.putAll(module.describe(itsItems))));
        return subjects;
    }

    Map<String, Object> prefilled(WorkItem item) {
        return module(item.process()).map(module -> module.prefilled(item)).orElse(Map.of());
    }

    boolean mayBeEnteredOnBehalf(WorkItem item) {
        return module(item.process())
                .filter(module -> module.mayBeEnteredOnBehalf(item))
                .isPresent();
    }

    List<Fact> facts(WorkItem item) {
        return module(item.process()).map(module -> module.facts(item)).orElse(List.of());
    }

    List<Warning> warnings(WorkItem item, FormValues values) {
        return module(item.process())
                .map(module -> module.warnings(item, values))
                .orElse(List.of());
    }

    private Optional<WorkItemSubjects> module(String process) {
        return modules.stream()
                .filter(module -> module.processes().contains(process))
                .findFirst();
    }
}
