package org.supervision.workflow.process;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.supervision.shared.DomainException;

/** A completion the form or the domain refuses, in the words Tasklist shows; its endpoints answer it with 400. */
class RefusedCompletion extends FormFieldValidationException {

    private static final long serialVersionUID = 1L;

    RefusedCompletion(String message, DomainException cause) {
        super(null, message, cause);
    }
}
