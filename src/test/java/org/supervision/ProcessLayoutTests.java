package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every diagram is laid out to be read: complete, left to right, nothing on top of anything else. */
class ProcessLayoutTests {

    static Stream<Path> diagrams() throws IOException {
        return ProcessModelTests.diagrams();
    }

    /** A drawn thing; its text may stand beside it. */
    private record Drawn(String id, Rectangle2D area, boolean container, boolean attached, boolean gateway) {

        boolean isUnder(Rectangle2D label) {
            return (gateway ? diamond() : area).intersects(label);
        }

        private Shape diamond() {
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(area.getCenterX(), area.getMinY());
            diamond.lineTo(area.getMaxX(), area.getCenterY());
            diamond.lineTo(area.getCenterX(), area.getMaxY());
            diamond.lineTo(area.getMinX(), area.getCenterY());
            diamond.closePath();
            return diamond;
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsDrawn(Path diagram) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        List<String> drawn = new ArrayList<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));

        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(model.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getId)
                .isSubsetOf(drawn);
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .isSubsetOf(drawn);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void stepsDoNotCoverEachOther(Path diagram) {
        List<Drawn> steps = steps(Bpmn.readModelFromFile(diagram.toFile()));
        for (Drawn one : steps) {
            for (Drawn other : steps) {
                boolean apart = !one.area().intersects(other.area());
                boolean inside = one.container() && one.area().contains(other.area())
                        || other.container() && other.area().contains(one.area());
                assertThat(one == other || apart || inside || one.attached() || other.attached())
                        .as(one.id() + " and " + other.id())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void labelsCoverNeitherStepsNorEachOther(Path diagram) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        List<Drawn> steps =
                steps(model).stream().filter(step -> !step.container()).toList();
        List<Drawn> labels = labels(model);
        assertThat(labels).isNotEmpty();
        for (Drawn label : labels) {
            assertThat(steps.stream().filter(step -> step.isUnder(label.area())).map(Drawn::id))
                    .as("under the label of " + label.id())
                    .isEmpty();
            assertThat(labels.stream()
                            .filter(other -> other != label && other.area().intersects(label.area()))
                            .map(Drawn::id))
                    .as("across the label of " + label.id())
                    .isEmpty();
        }
    }

    /** A return goes back on purpose; everything else leads to the right or straight up and down. */
    @ParameterizedTest
    @MethodSource("diagrams")
    void theWayLeadsFromLeftToRight(Path diagram) {
        BpmnModelInstance model = Bpmn.readModelFromFile(diagram.toFile());
        Map<String, Rectangle2D> areas = steps(model).stream().collect(Collectors.toMap(Drawn::id, Drawn::area));
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            FlowNode source =
                    flow.getSource() instanceof BoundaryEvent event ? event.getAttachedTo() : flow.getSource();
            boolean goesBack = leadsTo(flow.getTarget(), source, new ArrayList<>());
            double from = areas.get(flow.getSource().getId()).getMinX();
            double to = areas.get(flow.getTarget().getId()).getMaxX();
            assertThat(goesBack || to > from).as(flow.getId()).isTrue();
        }
    }

    private static boolean leadsTo(FlowNode from, FlowNode to, List<FlowNode> seen) {
        if (from.equals(to)) {
            return true;
        }
        if (seen.contains(from)) {
            return false;
        }
        seen.add(from);
        return from.getOutgoing().stream().anyMatch(flow -> leadsTo(flow.getTarget(), to, seen));
    }

    private static List<Drawn> steps(BpmnModelInstance model) {
        return model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .map(shape -> new Drawn(
                        shape.getBpmnElement().getId(),
                        area(shape.getBounds()),
                        shape.getBpmnElement() instanceof SubProcess || shape.getBpmnElement() instanceof Participant,
                        shape.getBpmnElement() instanceof BoundaryEvent,
                        shape.getBpmnElement() instanceof Gateway))
                .toList();
    }

    private static List<Drawn> labels(BpmnModelInstance model) {
        List<Drawn> labels = new ArrayList<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> add(labels, shape.getBpmnElement().getId(), shape.getBpmnLabel()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> add(labels, edge.getBpmnElement().getId(), edge.getBpmnLabel()));
        return labels;
    }

    private static void add(List<Drawn> labels, String id, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.add(new Drawn(id, area(label.getBounds()), false, false, false));
        }
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
