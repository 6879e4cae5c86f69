package org.supervision.reporting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.shared.DomainException;

/**
 * Evidence that is kept with a year: of the versions that the office approved, of the parts that went with them, and
 * photographs of inspections.
 */
@Service
@Transactional(readOnly = true)
public class EvidenceArchive {

    private final JdbcClient jdbc;
    private final EvidenceRecords records;
    private final EvidenceStore store;

    EvidenceArchive(JdbcClient jdbc, EvidenceRecords records, EvidenceStore store) {
        this.jdbc = jdbc;
        this.records = records;
        this.store = store;
    }

    /**
     * A file with what it backs.
     *
     * @param number of the key task
     * @param version of the report; {@code null} for a part
     * @param partner name of the unit whose part it is; {@code null} for the report
     */
    public record Filed(int number, @Nullable Integer version, @Nullable String partner, Evidence evidence) {}

    /** Of one round, by key task. */
    public List<Filed> of(String roundId) {
        return jdbc.sql(
                        """
                        select c.number, r.version, null as partner, e.*
                        from report_evidence r
                        join evidence e on e.id = r.evidence_id
                        join reporting_cycle c on c.id = r.cycle_id
                        where c.round_id = :round
                          and exists (select from review v where v.cycle_id = r.cycle_id and v.report_version = r.version
                                      and v.step = 'OFFICE' and v.decision = 'APPROVE' and v.undone_at is null)
                        union all
                        select c.number, null, u.name, e.*
                        from evidence e
                        join partner_part p on p.cycle_id = e.cycle_id and p.unit = e.part_unit
                        join org_unit u on u.code = p.unit
                        join reporting_cycle c on c.id = e.cycle_id
                        where c.round_id = :round and p.submitted_at is not null and c.outcome = 'APPROVED'
                        order by number, version nulls last, partner, attached_at, id""")
                .param("round", roundId)
                .query((row, n) -> new Filed(
                        row.getInt("number"),
                        row.getObject("version", Integer.class),
                        row.getString("partner"),
                        EvidenceRecords.evidence(row)))
                .list();
    }

    /**
     * A photograph.
     *
     * @param number of the key task
     * @param inspection the how manieth of the key task
     */
    public record Seen(int number, int inspection, Evidence evidence) {}

    /** What was found on the spot of the key tasks of a year, by key task; nothing of a finding that is not recorded. */
    public List<Seen> ofInspections(String government, int year) {
        return jdbc.sql(
                        """
                        select k.number, i.number as inspection, e.*
                        from inspection i
                        join key_task k on k.id = i.key_task_id
                        join evidence e on e.inspection_id = i.id
                        where k.government = ? and k.year = ? and i.found_at is not null
                        order by k.number, i.number, e.attached_at, e.id""")
                .params(government, year)
                .query((row, n) ->
                        new Seen(row.getInt("number"), row.getInt("inspection"), EvidenceRecords.evidence(row)))
                .list();
    }

    /** What a file holds. */
    public byte[] content(@Nullable String evidenceId) {
        Evidence evidence = records.find(String.valueOf(evidenceId))
                .orElseThrow(() -> DomainException.notFound(evidenceId))
                .evidence();
        ByteArrayOutputStream content = new ByteArrayOutputStream(evidence.size());
        try {
            store.write(evidence.sha256(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content.toByteArray();
    }
}
