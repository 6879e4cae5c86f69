package org.supervision.escalation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A port to the decision tables that hold the ladders row by row. */
public interface LadderTables {

    /** @param definitionId the table of a government; {@code null} for the shipped one */
    List<LadderRow> rows(@Nullable String definitionId);

    /**
     * Puts a table of the government's own beside all earlier ones; none of those changes.
     *
     * @return its definition's id
     */
    String deploy(String government, List<LadderRow> rows);
}
