package org.supervision.workflow.web;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.web.Problem.FieldProblem;

/** Says which value of an address, a form or a body cannot be read, and which would be accepted. */
@Component
class UnreadableValues {

    private final Refusals refusals;

    UnreadableValues(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Empty if it is not known which value it is: the body is no JSON at all. */
    Optional<FieldProblem> in(Exception thrown) {
        if (thrown instanceof MethodArgumentTypeMismatchException parameter) {
            return Optional.of(problem(parameter.getName(), parameter.getValue(), parameter.getRequiredType()));
        }
        if (thrown.getCause() instanceof InvalidFormatException body) {
            String field = body.getPath().stream()
                    .map(Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            return Optional.of(problem(field, body.getValue(), body.getTargetType()));
        }
        return Optional.empty();
    }

    /** Empty if the field was read and is wrong for another reason. */
    Optional<FieldProblem> in(FieldError error) {
        return error.contains(TypeMismatchException.class)
                ? Optional.of(problem(
                        error.getField(),
                        error.getRejectedValue(),
                        error.unwrap(TypeMismatchException.class).getRequiredType()))
                : Optional.empty();
    }

    private FieldProblem problem(String field, @Nullable Object value, @Nullable Class<?> type) {
        Object[] allowed = type == null ? null : type.getEnumConstants();
        String code = allowed == null ? "workflow.problem.unreadable-value" : "workflow.problem.not-one-of";
        String offered = allowed == null
                ? ""
                : Arrays.stream(allowed).map(one -> ((Enum<?>) one).name()).collect(Collectors.joining(", "));
        return new FieldProblem(field, code, refusals.text(code, List.of(field, String.valueOf(value), offered)));
    }
}
