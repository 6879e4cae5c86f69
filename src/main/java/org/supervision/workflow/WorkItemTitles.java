package org.supervision.workflow;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.supervision.workflow.WorkItemSubjects.KeyTaskReference;

/** Says in the engine's own lists, Tasklist above all, which key task a work item is about. */
@Component
public class WorkItemTitles {

    /** As much of the goal as a row of Tasklist shows in two lines. */
    private static final int GOAL_IN_NAME = 40;

    /** What the engine's column takes, with the number in front. */
    private static final int GOAL_IN_DESCRIPTION = 3_900;

    private final Forms forms;
    private final Subjects subjects;
    private final MessageSource messages;

    WorkItemTitles(Forms forms, Subjects subjects, MessageSource messages) {
        this.forms = forms;
        this.subjects = subjects;
        this.messages = messages;
    }

    /** Gives a task that is being created its name and description; one that is about no key task keeps its label. */
    public void give(DelegateTask task) {
        WorkItem item = Submissions.item(task, forms, List.of());
        KeyTaskReference keyTask =
                subjects.describe(List.of(item)).get(item.id()).keyTask();
        if (keyTask != null) {
            String number = String.valueOf(keyTask.number());
            task.setName(text("name", item.name(), number, start(keyTask.goal(), GOAL_IN_NAME)));
            task.setDescription(text("description", number, start(keyTask.goal(), GOAL_IN_DESCRIPTION)));
        }
    }

    /** Stored once for everybody, therefore in the language of the cities. */
    private String text(String what, String... arguments) {
        return messages.getMessage("workflow.tasklist." + what, arguments, Locale.CHINA);
    }

    private static String start(String goal, int characters) {
        return goal.codePointCount(0, goal.length()) <= characters
                ? goal
                : goal.substring(0, goal.offsetByCodePoints(0, characters - 1)) + "…";
    }
}
