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
    private volatile @Nullable Set<String> names;

    ProcessBeans(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return names().contains(name);
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? context.getBean((String) name) : null;
    }

    /** Looked up once; the beans themselves are not yet made when the engine is configured. */
    private Set<?> names() {
        Set<String> known = names;
        if (known == null) {
            known = Set.of(context.getBeanNamesForAnnotation(ProcessBean.class));
            names = known;
        }
        return known;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return context.getBeansWithAnnotation(ProcessBean.class).entrySet().stream()
                .map(bean -> Map.<Object, Object>entry(bean.getKey(), bean.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
