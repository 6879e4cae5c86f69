package org.supervision.workflow;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;

/** Evaluates the conditions of forms on the server as the browser does. */
final class Feel {

    private static final FeelEngine ENGINE = new ScalaFeelEngineFactory().createInstance();

    private Feel() {}

    /** @param condition with the leading {@code =} that forms write */
    static boolean isTrue(String condition, Map<String, ?> values) {
        String expression = condition.startsWith("=") ? condition.substring(1) : condition;
        try {
            Object result = ENGINE.evaluateSimpleExpression(
                    expression,
                    Variables.fromMap(Map.copyOf(withoutNulls(values))).asVariableContext());
            return Boolean.TRUE.equals(result);
        } catch (FeelException e) {
            throw new IllegalStateException("The condition of a form cannot be evaluated: " + condition, e);
        }
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> values) {
        Map<String, Object> present = new java.util.HashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }
}
