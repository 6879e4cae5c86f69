package org.supervision.workflow.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/** The engine's filter service that stores no query with an expression, at whatever depth. */
class GuardedFilterService extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        if (filter.getQuery() instanceof TaskQueryImpl query) {
            refuseExpressions(query);
        }
        return super.saveFilter(filter);
    }

    private static void refuseExpressions(TaskQueryImpl query) {
        if (!query.getExpressions().isEmpty()) {
            throw new BadUserRequestException("Expressions are not stored in filters");
        }
        query.getQueries().stream().filter(nested -> nested != query).forEach(GuardedFilterService::refuseExpressions);
    }
}
