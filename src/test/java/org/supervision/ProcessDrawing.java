package org.supervision;

import static java.util.stream.Collectors.toMap;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** How a process is drawn, in pixels, as bpmn-js shows it: what a reader would stumble over is a mistake. */
final class ProcessDrawing {

    /** Of bpmn-js: letters inside and outside of shapes, lines of 1.2 times that, a margin inside, a width outside. */
    private static final double LETTER = 12;

    private static final double LABEL_LETTER = 11;
    private static final double LINE = 1.2;
    private static final double MARGIN = 5;
    private static final double LABEL_WIDTH = 90;
    private static final double LABEL_HEIGHT = 20;

    /** Signs before the first of the East Asian ones take about this part of a letter's width. */
    private static final int FIRST_WIDE = 0x2E80;

    private static final double NARROW = 0.6;

    /** A rounded coordinate is no mistake. */
    private static final double TOLERANCE = 2;

    private final Collection<FlowNode> nodes;
    private final Collection<SequenceFlow> flows;
    private final Map<String, Rectangle2D> shapes;
    private final Map<String, List<Point2D>> lines;
    private final Map<String, Rectangle2D> labels;
    private final List<String> mistakes = new ArrayList<>();

    ProcessDrawing(BpmnModelInstance model) {
        nodes = model.getModelElementsByType(FlowNode.class);
        flows = model.getModelElementsByType(SequenceFlow.class);
        Collection<BpmnShape> drawn = model.getModelElementsByType(BpmnShape.class);
        Collection<BpmnEdge> edges = model.getModelElementsByType(BpmnEdge.class);
        shapes = drawn.stream()
                .filter(shape -> shape.getBpmnElement() instanceof FlowNode)
                .collect(toMap(shape -> shape.getBpmnElement().getId(), shape -> area(shape.getBounds())));
        lines = edges.stream()
                .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
                .collect(toMap(edge -> edge.getBpmnElement().getId(), edge -> points(edge.getWaypoints())));
        labels = new HashMap<>();
        drawn.forEach(shape -> keepLabel(shape.getBpmnElement(), shape.getBpmnLabel()));
        edges.forEach(edge -> keepLabel(edge.getBpmnElement(), edge.getBpmnLabel()));
    }

    /** Each a sentence that names the elements. */
    List<String> mistakes() {
        everythingIsDrawn();
        if (mistakes.isEmpty()) {
            shapesKeepApart();
            flowsRunRight();
            linesTouchTheirEndsAndNothingElse();
            textsFit();
        }
        return List.copyOf(mistakes);
    }

    private void everythingIsDrawn() {
        nodes.stream()
                .map(FlowNode::getId)
                .filter(id -> !shapes.containsKey(id))
                .forEach(id -> mistakes.add(id + " has no shape"));
        flows.stream()
                .map(SequenceFlow::getId)
                .filter(id -> lines.getOrDefault(id, List.of()).size() < 2)
                .forEach(id -> mistakes.add(id + " has no line"));
    }

    private void shapesKeepApart() {
        List<FlowNode> all =
                nodes.stream().sorted(Comparator.comparing(FlowNode::getId)).toList();
        for (int i = 0; i < all.size(); i++) {
            FlowNode one = all.get(i);
            if (one.getParentElement() instanceof SubProcess around
                    && !(shape(around).contains(shape(one)))
                    && !(one instanceof BoundaryEvent)) {
                mistakes.add(one.getId() + " leaves " + around.getId());
            }
            for (FlowNode other : all.subList(i + 1, all.size())) {
                if (!belongTogether(one, other) && shrunk(shape(one)).intersects(shape(other))) {
                    mistakes.add(one.getId() + " overlaps " + other.getId());
                }
            }
        }
    }

    private static boolean belongTogether(FlowNode one, FlowNode other) {
        return isAttached(one, other) || isAttached(other, one) || isInside(one, other) || isInside(other, one);
    }

