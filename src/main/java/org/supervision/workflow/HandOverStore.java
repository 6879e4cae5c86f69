package org.supervision.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.GroupPath;

/** Hand-overs in the database. */
@Repository
class HandOverStore {

    private final JdbcClient jdbc;

    HandOverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if one of the leaver's is open already. */
    boolean insert(HandOver handOver) {
        GroupPath movesTo = handOver.movesTo();
        return jdbc.sql(
                                """
                        insert into hand_over (id, government, paths, leaver, leaver_name, successor, successor_name,
                            successor_phone, successor_mail, moves_to, starts_on, requested_by, requested_by_name,
                            requested_paths, requested_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                handOver.id(),
                                handOver.government(),
                                handOver.posts().stream()
                                        .map(GroupPath::toString)
                                        .toArray(String[]::new),
                                handOver.leaver(),
                                handOver.leaverName(),
                                handOver.successor(),
                                handOver.successorName(),
                                handOver.successorPhone(),
                                handOver.successorMail(),
                                movesTo == null ? null : movesTo.toString(),
                                handOver.startsOn(),
                                handOver.requestedBy().username(),
                                handOver.requestedBy().name(),
                                handOver.requestedBy().groupPaths().toArray(String[]::new),
                                Timestamp.from(handOver.requestedAt()))
                        .update()
                == 1;
    }

    Optional<HandOver> find(String id) {
        return jdbc.sql("select * from hand_over where id = ?")
                .param(id)
                .query((row, n) -> handOver(row))
                .optional();
    }

    /** Lets one act after the other. */
    Optional<HandOver> lock(String id) {
        return jdbc.sql("select * from hand_over where id = ? for update")
                .param(id)
                .query((row, n) -> handOver(row))
                .optional();
    }

    /** Newest first. */
    List<HandOver> of(String government) {
        return jdbc.sql("select * from hand_over where government = ? order by requested_at desc, id limit 100")
                .param(government)
                .query((row, n) -> handOver(row))
                .list();
    }

    /** Those that have passed posts to the person, newest first. */
    List<HandOver> to(String successor) {
        return jdbc.sql(
                        """
                        select * from hand_over where successor = ? and done_at is not null
                         order by done_at desc, id limit 20""")
                .param(successor)
                .query((row, n) -> handOver(row))
                .list();
    }

    void done(String id, String successor, Instant at) {
        jdbc.sql("update hand_over set done_at = ?, successor = ? where id = ?")
                .params(Timestamp.from(at), successor, id)
                .update();
    }

    void withdraw(String id, Instant at) {
        jdbc.sql("update hand_over set withdrawn_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    private static HandOver handOver(ResultSet row) throws SQLException {
        String movesTo = row.getString("moves_to");
        return new HandOver(
                row.getString("id"),
                row.getString("government"),
                Arrays.stream((String[]) row.getArray("paths").getArray())
                        .map(path -> GroupPath.parse(path).orElseThrow())
                        .toList(),
                row.getString("leaver"),
                row.getString("leaver_name"),
                row.getString("successor"),
                row.getString("successor_name"),
                row.getString("successor_phone"),
                row.getString("successor_mail"),
                movesTo == null ? null : GroupPath.parse(movesTo).orElseThrow(),
                row.getObject("starts_on", LocalDate.class),
                CurrentUser.of(row.getString("requested_by"), row.getString("requested_by_name"), Set.of((String[])
                        row.getArray("requested_paths").getArray())),
                row.getTimestamp("requested_at").toInstant(),
                instant(row.getTimestamp("done_at")),
                instant(row.getTimestamp("withdrawn_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
