package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A drawing of a report that may be returned, and what can go wrong with it. */
class ProcessDrawingTests {

    private final BpmnModelInstance model = Bpmn.createExecutableProcess("report")
            .startEvent("start")
            .userTask("draft")
            .name("填报进展")
            .userTask("review")
            .name("审核")
            .exclusiveGateway("decision")
            .sequenceFlowId("approved")
            .endEvent("end")
            .moveToNode("decision")
            .sequenceFlowId("returned")
            .connectTo("draft")
            .done();

    ProcessDrawingTests() {
        place("start", 100, 100, 36, 36);
        place("draft", 200, 78, 100, 80);
        place("review", 350, 78, 100, 80);
        place("decision", 500, 93, 50, 50);
        place("end", 600, 100, 36, 36);
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            var flow = (SequenceFlow) edge.getBpmnElement();
            Bounds from = shape(flow.getSource().getId()).getBounds();
            Bounds to = shape(flow.getTarget().getId()).getBounds();
            line(flow.getId(), from.getX() + from.getWidth(), 118, to.getX(), 118);
        }
        line("returned", 525, 143, 525, 200, 250, 200, 250, 158);
    }

    @Test
    void aReturnToAStepThatWasPassedIsNoMistake() {
        assertThat(new ProcessDrawing(model).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("spoilings")
    void findsWhatAReaderWouldStumbleOver(String mistake, Consumer<ProcessDrawingTests> spoiling) {
        spoiling.accept(this);

        assertThat(new ProcessDrawing(model).mistakes()).contains(mistake);
    }

    static Stream<Arguments> spoilings() {
        return Stream.of(
                spoiled("review has no shape", test -> remove(test.shape("review"))),
                spoiled("returned has no line", test -> remove(test.edge("returned"))),
                spoiled("decision overlaps review", test -> test.place("review", 420, 78, 100, 80)),
                spoiled("approved runs left and returns to nothing", test -> test.place("end", 440, 200, 36, 36)),
                spoiled("approved does not reach its ends", test -> test.line("approved", 560, 118, 600, 118)),
                spoiled(
                        "returned crosses review",
                        test -> test.line("returned", 525, 143, 525, 150, 250, 150, 250, 158)),
                spoiled("the name of draft does not fit", test -> test.name("draft", "填写本季度的进展情况".repeat(5))),
                spoiled("the label of decision lies on end", test -> {
                    test.name("decision", "是否同意？");
                    test.place("end", 520, 150, 36, 36);
                }),
                spoiled("the labels of decision and end overlap", test -> {
                    test.name("decision", "督查室是否同意？");
                    test.name("end", "本季报告已通过");
                    test.place("end", 570, 105, 36, 36);
                }));
    }

    private static Arguments spoiled(String mistake, Consumer<ProcessDrawingTests> spoiling) {
        return arguments(mistake, spoiling);
    }

    private static void remove(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }

    private void place(String node, double x, double y, double width, double height) {
        BpmnShape shape = shape(node);
        shape.getBounds().setX(x);
        shape.getBounds().setY(y);
        shape.getBounds().setWidth(width);
        shape.getBounds().setHeight(height);
    }

    private void line(String flow, double... coordinates) {
        BpmnEdge edge = edge(flow);
        edge.getWaypoints().clear();
        for (int i = 0; i < coordinates.length; i += 2) {
            Waypoint waypoint = model.newInstance(Waypoint.class);
            waypoint.setX(coordinates[i]);
            waypoint.setY(coordinates[i + 1]);
            edge.getWaypoints().add(waypoint);
        }
    }

    private void name(String node, String name) {
        ((FlowNode) model.getModelElementById(node)).setName(name);
    }

    private BpmnShape shape(String node) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private BpmnEdge edge(String flow) {
        return model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement().getId().equals(flow))
                .findFirst()
                .orElseThrow();
    }
}