    private static boolean isAttached(FlowNode event, FlowNode activity) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(activity);
    }

    private static boolean isInside(FlowNode node, FlowNode around) {
        for (var parent = node.getParentElement(); parent != null; parent = parent.getParentElement()) {
            if (parent.equals(around)) {
                return true;
            }
        }
        return false;
    }

    /** A flow may run back only to a step that has been passed: a return. */
    private void flowsRunRight() {
        for (SequenceFlow flow : flows) {
            double from = shape(flow.getSource()).getCenterX();
            double to = shape(flow.getTarget()).getCenterX();
            if (to < from - TOLERANCE && !leadsTo(flow.getTarget(), flow.getSource())) {
                mistakes.add(flow.getId() + " runs left and returns to nothing");
            }
        }
    }

    private static boolean leadsTo(FlowNode from, FlowNode to) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            FlowNode node = next.pop();
            if (node.equals(to)) {
                return true;
            }
            if (seen.add(node)) {
                node.getSucceedingNodes().list().forEach(next::push);
                if (node instanceof Activity activity) {
                    activity.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream()
                            .map(BoundaryEvent.class::cast)
                            .filter(event -> event.getAttachedTo().equals(activity))
                            .forEach(next::push);
                }
            }
        }
        return false;
    }

    private void linesTouchTheirEndsAndNothingElse() {
        for (SequenceFlow flow : flows) {
            List<Point2D> line = lines.get(flow.getId());
            if (!touches(line.get(0), flow.getSource()) || !touches(line.get(line.size() - 1), flow.getTarget())) {
                mistakes.add(flow.getId() + " does not reach its ends");
            }
            nodes.stream()
                    .filter(node -> !node.equals(flow.getSource()) && !node.equals(flow.getTarget()))
                    .filter(node -> !isInside(flow.getSource(), node))
                    .filter(node -> crosses(line, shrunk(shape(node))))
                    .forEach(node -> mistakes.add(flow.getId() + " crosses " + node.getId()));
        }
    }

    private boolean touches(Point2D end, FlowNode node) {
        Rectangle2D area = shape(node);
        Rectangle2D around = new Rectangle2D.Double(
                area.getX() - TOLERANCE,
                area.getY() - TOLERANCE,
                area.getWidth() + 2 * TOLERANCE,
                area.getHeight() + 2 * TOLERANCE);
        return around.contains(end);
    }

    private static boolean crosses(List<Point2D> line, Rectangle2D area) {
        for (int i = 1; i < line.size(); i++) {
            if (new Line2D.Double(line.get(i - 1), line.get(i)).intersects(area)) {
                return true;
            }
        }
        return false;
    }

    private void textsFit() {
        for (FlowNode node : nodes) {
            if (node instanceof Activity && !(node instanceof SubProcess)) {
                Rectangle2D area = shape(node);
                if (height(node.getName(), LETTER, area.getWidth() - 2 * MARGIN) > area.getHeight() - 2 * MARGIN) {
                    mistakes.add("the name of " + node.getId() + " does not fit");
                }
            }
        }
        labels.forEach((id, label) -> {
            shapes.forEach((other, area) -> {
                boolean around = area.contains(label);
                if (!around && shrunk(area).intersects(label)) {
                    mistakes.add("the label of " + id + " lies on " + other);
                }
            });
            labels.forEach((other, second) -> {
                if (id.compareTo(other) < 0 && shrunk(label).intersects(second)) {
                    mistakes.add("the labels of " + id + " and " + other + " overlap");
                }
            });
        });
    }

    /** A label beside its element takes as much room as its text where the file puts it, or below the shape. */
    private void keepLabel(BaseElement element, BpmnLabel label) {
        String name = element instanceof FlowElement named ? named.getName() : null;
        boolean placed = label != null && label.getBounds() != null;
        if (name == null || element instanceof Activity || !placed && !(element instanceof FlowNode)) {
            return;
        }
        Rectangle2D given = placed ? area(label.getBounds()) : below(shapes.get(element.getId()));
        double room = Math.max(LABEL_WIDTH, given.getWidth());
        double width = Math.min(room, width(name, LABEL_LETTER));
        double top = given.getCenterY() - Math.max(LABEL_HEIGHT, given.getHeight()) / 2;
        labels.put(
                element.getId(),
                new Rectangle2D.Double(given.getCenterX() - width / 2, top, width, height(name, LABEL_LETTER, room)));
    }

    private static Rectangle2D below(Rectangle2D shape) {
        return new Rectangle2D.Double(shape.getCenterX() - LABEL_WIDTH / 2, shape.getMaxY(), LABEL_WIDTH, LABEL_HEIGHT);
    }

    private static double height(String text, double letter, double width) {
        double lines = 1;
        double used = 0;
        for (int sign : text.codePoints().toArray()) {
            double wide = width(Character.toString(sign), letter);
            if (used + wide > width) {
                lines++;
                used = 0;
            }
            used += wide;
        }
        return lines * LINE * letter;
    }

    private static double width(String text, double letter) {
        return text.codePoints()
                .mapToDouble(sign -> sign < FIRST_WIDE ? letter * NARROW : letter)
                .sum();
    }

    private Rectangle2D shape(FlowNode node) {
        return shapes.get(node.getId());
    }

    private static Rectangle2D shrunk(Rectangle2D area) {
        return new Rectangle2D.Double(
                area.getX() + TOLERANCE,
                area.getY() + TOLERANCE,
                Math.max(area.getWidth() - 2 * TOLERANCE, 0),
                Math.max(area.getHeight() - 2 * TOLERANCE, 0));
    }

    private static Rectangle2D area(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static List<Point2D> points(Collection<Waypoint> waypoints) {
        Function<Waypoint, Point2D> point = waypoint -> new Point2D.Double(waypoint.getX(), waypoint.getY());
        return waypoints.stream().map(point).toList();
    }
}
