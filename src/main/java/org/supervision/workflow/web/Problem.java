package org.supervision.workflow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.supervision.workflow.Refusals;

/**
 * The body of every refusal in REST, RFC 9457.
 *
 * @param code stable name of the reason, the key of its message
 * @param reference number under which the log tells more; only for failures of ours
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldProblem> errors,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reference) {

    /** One wrong field. */
    record FieldProblem(String field, String code, String message) {}

    static Problem of(HttpStatus status, String code, String detail, List<FieldProblem> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, code, errors, null);
    }

    static Problem of(HttpStatus status, String code, Refusals refusals) {
        return of(status, code, refusals.text(code, List.of()), List.of());
    }

    Problem withReference(String number) {
        return new Problem(type, title, status, detail, code, errors, number);
    }
}
