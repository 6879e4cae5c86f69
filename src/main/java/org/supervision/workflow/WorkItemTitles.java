package org.supervision.workflow;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.supervision.workflow.WorkItemSubjects.KeyTaskReference;
import org.supervision.workflow.WorkItemSubjects.Subject;

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

    /** Gives a task that is being created its name and description; one whose subject is not known keeps its label. */
    public void give(DelegateTask task) {
        WorkItem item = Submissions.item(task, forms, List.of());
        Subject subject = subject(item);
        KeyTaskReference keyTask = subject.keyTask();
        if (keyTask == null && subject.matter() != null) {
            task.setName(text("matter", item.name(), subject.matter()));
        }
        if (keyTask != null) {
            String number = String.valueOf(keyTask.number());
            task.setName(text("name", item.name(), number, start(keyTask.goal(), GOAL_IN_NAME)));
            task.setDescription(text("description", number, start(keyTask.goal(), GOAL_IN_DESCRIPTION)));
        }
    }

    private Subject subject(WorkItem item) {
        LocaleContext readers = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.CHINA);
        try {
            return subjects.describe(List.of(item)).get(item.id());
        } finally {
            LocaleContextHolder.setLocaleContext(readers);
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
