package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every element of every diagram is passed by some test: the last class of a whole run looks back at all others. */
@ApplicationTest
@Order(Integer.MAX_VALUE)
class ProcessCoverageTests {

    @Autowired
    private ProcessCoverage coverage;

    @Test
    void everyElementOfEveryDiagramIsPassedBySomeTest() throws IOException {
        assumeTrue(System.getProperty("test") == null, "Only a run of all tests can have passed all elements.");
        List<String> elements = ProcessModelTests.diagrams()
                .flatMap(ProcessCoverageTests::elements)
                .toList();
        assertThat(elements)
                .contains("quarterly-cycle/UserTask_DraftReport", "quarterly-cycle/Flow_OfficeApproves_Approved");
        List<String> missed = elements.stream()
                .filter(element -> !coverage.passed().contains(element))
                .sorted()
                .toList();
        assertThat(missed).as("elements no test passes").isEmpty();
    }

    private static Stream<String> elements(Path diagram) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        String process =
                model.getModelElementsByType(Process.class).iterator().next().getId();
        return model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element instanceof FlowNode || element instanceof SequenceFlow)
                .map(element -> process + "/" + element.getId());
    }
}
