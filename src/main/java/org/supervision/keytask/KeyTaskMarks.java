package org.supervision.keytask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what is said of a key task beside its text: important, suspended, who is in charge, another unit. */
@Repository
class KeyTaskMarks {

    private final JdbcClient jdbc;

    KeyTaskMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return ids of the key tasks of these years that the unit leads or supports */
    List<String> replaceUnit(String unit, String into, int fromYear) {
        List<String> led = jdbc.sql("update key_task set lead_unit = ? where lead_unit = ? and year >= ? returning id")
                .params(into, unit, fromYear)
                .query(String.class)
                .list();
        List<String> supported = jdbc.sql(
                        """
                        update supporting_unit s set unit = ?
                        from key_task k where k.id = s.key_task and s.unit = ? and k.year >= ?
                          and not exists (select from supporting_unit o where o.key_task = s.key_task and o.unit = ?)
                        returning k.id""")
                .params(into, unit, fromYear, into)
                .query(String.class)
                .list();
        return Stream.concat(led.stream(), supported.stream()).distinct().toList();
    }

    /** @return which of these key tasks are suspended */
    Set<String> suspended(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from key_task where suspended_on is not null and id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .set();
    }

    /** @return which of these key tasks are important */
    Set<String> important(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from key_task where important and id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .set();
    }

    boolean isImportant(String id) {
        return jdbc.sql("select important from key_task where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    boolean setImportant(String id, boolean important) {
        return jdbc.sql("update key_task set important = ? where id = ? and important <> ?")
                        .params(important, id, important)
                        .update()
                == 1;
    }

    /** @return accounts of the leaders in charge by id of their key task */
    Map<String, String> leadersInCharge(Collection<String> ids) {
        Map<String, String> leaders = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, leader_in_charge from key_task where leader_in_charge is not null and id in (:ids)")
                    .param("ids", ids)
                    .query((row, number) -> leaders.put(row.getString(1), row.getString(2)))
                    .list();
        }
        return leaders;
    }

    void setLeaderInCharge(String id, @Nullable String username) {
        jdbc.sql("update key_task set leader_in_charge = ? where id = ?")
                .params(username, id)
                .update();
    }

    /** @return ids of what they continue, by id of the key task */
    Map<String, String> predecessors(Collection<String> ids) {
        Map<String, String> predecessors = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select id, predecessor from key_task where predecessor is not null and id = any(?)")
                    .param(ids.toArray(String[]::new))
                    .query(row -> {
                        predecessors.put(row.getString(1), row.getString(2));
                    });
        }
        return predecessors;
    }

    /** @return ids of what continues them, by id of the key task that is continued */
    Map<String, List<String>> successors(Collection<String> ids) {
        Map<String, List<String>> successors = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select predecessor, id from key_task where predecessor = any(?) order by number")
                    .param(ids.toArray(String[]::new))
                    .query(row -> {
                        successors
                                .computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return successors;
    }

    void setPredecessor(String id, @Nullable String predecessor) {
        jdbc.sql("update key_task set predecessor = ? where id = ?")
                .params(predecessor, id)
                .update();
    }

    boolean suspend(String id, LocalDate day) {
        return jdbc.sql("update key_task set suspended_on = ? where id = ? and suspended_on is null")
                        .params(day, id)
                        .update()
                == 1;
    }

    void resume(String id) {
        jdbc.sql("update key_task set suspended_on = null where id = ?")
                .param(id)
                .update();
    }

    Optional<LocalDate> suspendedOn(String id) {
        return jdbc.sql("select suspended_on from key_task where id = ? and suspended_on is not null")
                .param(id)
                .query(LocalDate.class)
                .optional();
    }

    Optional<LocalDate> assignedOn(String id) {
        return jdbc.sql("select assigned_on from key_task where id = ? and assigned_on is not null")
                .param(id)
                .query(LocalDate.class)
                .optional();
    }
}
