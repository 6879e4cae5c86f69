package org.supervision.workflow.process;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.supervision.workflow.QueryLimit;
import org.supervision.workflow.Refusals;

/** Sets the engine up the safe way; every setting that is not in {@code application.yaml} is here. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    /** Ids of people, groups (paths) and governments; never {@code *}, which means everybody. */
    private static final String RESOURCE_IDS = "[a-zA-Z0-9][a-zA-Z0-9._/-]*";

    private static final String EXTERNAL_SCHEMAS = "javax.xml.accessExternalSchema";

    /** Runs last, so that no default overrides it, and after our own migrations. */
    @Bean
    @DependsOnDatabaseInitialization
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProcessEnginePlugin guardedEngine(
            ApplicationContext context,
            Refusals refusals,
            MessageSource messages,
            EngineIdentities identities,
            @Value("${supervision.identity.password-rounds}") int passwordRounds) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                configure(engine);
                engine.setIdentityProviderSessionFactory(identities.sessions());
                engine.setPasswordEncryptor(new SlowHash(passwordRounds));
                engine.setExpressionManager(new ProcessExpressions(context));
                GuardedTaskService tasks = new GuardedTaskService(refusals);
                engine.setTaskService(tasks);
                engine.setFormService(new GuardedFormService(tasks, context));
                engine.setFilterService(new GuardedFilterService(context));
                engine.setCustomPreBPMNParseListeners(List.of(new TitledTasks(context)));
            }

            @Override
            public void postProcessEngineBuild(ProcessEngine engine) {
                TasklistFilters.create(engine, messages);
            }
        };
    }

    /** Accounts are written by {@link EngineAccounts} alone: every web application finds the identity service read-only. */
    @Bean
    @Profile("!keycloak")
    EngineIdentities ownIdentities() {
        return () -> new GenericManagerFactory(ReadableIdentities.class);
    }

    private static void configure(ProcessEngineConfigurationImpl engine) {
        // Diagrams are checked against the engine's own schemas; none is fetched from elsewhere.
        if (System.getProperty(EXTERNAL_SCHEMAS) == null) {
            System.setProperty(EXTERNAL_SCHEMAS, "file,jar:file,nested,jar:nested");
        }
        engine.setAuthorizationCheckRevokes(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        // For whoever is signed in to the web applications; the application's own queries are not a person's.
        engine.setQueryMaxResultsLimit(QueryLimit.MOST_RESULTS);
        engine.setTenantIdProvider(new GovernmentTenants());
        engine.setCommandContextFactory(new RefusalsAreNoFailures(engine));

        engine.setUserResourceWhitelistPattern(RESOURCE_IDS);
        engine.setGroupResourceWhitelistPattern(RESOURCE_IDS);
        engine.setTenantResourceWhitelistPattern(RESOURCE_IDS);

        engine.setResourceAuthorizationProvider(new GroupGrants());
        engine.setCustomSessionFactories(List.of(CallersGroups.FACTORY));
        engine.setDefaultUserPermissionNameForTask(Permissions.TASK_WORK.getName());

        engine.setJobExecutorAcquireByDueDate(true);
        // Known at the start already: otherwise the end of an instance writes every row of its history once more.
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_START);
    }
}
