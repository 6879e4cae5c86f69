package org.supervision.tables.web;

import org.jspecify.annotations.Nullable;
import org.supervision.tables.read.TableProblem.Severity;

/**
 * A problem of a document in the reader's language.
 *
 * @param row null for the document as a whole
 * @param source the offending text
 * @param position where it stands in the document
 */
record ProblemView(
        @Nullable Integer row,
        @Nullable String field,
        Severity severity,
        String code,
        String message,
        @Nullable String source,
        @Nullable String position) {}
