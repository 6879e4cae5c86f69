package org.supervision.workflow.process;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Sets the engine up the safe way; every setting that is not in {@code application.yaml} is here. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Runs last, so that no default overrides it; started after our own migrations. */
    @Bean
    @DependsOnDatabaseInitialization
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin guardedEngine(ApplicationContext context) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                configure((SpringProcessEngineConfiguration) engine, context);
            }
        };
    }

    private static void configure(SpringProcessEngineConfiguration engine, ApplicationContext context) {
        Map<Object, Object> processBeans = new ProcessBeans(context);
        engine.setBeans(processBeans);
        engine.setExpressionManager(new SpringExpressionManager(context, processBeans));
        GuardedTaskService tasks = new GuardedTaskService();
        engine.setTaskService(tasks);
        engine.setFormService(new GuardedFormService(tasks));
        engine.setTenantIdProvider(new GovernmentTenants());
    }
}
