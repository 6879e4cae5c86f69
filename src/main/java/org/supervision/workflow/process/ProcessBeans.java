package org.supervision.workflow.process;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.supervision.workflow.ProcessBean;

/** The application's {@link ProcessBean}s by name, all that expressions can see; fetched when first named. */
class ProcessBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;

    ProcessBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String bean
                && context.containsBean(bean)
                && context.findAnnotationOnBean(bean, ProcessBean.class) != null;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return context.getBeansWithAnnotation(ProcessBean.class).entrySet().stream()
                .map(bean -> Map.<Object, Object>entry(bean.getKey(), bean.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
