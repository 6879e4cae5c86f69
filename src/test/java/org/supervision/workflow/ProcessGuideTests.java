package org.supervision.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Browser;
import org.supervision.TestCities;
import org.supervision.workflow.ProcessGuide.GuidedProcess;

/** Each process is explained in both languages, under the names its diagram bears. */
@ApplicationTest
class ProcessGuideTests {

    @Autowired
    private ProcessGuide guide;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private MessageSource messages;

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Test
    void everyProcessAndEveryStepOfPeopleHasItsWords() {
        List<GuidedProcess> ours = guide.all().stream()
                .filter(process -> !process.key().equals(GuardedStep.PROCESS))
                .toList();
        assertThat(ours).hasSizeGreaterThan(15);
        for (GuidedProcess process : ours) {
            String key = "workflow.process." + process.key();
            assertThat(inChinese(key))
                    .isEqualTo(repository
                            .getProcessDefinition(process.definition())
                            .getName());
            assertThat(List.of(inChinese(key + ".what"), inChinese(key + ".by-itself")))
                    .allSatisfy(text -> assertThat(text).endsWith("。"));
            assertThat(List.of(inEnglish(key), inEnglish(key + ".what"), inEnglish(key + ".by-itself")))
                    .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\p{IsHan}"));
            for (UserTask task :
                    repository.getBpmnModelInstance(process.definition()).getModelElementsByType(UserTask.class)) {
                String step = "workflow.step." + process.key() + "." + task.getId();
                assertThat(inChinese(step)).isEqualTo(task.getName());
                assertThat(inChinese(step + ".what")).endsWith("。");
                assertThat(inEnglish(step) + inEnglish(step + ".what")).doesNotContainPattern("\\p{IsHan}");
            }
        }
    }

    @Test
    void anybodyWhoIsSignedInReadsHowAProcessWorks() {
        Browser liaison = portal.signIn(cities.create().liaison(0));

        assertThat(liaison.open("/processes").content().select("[data-row]")).hasSameSizeAs(guide.all());
        Document page = liaison.open("/processes/quarterly-cycle").content();
        assertThat(page.select(".diagram-canvas").attr("data-xml"))
                .isEqualTo("/process-diagrams/" + guide.get("quarterly-cycle").definition());
        assertThat(page.select("dt").eachText()).contains("填报进展", "督查室审核");
        assertThat(liaison.open("/processes/no-such-process").status()).isEqualTo(404);
    }

    private String inChinese(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private String inEnglish(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
