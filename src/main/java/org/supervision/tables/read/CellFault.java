package org.supervision.tables.read;

import java.util.List;

/**
 * A cell that should have a value and is read as blank.
 *
 * @param code why it is
 * @param arguments of the problem: what the cell says instead
 */
record CellFault(SourcePosition position, ProblemCode code, List<String> arguments) {

    CellFault {
        arguments = List.copyOf(arguments);
    }
}
