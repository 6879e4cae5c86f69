package org.supervision.workflow;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;

/** Who has said to be at work on which work item. */
@Component
public class Claims {

    private final TaskService tasks;
    private final ActingApplication application;

    Claims(@Lazy TaskService tasks, ActingApplication application) {
        this.tasks = tasks;
        this.application = application;
    }

    /** What somebody who no longer holds these posts has claimed waits for everybody of the post again. */
    public void giveBack(String leaver, Collection<GroupPath> posts) {
        Set<String> groups = posts.stream().map(GroupPath::toString).collect(Collectors.toSet());
        application.run(() -> {
            for (Task task : tasks.createTaskQuery().taskAssignee(leaver).list()) {
                boolean ofPost = tasks.getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> link.getGroupId() != null && groups.contains(link.getGroupId()));
                if (ofPost) {
                    tasks.setAssignee(task.getId(), null);
                }
            }
        });
    }
}
