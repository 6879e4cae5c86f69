package org.supervision.reporting;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.CosineSimilarity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.shared.TextDifference;
import org.supervision.shared.TextKey;

/**
 * Finds reports of the same round that say nearly what another says: copied and changed a little. How alike two texts are
 * is the cosine of the counts of their groups of three characters; white space and widths do not count.
 */
@Repository
public class SimilarReports {

    private static final int GROUP = 3;
    private static final double ALIKE = 0.75;
    private static final int MOST = 3;
    private static final int SHORTEST = 20;

    /** Of a larger round, those whose texts are nearest in length. */
    private static final int MOST_COMPARED = 1_000;

    private static final CosineSimilarity COSINE = new CosineSimilarity();

    private final JdbcClient jdbc;

    SimilarReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report that reads much like the one asked about.
     *
     * @param likeness 0 to 1
     * @param changes from its text to the one asked about
     */
    public record Similar(
            String cycleId, int number, String unitName, double likeness, List<TextDifference.Part> changes) {}

    /** The most alike first, three at most; none for a text so short that it says the same as many. */
    public List<Similar> of(String cycleId) {
        String own = jdbc.sql(
                        """
                        select p.progress from reporting_cycle c
                        join progress_report p
                          on p.cycle_id = c.id and p.version = c.report_version and p.undone_at is null
                        where c.id = ?""")
                .param(cycleId)
                .query(String.class)
                .optional()
                .orElse("");
        if (own.length() < SHORTEST) {
            return List.of();
        }
        record Other(String cycleId, int number, String unitName, String progress, double likeness) {}
        Map<CharSequence, Integer> groups = groups(own);
        return jdbc
                .sql(
                        """
                        select o.id as cycle_id, o.number, u.name as unit_name, p.progress
                        from reporting_cycle c
                        join reporting_cycle o on o.round_id = c.round_id and o.id <> c.id
                        join progress_report p
                          on p.cycle_id = o.id and p.version = o.report_version and p.undone_at is null
                        join org_unit u on u.code = o.lead_unit
                        where c.id = :cycle and length(p.progress) between :length / 2 and :length * 2
                        order by abs(length(p.progress) - :length), o.number limit :most""")
                .param("cycle", cycleId)
                .param("length", own.length())
                .param("most", MOST_COMPARED)
                .query((row, n) -> new Other(
                        row.getString("cycle_id"),
                        row.getInt("number"),
                        row.getString("unit_name"),
                        row.getString("progress"),
                        COSINE.cosineSimilarity(groups, groups(row.getString("progress")))))
                .list()
                .stream()
                .filter(other -> other.likeness() >= ALIKE)
                .sorted(Comparator.comparingDouble(Other::likeness).reversed().thenComparing(Other::number))
                .limit(MOST)
                .map(other -> new Similar(
                        other.cycleId(),
                        other.number(),
                        other.unitName(),
                        other.likeness(),
                        TextDifference.between(other.progress(), own)))
                .toList();
    }

    private static Map<CharSequence, Integer> groups(String text) {
        String key = TextKey.of(text);
        Map<CharSequence, Integer> groups = new HashMap<>();
        for (int at = 0; at + GROUP <= key.length(); at++) {
            groups.merge(key.substring(at, at + GROUP), 1, Integer::sum);
        }
        return groups;
    }
}
