package org.supervision.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Evaluates the expressions of process diagrams, and no others. They see process variables and {@link org.supervision.workflow.ProcessBean}s and
 * can call methods of the latter only: no reflection, no engine services, no other bean.
 *
 * <p>An expression outside a running process comes from a query, where the engine evaluates what a caller has sent:
 * nested {@code orQueries}, stored filters and extending queries pass its own check (CVE-2026-109432). All of them are
 * evaluated without a variable scope, so that is refused here, at the one place where each of them ends.
 */
class ProcessExpressions extends JuelExpressionManager {

    private final Map<Object, Object> processBeans;

    ProcessExpressions(ApplicationContext context) {
        this.processBeans = new ProcessBeans(context);
    }

    @Override
    public ELContext getElContext(@Nullable VariableScope scope) {
        if (scope == null) {
            throw new BadUserRequestException("Expressions are evaluated in processes only, never in queries");
        }
        return super.getElContext(scope);
    }

    /** Beans come first, so that no variable can take the name of one. */
    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        resolvers.add(new ReadOnlyMapELResolver(processBeans));
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new MapELResolver(true));
        resolvers.add(new ProcessBeanMethods());
        return resolvers;
    }
}
