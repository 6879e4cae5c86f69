package org.supervision.holes;

/** Small processes and decisions as an intruder writes them. */
final class Models {

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            %s<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
              xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">%s
            <process id="%s" isExecutable="true" camunda:historyTimeToLive="1">%s<startEvent id="start"/>
            <sequenceFlow id="first" sourceRef="start" targetRef="step"/>%s</process></definitions>
            """;

    private Models() {}

    /** Has a first step after its start. */
    static String process(String id, String steps) {
        return HEAD.formatted("", "", id, "", steps);
    }

    /** A service task with that attribute, then a user task. */
    static String service(String id, String attributes) {
        return process(
                id,
                """
                <serviceTask id="step" %s/><sequenceFlow id="then" sourceRef="step" targetRef="last"/>
                <userTask id="last"/>"""
                        .formatted(attributes));
    }

    static String script(String id, String script) {
        return process(
                id,
                """
                <scriptTask id="step" scriptFormat="groovy"><script>%s</script></scriptTask>
                <sequenceFlow id="then" sourceRef="step" targetRef="last"/><userTask id="last"/>"""
                        .formatted(script));
    }

    /** A report of the unit, decided upon by a group that a variable names. */
    static String report(String id) {
        return process(
                id,
                """
                <userTask id="step" name="report" camunda:candidateGroups="unit"/>
                <sequenceFlow id="then" sourceRef="step" targetRef="last"/>
                <userTask id="last" name="decide" camunda:candidateGroups="${group}"/>""");
    }

    /** A user task with a timer that ends it. */
    static String deadline(String id) {
        return process(
                id,
                """
                <userTask id="step"/><boundaryEvent id="late" attachedToRef="step"><timerEventDefinition>
                <timeDuration>P30D</timeDuration></timerEventDefinition></boundaryEvent>
                <sequenceFlow id="then" sourceRef="late" targetRef="last"/><userTask id="last" name="overdue"/>""");
    }

    static String message(String id) {
        return HEAD.formatted(
                "",
                "<message id=\"m\" name=\"approved\"/>",
                id,
                "",
                """
                <receiveTask id="step" messageRef="m"/><sequenceFlow id="then" sourceRef="step" targetRef="last"/>
                <userTask id="last" name="approved"/>""");
    }

    /** With a document type, and its entity as the documentation. */
    static String withEntity(String id, String documentType, String entity) {
        return HEAD.formatted(
                documentType, "", id, "<documentation>" + entity + "</documentation>", "<userTask id=\"step\"/>");
    }

    static String decision(String documentType, String entity) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                %s<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
                <decision id="intruder" name="d"><description>%s</description><decisionTable id="t">
                <output id="o" label="o" name="o" typeRef="string"/></decisionTable></decision></definitions>
                """
                .formatted(documentType, entity);
    }
}
