package org.supervision.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** The supervisor's part in Cockpit: what is late is seen at once and leads to where it is dealt with. */
@ApplicationTest
class CockpitTests {

    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private TestCities cities;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private TimeTravel time;

    private TestCity city;
    private String cycle;

    @BeforeAll
    static void startChromium() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void oneReportIsThreeWorkingDaysLate() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
        time.to(OffsetDateTime.parse("2024-04-11T09:00:00+08:00").toInstant());
    }

    @Test
    void aSupervisorGoesFromTheTileToTheInstanceAndToThePortal() {
        Visitor visitor = Visitor.signIn(chromium, port, city.officer());
        Page page = visitor.page();
        page.navigate(COCKPIT);

        assertThat(page.locator(".od-tile .od-figures")).containsText("1 项逾期");
        assertThat(page.locator(".od-tile .od-figures")).containsText("1 再次催办");
        page.locator(".od-tile h1 a").click();
        assertThat(page.locator(".od-table tbody tr")).hasCount(1);
        assertThat(page.locator(".od-table tbody tr"))
                .containsText(java.util.regex.Pattern.compile("建成第1号公园.*市一局.*填报.*再次催办.*逾期 3 个工作日"));
        page.navigate(COCKPIT + "#/overdue?rung=INTERVIEW");
        assertThat(page.locator(".od-page")).containsText("这一级现在没有事项");

        page.navigate(COCKPIT + "#/overdue?rung=SECOND_REMINDER");
        page.locator(".od-table").getByText("流程实例").click();
        assertThat(page.locator(".od-tab .od-facts")).containsText("市一局");
        assertThat(page.locator(".od-tab .od-facts")).containsText("逾期 3 个工作日");
        assertThat(page.locator(".od-tab .od-facts")).containsText("没有退回过");
        assertThat(page.locator(".od-badge")).hasText("逾期 3 个工作日");
        assertThat(visitor.complaints()).as("in Cockpit").isEmpty();

        page.locator(".od-tab").getByText("办理页").click();
        assertThat(page).hasURL("http://localhost:" + port + "/cycles/" + cycle);
        assertThat(page.locator("main")).containsText("建成第1号公园");
    }

    @Test
    void countsOfWhatIsLateStandOnTheDiagrams() {
        Visitor visitor = Visitor.signIn(chromium, port, city.officer());
        Page page = visitor.page();

        page.navigate(COCKPIT + "#/process-definition/" + definition("quarterly-cycle") + "/runtime");
        assertThat(page.locator("[data-container-id=UserTask_DraftReport] .od-badge"))
                .hasText("逾期 1");
        page.navigate(COCKPIT + "#/process-definition/" + definition("overdue-escalation") + "/runtime");
        assertThat(page.locator("[data-container-id=ServiceTask_IssueSecondReminder] .od-badge"))
                .hasText("逾期 1");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void noPageOfCockpitAsksForWhatItsReaderMayNot() {
        Visitor visitor = Visitor.signIn(chromium, port, city.officer());
        Page page = visitor.page();
        String instance = instance("overdue-escalation").getId();
        for (String address : new String[] {
            "#/dashboard",
            "#/processes",
            "#/decisions",
            "#/repository",
            "#/tasks",
            "#/overdue",
            "#/process-instance/" + instance + "/runtime",
            "#/process-instance/" + instance + "/runtime?detailsTab=variables-tab",
            "#/process-instance/" + instance + "/runtime?detailsTab=incidents-tab",
            "#/process-instance/" + instance + "/runtime?detailsTab=jobs-tab"
        }) {
            // Loaded anew each time, so that idle means that everything asked for has come.
            page.navigate("about:blank");
            page.navigate(COCKPIT + address);
            assertThat(page.locator(".Header").first()).isVisible();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(visitor.complaints()).as(address).isEmpty();
        }
    }

    @Test
    void whatHasFailedIsExplainedWithWhatToDo() {
        String instance = instance("overdue-escalation").getId();
        management.setJobRetries(
                management
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId(),
                0);
        Visitor visitor = Visitor.signIn(chromium, port, city.officer());
        Page page = visitor.page();

        page.navigate(COCKPIT + "#/overdue");
        assertThat(page.locator(".od-incident")).containsText("这一项的阶梯停在这里");
        page.locator(".od-incident").getByText(instance).click();
        assertThat(page.locator(".od-tab .od-incident")).containsText("先在门户对该项手工催办");
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void aSupervisorOfAnotherGovernmentSeesNothingOfIt() {
        Visitor visitor = Visitor.signIn(chromium, port, cities.create().chief());
        Page page = visitor.page();

        page.navigate(COCKPIT);
        assertThat(page.locator(".od-tile")).containsText("现在没有逾期的事项");
        page.navigate(COCKPIT + "#/overdue");
        assertThat(page.locator(".od-page")).containsText("现在没有逾期的事项");
        page.navigate(COCKPIT + "#/process-definition/" + definition("quarterly-cycle") + "/runtime");
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        assertThat(page.locator(".od-badge")).hasCount(0);
        assertThat(visitor.complaints()).isEmpty();
    }

    private String definition(String process) {
        return instance(process).getProcessDefinitionId();
    }

    private ProcessInstance instance(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(cycle)
                .singleResult();
    }
}
