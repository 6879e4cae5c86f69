package org.supervision.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act the domain refuses. Carries a message key instead of a text, so that portal, REST and Tasklist all tell the
 * person in their own language what is wrong and how to mend it. Nothing is stored when it is thrown.
 */
public class DomainException extends RuntimeException {

    /** How the refusal is answered over HTTP. */
    public enum Kind {
        /** The input is wrong (422). */
        INVALID,
        /** The state does not allow it, or somebody else was first (409). */
        CONFLICT,
        /** It does not exist, or the person may not know that it does (404). */
        NOT_FOUND,
        /** The person may see but not do it (403). */
        FORBIDDEN,
        /** Another system it needs does not answer (503). */
        UNAVAILABLE
    }

    /** One wrong field: its name, the message key and the arguments of the message. */
    public record FieldError(String field, String code, List<Object> arguments) {}

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldError> fieldErrors;

    public DomainException(Kind kind, String code, Object... arguments) {
        this(kind, code, List.of(arguments), List.of());
    }

    public DomainException(Kind kind, String code, List<Object> arguments, List<FieldError> fieldErrors) {
        super(code + arguments + fieldErrors);
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
        this.fieldErrors = fieldErrors;
    }

    /** One wrong field of an otherwise understood input. */
    public static DomainException invalidField(String field, String code, Object... arguments) {
        return new DomainException(
                Kind.INVALID, code, List.of(arguments), List.of(new FieldError(field, code, List.of(arguments))));
    }

    public static DomainException notFound(@Nullable Object id) {
        return new DomainException(Kind.NOT_FOUND, "portal.error.not-found", String.valueOf(id));
    }

    public Kind kind() {
        return kind;
    }

    /** Key in the message bundles. */
    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldError> fieldErrors() {
        return fieldErrors;
    }
}
