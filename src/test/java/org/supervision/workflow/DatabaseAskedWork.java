package org.supervision.workflow;

import java.time.Clock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was asked of units, on a database of choice; what it was about stays unsaid. */
public final class DatabaseAskedWork {

    private DatabaseAskedWork() {}

    public static AskedWork of(JdbcClient database, Clock clock) {
        return new AskedWork(
                database, new Subjects(new StaticListableBeanFactory().getBeanProvider(WorkItemSubjects.class)), clock);
    }
}
