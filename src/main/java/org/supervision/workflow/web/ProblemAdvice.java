package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;
import org.supervision.shared.DomainException;
import org.supervision.workflow.Refusals;
import org.supervision.workflow.web.Problem.FieldProblem;

/**
 * Answers every refusal and failure in the caller's language: REST with problem+json, pages with the error page of the
 * status, which finds what is to be said as request attributes.
 */
@ControllerAdvice
@Order(0)
class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Refusals refusals;
    private final UnreadableValues unreadable;

    ProblemAdvice(Refusals refusals, UnreadableValues unreadable) {
        this.refusals = refusals;
        this.unreadable = unreadable;
    }

    @ExceptionHandler
    Object handle(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown; // answered by Spring Security, which knows whether somebody is signed in
        }
        Problem problem = problem(thrown);
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return ResponseEntity.status(problem.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        request.setAttribute("said", problem.detail());
        request.setAttribute("reference", problem.reference());
        response.sendError(problem.status());
        return new ModelAndView();
    }

    private Problem problem(Exception thrown) {
        Optional<DomainException> refusal = Refusals.in(thrown);
        if (refusal.isPresent()) {
            return of(refusal.get());
        }
        if (has(thrown, OptimisticLockingException.class) || has(thrown, ConcurrencyFailureException.class)) {
            return simple(HttpStatus.CONFLICT, "workflow.problem.changed-meanwhile");
        }
        if (thrown instanceof AuthorizationException) {
            return simple(HttpStatus.FORBIDDEN, "workflow.problem.no-right");
        }
        if (thrown instanceof MaxUploadSizeExceededException) {
            return simple(HttpStatus.PAYLOAD_TOO_LARGE, "workflow.problem.too-large");
        }
        if (thrown instanceof BindingResult binding) {
            return invalid(
                    binding.getFieldErrors().stream().map(this::fieldProblem).toList());
        }
        if (thrown instanceof ConstraintViolationException violations) {
            return invalid(violations.getConstraintViolations().stream()
                    .map(violation -> new FieldProblem(
                            violation.getPropertyPath().toString(), "workflow.problem.invalid", violation.getMessage()))
                    .toList());
        }
        if (thrown instanceof HttpMessageNotReadableException
                || thrown instanceof TypeMismatchException
                || thrown instanceof MultipartException) {
            return unreadable
                    .in(thrown)
                    .map(wrong -> Problem.of(
                            HttpStatus.BAD_REQUEST, "workflow.problem.unreadable", wrong.message(), List.of(wrong)))
                    .orElseGet(() -> simple(HttpStatus.BAD_REQUEST, "workflow.problem.unreadable"));
        }
        if (thrown instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
            return simple(
                    status,
                    "workflow.problem." + status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("Failure {}", reference, thrown);
        return simple(HttpStatus.INTERNAL_SERVER_ERROR, "workflow.problem.failure")
                .withReference(reference);
    }

    private Problem of(DomainException refusal) {
        HttpStatus status =
                switch (refusal.kind()) {
                    case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        return Problem.of(
                status,
                refusal.code(),
                refusals.message(refusal),
                refusal.fieldErrors().stream()
                        .map(error -> new FieldProblem(error.field(), error.code(), refusals.message(error)))
                        .toList());
    }

    private Problem invalid(List<FieldProblem> errors) {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "workflow.problem.invalid",
                refusals.text("workflow.problem.invalid", List.of()),
                errors);
    }

    private FieldProblem fieldProblem(FieldError error) {
        return unreadable
                .in(error)
                .orElseGet(() -> new FieldProblem(
                        error.getField(), "workflow.problem.invalid", String.valueOf(error.getDefaultMessage())));
    }

    private Problem simple(HttpStatus status, String code) {
        return Problem.of(status, code, refusals);
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
