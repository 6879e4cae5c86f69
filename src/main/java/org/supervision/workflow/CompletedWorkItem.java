package org.supervision.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;

/**
 * A work item that is done (已办): what it was, who completed it and when.
 *
 * @param candidates group paths of those who might have completed it
 */
public record CompletedWorkItem(
        String id,
        String kind,
        String name,
        String process,
        String step,
        String businessKey,
        String government,
        List<String> candidates,
        String completedBy,
        String completedByName,
        Instant completedAt) {

    /** Of a row of the table with this name. */
    static CompletedWorkItem of(ResultSet row) throws SQLException {
        return new CompletedWorkItem(
                row.getString("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("process"),
                row.getString("step"),
                row.getString("business_key"),
                row.getString("government"),
                List.of((String[]) row.getArray("candidates").getArray()),
                row.getString("completed_by"),
                row.getString("completed_by_name"),
                row.getObject("completed_at", OffsetDateTime.class).toInstant());
    }

    /** Code of the unit whose post had to complete it; {@code null} where none of a unit had. */
    @Nullable
    String unit() {
        return candidates.stream()
                .flatMap(path -> GroupPath.parse(path).stream())
                .map(GroupPath::unit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What it was while it waited, as far as is known: it began when it ended. */
    WorkItem asWorkItem() {
        return new WorkItem(
                id,
                kind,
                name,
                process,
                step,
                businessKey,
                government,
                candidates.stream()
                        .flatMap(path -> GroupPath.parse(path).stream())
                        .toList(),
                completedAt,
                null);
    }

    /** What somebody is told who comes too late. */
    DomainException lostRace() {
        return new DomainException(
                DomainException.Kind.CONFLICT, "workflow.work-item.completed", completedByName, completedAt);
    }
}
