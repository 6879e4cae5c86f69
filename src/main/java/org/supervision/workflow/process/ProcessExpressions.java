package org.supervision.workflow.process;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.supervision.workflow.ProcessBean;

/**
 * Evaluates the expressions of process diagrams, and no others. They see process variables and {@link ProcessBean}s and
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

    /** Calls public methods of process beans, also of package-private ones, and of nothing else. */
    private static class ProcessBeanMethods extends BeanELResolver {

        ProcessBeanMethods() {
            super(true);
        }

        @Override
        public @Nullable Object invoke(
                ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
            Object bean = required(base);
            Method named = Arrays.stream(bean.getClass().getMethods())
                    .filter(candidate ->
                            candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length)
                    .findFirst()
                    .orElseThrow(() -> new BadUserRequestException("No method " + method + " on " + bean.getClass()));
            context.setPropertyResolved(true);
            ReflectionUtils.makeAccessible(named);
            // An exception of the domain passes as it is, so that the person who caused it understands it.
            return ReflectionUtils.invokeMethod(named, bean, arguments);
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            return base == null ? null : super.getValue(context, required(base), property);
        }

        private static Object required(Object base) {
            if (!AnnotatedElementUtils.hasAnnotation(AopUtils.getTargetClass(base), ProcessBean.class)) {
                throw new BadUserRequestException("Expressions may call process beans only, not "
                        + base.getClass().getName());
            }
            return base;
        }
    }
}
