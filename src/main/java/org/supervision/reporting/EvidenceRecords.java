package org.supervision.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;

/** Keeps which files are attached to what; their bytes are in the {@link EvidenceStore}. */
@Repository
class EvidenceRecords {

    /** Those the next version carries; what the office submits on behalf of a unit leaves the unit's own draft alone. */
    private static final String NEXT =
            """
             from evidence e join reporting_cycle c on c.id = e.cycle_id
            where e.cycle_id = :cycle and e.part_unit is null and e.drafted
              and (c.lead_unit = :unit or exists (select from report_evidence r where r.evidence_id = e.id))
            """;

    private final JdbcClient jdbc;

    EvidenceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What files are attached to: a report, a part or an inspection.
     *
     * @param part the unit whose part it is; {@code null} for the report
     */
    record Place(@Nullable String cycleId, @Nullable String part, @Nullable String inspectionId) {

        static Place ofReport(String cycleId) {
            return new Place(cycleId, null, null);
        }

        static Place ofPart(String cycleId, String unit) {
            return new Place(cycleId, unit, null);
        }

        static Place ofInspection(String inspectionId) {
            return new Place(null, null, inspectionId);
        }
    }

    /** A file with the place it is attached to. */
    record Placed(Evidence evidence, Place place, boolean drafted) {}

    /** Nobody else attaches, removes or submits there until the transaction ends. */
    void hold(Place place) {
        String sql = place.inspectionId() != null
                ? "select id from inspection where id = :inspection for update"
                : place.part() == null
                        ? "select id from reporting_cycle where id = :cycle for update"
                        : "select cycle_id from partner_part where cycle_id = :cycle and unit = :part for update";
        jdbc.sql(sql)
                .param("cycle", place.cycleId())
                .param("part", place.part())
                .param("inspection", place.inspectionId())
                .query(String.class)
                .list();
    }

    void add(Place place, Evidence evidence, CurrentUser by) {
        jdbc.sql(
                        """
                        insert into evidence (id, cycle_id, part_unit, inspection_id, name, type, size, sha256,
                            attached_by, attached_by_name, attached_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        evidence.id(),
                        place.cycleId(),
                        place.part(),
                        place.inspectionId(),
                        evidence.name(),
                        evidence.type().name(),
                        evidence.size(),
                        evidence.sha256(),
                        by.username(),
                        by.name(),
                        Timestamp.from(evidence.attachedAt()))
                .update();
    }

    /** Versions that carry it keep it; without any it is gone. */
    void remove(String id) {
        jdbc.sql("update evidence set drafted = false where id = ?").param(id).update();
        jdbc.sql(
                        "delete from evidence e where id = ? and not exists (select from report_evidence where evidence_id = e.id)")
                .param(id)
                .update();
    }

    /** Files there that the next submission may carry, in the order they were attached. */
    List<Evidence> drafted(Place place) {
        return jdbc.sql(
                        """
                        select * from evidence
                        where (cycle_id = :cycle and part_unit is not distinct from :part or inspection_id = :inspection)
                          and drafted
                        order by attached_at, id""")
                .param("cycle", place.cycleId())
                .param("part", place.part())
                .param("inspection", place.inspectionId())
                .query((row, n) -> evidence(row))
                .list();
    }

    Optional<Placed> find(String id) {
        return jdbc.sql("select * from evidence where id = ?")
                .param(id)
                .query((row, n) -> new Placed(
                        evidence(row),
                        new Place(
                                row.getString("cycle_id"), row.getString("part_unit"), row.getString("inspection_id")),
                        row.getBoolean("drafted")))
                .optional();
    }

    /** Whether a version that this person submits would carry any. */
    boolean backsNext(String cycleId, CurrentUser submitter) {
        return jdbc.sql("select exists (select" + NEXT + ")")
                .param("cycle", cycleId)
                .param("unit", submitter.unit())
                .query(Boolean.class)
                .single();
    }

    /** The version carries from now on what is drafted. */
    void bind(String cycleId, int version, CurrentUser submitter) {
        jdbc.sql("insert into report_evidence (cycle_id, version, evidence_id) select e.cycle_id, :version, e.id"
                        + NEXT)
                .param("version", version)
                .param("cycle", cycleId)
                .param("unit", submitter.unit())
                .update();
    }

    /** What the versions of each cycle carry, by their number. */
    Map<String, Map<Integer, List<Evidence>>> ofVersions(Collection<String> cycleIds) {
        Map<String, Map<Integer, List<Evidence>>> files = new HashMap<>();
        jdbc.sql(
                        """
                        select r.version, e.* from report_evidence r join evidence e on e.id = r.evidence_id
                        where r.cycle_id = any(?) order by e.attached_at, e.id""")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getString("cycle_id"), any -> new HashMap<>())
                            .computeIfAbsent(row.getInt("version"), any -> new ArrayList<>())
                            .add(evidence(row));
                });
        return files;
    }

    /** What the parts of each cycle carry, by unit, whether they are in or not. */
    Map<String, Map<String, List<Evidence>>> ofParts(Collection<String> cycleIds) {
        Map<String, Map<String, List<Evidence>>> files = new HashMap<>();
        jdbc.sql("select * from evidence where cycle_id = any(?) and part_unit is not null order by attached_at, id")
                .param(cycleIds.toArray(String[]::new))
                .query(row -> {
                    files.computeIfAbsent(row.getString("cycle_id"), any -> new HashMap<>())
                            .computeIfAbsent(row.getString("part_unit"), any -> new ArrayList<>())
                            .add(evidence(row));
                });
        return files;
    }

    static Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getString("id"),
                row.getString("name"),
                EvidenceType.valueOf(row.getString("type")),
                row.getInt("size"),
                row.getString("sha256"),
                row.getString("attached_by_name"),
                row.getTimestamp("attached_at").toInstant());
    }
}
