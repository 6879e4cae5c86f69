package org.supervision.workflow.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.supervision.workflow.ProcessBean;

/**
 * Calls public methods of process beans, whose classes need not be public; refuses every method and property of
 * anything else. A method is found by name and number of arguments.
 */
class ProcessBeanMethods extends ELResolver {

    /** A method as an expression names it. */
    private record Call(Class<?> type, String name, int arguments) {}

    private final Map<Call, Method> methods = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object name, Class<?>[] types, Object @Nullable [] arguments) {
        Object[] given = arguments == null ? new Object[0] : arguments;
        Method method = methods.computeIfAbsent(
                new Call(AopUtils.getTargetClass(base), name.toString(), given.length), ProcessBeanMethods::find);
        context.setPropertyResolved(base, name);
        try {
            return method.invoke(base, given);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new ELException(e);
        }
    }

    private static Method find(Call call) {
        if (!AnnotatedElementUtils.hasAnnotation(call.type(), ProcessBean.class)) {
            throw new ELException(
                    "Expressions call process beans only, not " + call.type().getName());
        }
        Method method = Arrays.stream(call.type().getDeclaredMethods())
                .filter(candidate -> Modifier.isPublic(candidate.getModifiers())
                        && !candidate.isSynthetic()
                        && candidate.getName().equals(call.name())
                        && candidate.getParameterCount() == call.arguments())
                .findFirst()
                .orElseThrow(() ->
                        new MethodNotFoundException(call.type().getSimpleName() + " has no method " + call.name()));
        method.setAccessible(true);
        return method;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            throw new ELException("Expressions read no properties: " + property);
        }
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        throw new ELException("Expressions set nothing: " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }

    /** Introspection by tools; none here. */
    @SuppressWarnings("removal")
    public java.util.@Nullable Iterator<java.beans.FeatureDescriptor> getFeatureDescriptors(
            ELContext context, @Nullable Object base) {
        return null;
    }
}
