package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.ClassUtils;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.identity.GroupPath;

/** The engine's own part of the security floor: what it has switched off and closed. */
@ApplicationTest
class EngineFloorTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TestCities cities;

    @Autowired
    private GuardedStep step;

    @Autowired
    private CamundaBpmProperties properties;

    @Test
    void openRestInterfaceOfTheEngineIsNotOnTheClassPath() {
        assertThat(ClassUtils.isPresent(
                        "org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration", null))
                .isFalse();
        assertThat(Caller.signedIn(port, cities.create().chief(), "demo")
                        .get("/engine-rest/engine")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void engineIsConfiguredTheSafeWay() {
        ProcessEngineConfigurationImpl configuration = configuration();

        assertThat(configuration.isAuthorizationEnabled()).isTrue();
        assertThat(configuration.getAuthorizationCheckRevokes())
                .isEqualTo(ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
        assertThat(configuration.isTenantCheckEnabled()).isTrue();
        assertThat(configuration.isCmmnEnabled()).isFalse();
        assertThat(configuration.isStandaloneTasksEnabled()).isFalse();
        assertThat(configuration.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isEnableExpressionsInStoredQueries()).isFalse();
        assertThat(configuration.isEnableXxeProcessing()).isFalse();
        assertThat(System.getProperty("javax.xml.accessExternalSchema")).doesNotContain("http", "all");
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("activity");
    }

    /** CVE-2026-77226: makes an administrator without sign-in while there is none. */
    @ParameterizedTest
    @ValueSource(strings = {"/user/create", "/user/create/", "/anything"})
    void setUpEndpointIsClosed(String path) {
        Map<String, Object> body = Map.of(
                "profile", Map.of("id", "intruder", "firstName", "I", "lastName", "N"),
                "credentials", Map.of("password", "intruder"));
        String setUp = "/camunda/api/admin/setup/default" + path;

        assertThat(Caller.anonymous(port).post(setUp, body).statusCode()).isEqualTo(401);
        for (String username : new String[] {"sysadmin", cities.create().chief()}) {
            Caller caller = Caller.signedIn(port, username, "demo");
            assertThat(caller.post(setUp, body).statusCode()).as(username).isEqualTo(403);
        }
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("intruder")
                        .count())
                .isZero();
    }

    /** Even if the address were open: the set-up refuses where identities are read-only. */
    @Test
    void identityServiceIsReadOnlyForEveryWebApplication() {
        assertThat(engine.getIdentityService().isReadOnly()).isTrue();
        assertThatThrownBy(() -> engine.getIdentityService().newUser("intruder"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void nobodyIsInTheEnginesAdministratorGroup() {
        assertThat(engine.getIdentityService()
                        .createGroupQuery()
                        .groupId("camunda-admin")
                        .count())
                .isZero();
        assertThat(properties.getAdminUser().getId()).isNull();
        assertThat(configuration().getAdminUsers()).isEmpty();
    }

    @Test
    void signInEndpointOfTheWebApplicationsIsClosed() {
        HttpResponse<String> answer = Caller.anonymous(port)
                .form(
                        "/camunda/api/admin/auth/user/default/login/tasklist",
                        Map.of("username", cities.create().chief(), "password", "demo"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void scriptsDoNotRun() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("script-probe")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .scriptTask()
                .scriptFormat("javascript")
                .scriptText("1")
                .endEvent()
                .done();
        RepositoryService repository = engine.getRepositoryService();
        String deployment = repository
                .createDeployment()
                .addModelInstance("script-probe.bpmn", model)
                .deploy()
                .getId();
        try {
            RuntimeService runtime = engine.getRuntimeService();
            assertThatThrownBy(() ->
                            runtime.startProcessInstanceByKey("script-probe", Map.of(Submissions.GOVERNMENT, "any")))
                    .hasMessageContaining("Scripting is off");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void instanceCarriesItsGovernmentAsTenant() {
        String government = cities.create().code();
        step.start(government, GroupPath.cityLeader(government));

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(government)
                        .singleResult()
                        .getTenantId())
                .isEqualTo(government);
        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("guarded-step", "nobody's"))
                .hasMessageContaining("government");
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
