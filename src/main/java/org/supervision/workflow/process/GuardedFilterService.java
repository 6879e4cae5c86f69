package org.supervision.workflow.process;

import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.supervision.workflow.ReturnedWork;

/**
 * The engine's filter service that stores no query with an expression, at whatever depth, and narrows the filters of
 * Tasklist to what they promise the caller. It never widens: what the caller may see says the engine.
 */
class GuardedFilterService extends FilterServiceImpl {

    /** No business key. */
    private static final String NOTHING = "-";

    private final BeanFactory beans;

    /** @param beans asked late for what the narrowing needs, which needs the engine */
    GuardedFilterService(BeanFactory beans) {
        this.beans = beans;
    }

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

    @Override
    public <T> List<T> list(String filterId) {
        return super.list(filterId, this.<T, Query<?, T>>narrowed(filterId, null));
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, @Nullable Q extendingQuery) {
        return super.list(filterId, narrowed(filterId, extendingQuery));
    }

    @Override
    public <T> List<T> listPage(String filterId, int firstResult, int maxResults) {
        return super.listPage(filterId, this.<T, Query<?, T>>narrowed(filterId, null), firstResult, maxResults);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(
            String filterId, @Nullable Q extendingQuery, int firstResult, int maxResults) {
        return super.listPage(filterId, narrowed(filterId, extendingQuery), firstResult, maxResults);
    }

    @Override
    public <T> T singleResult(String filterId) {
        return super.singleResult(filterId, this.<T, Query<?, T>>narrowed(filterId, null));
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, @Nullable Q extendingQuery) {
        return super.singleResult(filterId, narrowed(filterId, extendingQuery));
    }

    @Override
    public Long count(String filterId) {
        return super.count(filterId, narrow(filterId, null));
    }

    @Override
    public Long count(String filterId, @Nullable Query<?, ?> extendingQuery) {
        return super.count(filterId, narrow(filterId, extendingQuery));
    }

    @SuppressWarnings("unchecked")
    private <T, Q extends Query<?, T>> @Nullable Q narrowed(String filterId, @Nullable Q asked) {
        return (Q) narrow(filterId, asked);
    }

    private @Nullable Query<?, ?> narrow(String filterId, @Nullable Query<?, ?> asked) {
        return TasklistFilters.of(filterId)
                .<Query<?, ?>>map(filter -> commandExecutor.execute(context -> narrow(filter, asked, context)))
                .orElse(asked);
    }

    private @Nullable Query<?, ?> narrow(TasklistFilters filter, @Nullable Query<?, ?> asked, CommandContext context) {
        Authentication caller = context.getAuthentication();
        if (caller == null || filter == TasklistFilters.UNIT || asked != null && !(asked instanceof TaskQueryImpl)) {
            return asked;
        }
        TaskQueryImpl more = (TaskQueryImpl) asked;
        TaskQueryImpl narrow = new TaskQueryImpl(commandExecutor);
        if (filter == TasklistFilters.MINE) {
            narrow.or().taskAssignee(caller.getUserId()).taskUnassigned().endOr();
        } else if (filter == TasklistFilters.RETURNED) {
            // Nested, because a merge forgets this condition at the top.
            narrow.or().processInstanceBusinessKeyIn(returned(caller)).endOr();
        } else {
            overdue(narrow, more);
        }
        if (more == null) {
            return narrow;
        }
        // Before the merge, which drops its own checks.
        more.validate();
        return narrow.extend(more);
    }

    /** What is asked for wins over what is narrowed in a merge, therefore neither may be later than now. */
    private void overdue(TaskQuery narrow, @Nullable TaskQueryImpl more) {
        Date now = Date.from(beans.getBean(Clock.class).instant());
        narrow.dueBefore(now);
        if (more != null && more.getDueBefore() != null && more.getDueBefore().after(now)) {
            more.dueBefore(now);
        }
    }

    private String[] returned(Authentication caller) {
        List<String> governments = caller.getTenantIds() == null ? List.of() : caller.getTenantIds();
        String[] keys = governments.stream()
                .map(beans.getBean(ReturnedWork.class)::businessKeys)
                .flatMap(Collection::stream)
                .toArray(String[]::new);
        return keys.length == 0 ? new String[] {NOTHING} : keys;
    }
}
