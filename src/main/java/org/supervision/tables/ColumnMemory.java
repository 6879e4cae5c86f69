package org.supervision.tables;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.tables.read.Column;
import org.supervision.tables.read.HeaderNames;

/** What each government has said its heads of columns mean; the next document with such a head is read so by itself. */
@Repository
class ColumnMemory {

    private final JdbcClient jdbc;

    ColumnMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A column of numbers that is not read is so in one document only: without it every later one would be renumbered. */
    HeaderNames of(String government) {
        Map<String, Optional<Column>> said = new HashMap<>();
        jdbc.sql("select head_key, field from column_meaning where government = ?")
                .param(government)
                .query((row, number) -> said.put(
                        row.getString(1), Optional.ofNullable(row.getString(2)).map(Column::valueOf)))
                .list();
        said.entrySet().removeIf(head -> head.getValue().isEmpty() && HeaderNames.KNOWN.isOfNumbers(head.getKey()));
        return new HeaderNames(said);
    }

    /** @param column null if columns with this head are not read */
    void remember(String government, String head, @Nullable Column column, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        insert into column_meaning (government, head_key, head, field, said_by, said_by_name, said_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (government, head_key) do update
                        set head = excluded.head, field = excluded.field, said_by = excluded.said_by,
                            said_by_name = excluded.said_by_name, said_at = excluded.said_at""")
                .params(
                        government,
                        HeaderNames.key(head),
                        head,
                        column == null ? null : column.name(),
                        by.username(),
                        by.name(),
                        Timestamp.from(at))
                .update();
    }

    void forget(String government, String head) {
        jdbc.sql("delete from column_meaning where government = ? and head_key = ?")
                .params(government, HeaderNames.key(head))
                .update();
    }
}
