package org.supervision.tables.read;

import org.jspecify.annotations.Nullable;
import org.supervision.shared.DomainException;

/** A file that is not read at all; the text for people has the key {@code tables.refusal.<code>}. */
public final class DocumentRefusedException extends DomainException {

    private final Reason reason;

    /** @param arguments of the text for people */
    DocumentRefusedException(Reason reason, String... arguments) {
        super(Kind.INVALID, "tables.refusal." + reason.code(), (Object[]) arguments);
        this.reason = reason;
    }

    DocumentRefusedException(Reason reason, @Nullable Throwable cause) {
        super(Kind.INVALID, "tables.refusal." + reason.code());
        initCause(cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a file is refused; the codes are stable. */
    public enum Reason {
        TOO_LARGE("too-large"),
        WRONG_NAME("wrong-name"),
        NOT_THE_SHEET("not-the-sheet"),
        SEVERAL_PERIODS("several-periods"),
        UNKNOWN_FORMAT("unknown-format"),
        UNKNOWN_LAYOUT("unknown-layout"),
        REGION_MATRIX("region-matrix"),
        FIGURES("figures"),
        MEETING_PACK("meeting-pack"),
        ROSTER("roster"),
        ENCRYPTED("encrypted"),
        TRUNCATED("truncated"),
        MACROS("macros"),
        ZIP_BOMB("zip-bomb"),
        EXTERNAL_ENTITY("external-entity"),
        TOO_MANY_CELLS("too-many-cells"),
        EMPTY("empty");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
