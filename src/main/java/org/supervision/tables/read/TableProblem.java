package org.supervision.tables.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know, answer or correct before the rows are taken over.
 *
 * @param row ordinal of the row from 1; null for the whole document
 * @param field the row's field, as in the REST contract
 * @param code stable; the text for people has the key {@code tables.problem.<code>}
 * @param arguments for the text
 * @param source the offending text
 */
public record TableProblem(
        @Nullable Integer row,
        @Nullable String field,
        Severity severity,
        String code,
        List<String> arguments,
        @Nullable String source,
        @Nullable SourcePosition position) {

    public TableProblem {
        arguments = List.copyOf(arguments);
    }

    /** Key of the text for people. */
    public String textKey() {
        return "tables.problem." + code;
    }

    /** What a problem asks for. */
    public enum Severity {
        /** The row cannot be taken over until it is corrected. */
        ERROR,
        /** It is taken over as it stands. */
        WARNING,
        /** A person may know better. */
        QUESTION
    }
}
