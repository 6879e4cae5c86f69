package org.supervision.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.identity.GroupPath;
import org.supervision.identity.Role;
import org.supervision.identity.UnitDuties;
import org.supervision.identity.UnitDuty;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItemSubjects.KeyTaskReference;

/** Which items a digest begins with, and to whom in the office it goes first: the officer responsible for the lead unit. */
@Component
class FirstTold {

    private final JdbcClient jdbc;
    private final UnitDuties duties;

    FirstTold(JdbcClient jdbc, UnitDuties duties) {
        this.jdbc = jdbc;
        this.duties = duties;
    }

    private record Matter(String leadUnit, boolean important) {}

    /** Looked up once for all items of a morning. */
    static final class Lookup {

        private final Map<String, Matter> matters;
        private final Map<String, UnitDuty> duties;

        private Lookup(Map<String, Matter> matters, Map<String, UnitDuty> duties) {
            this.matters = matters;
            this.duties = duties;
        }

        /** The importance of a key task decides the order and nothing else. */
        boolean isImportant(@Nullable KeyTaskReference keyTask) {
            Matter matter = keyTask == null ? null : matters.get(keyTask.id());
            return matter != null && matter.important();
        }

        /** Responsible officer and deputy for what any officer may do; empty where all candidates are told alike. */
        List<String> usernames(WorkItem item, @Nullable KeyTaskReference keyTask) {
            Matter matter = keyTask == null ? null : matters.get(keyTask.id());
            UnitDuty duty = matter == null ? null : duties.get(matter.leadUnit());
            boolean ofOfficers = item.government() != null
                    && item.candidates().contains(GroupPath.office(item.government(), Role.OFFICER));
            return duty == null || !ofOfficers
                    ? List.of()
                    : Stream.of(duty.officer(), duty.deputy())
                            .filter(Objects::nonNull)
                            .toList();
        }
    }

    Lookup lookup(Collection<KeyTaskReference> keyTasks) {
        Map<String, Matter> matters = new HashMap<>();
        jdbc.sql("select id, lead_unit, important from key_task where id = any(?)")
                .param(keyTasks.stream().map(KeyTaskReference::id).distinct().toArray(String[]::new))
                .query(row -> {
                    matters.put(
                            row.getString("id"), new Matter(row.getString("lead_unit"), row.getBoolean("important")));
                });
        return new Lookup(
                matters,
                duties.of(matters.values().stream().map(Matter::leadUnit).collect(Collectors.toSet())));
    }
}
