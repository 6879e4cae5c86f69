package org.supervision.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.reporting.SecrecyChecks.SecrecyCheck;
import org.supervision.shared.Quarter;

/** The signed result tables: what anybody may read. */
@Service
public class Publications {

    private static final String SELECT =
            """
            select p.*, r.government, r.year, r.quarter,
                exists (select from publication n where n.round_id = p.round_id and n.number > p.number) as superseded
            from publication p join reporting_round r on r.id = p.round_id
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final RoundResults results;
    private final CurrentUsers currentUsers;
    private final Withholdings withholdings;
    private final Clock clock;

    Publications(
            JdbcClient jdbc,
            ObjectMapper json,
            RoundResults results,
            CurrentUsers currentUsers,
            Withholdings withholdings,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.results = results;
        this.currentUsers = currentUsers;
        this.withholdings = withholdings;
        this.clock = clock;
    }

    /** The publication in force of a round; empty if the round is unknown or not published. */
    public Optional<Publication> latest(String roundId) {
        return jdbc.sql(SELECT + " where p.round_id = ? order by p.number desc limit 1")
                .param(roundId)
                .query((row, n) -> publication(row))
                .optional();
    }

    /** The publication in force as anybody may read it. */
    public Optional<Publication> readable(String roundId) {
        return latest(roundId).map(this::readable);
    }

    /** All publications of a round as anybody may read them, newest first; empty if it was never published. */
    public List<Publication> editions(String roundId) {
        return signed(roundId).stream().map(this::readable).toList();
    }

    /** What each correction of a round changed, newest first. */
    public List<CorrectionNote> corrections(String roundId) {
        List<Publication> signed = signed(roundId);
        return IntStream.range(1, signed.size())
                .mapToObj(older -> CorrectionNote.between(signed.get(older), signed.get(older - 1)))
                .toList();
    }

    private List<Publication> signed(String roundId) {
        return jdbc.sql(SELECT + " where p.round_id = ? order by p.number desc")
                .param(roundId)
                .query((row, n) -> publication(row))
                .list();
    }

    /**
     * What was marked as not for publication after the signature is left out at once, long before its correction is
     * signed.
     */
    private Publication readable(Publication signed) {
        Draft rest = withoutWithheld(signed.roundId(), signed.rows());
        long lessTold = rest.rows().stream()
                .filter(row -> row.withheld() != null && !signed.rows().contains(row))
                .count();
        int withdrawn = rest.withheld() + (int) lessTold;
        return withdrawn == 0 ? signed : signed.without(rest, fingerprint(rest), withdrawn);
    }

    /** Whether signing now would publish something else than what is published. */
    boolean isOutdated(String roundId) {
        return !fingerprint(draft(roundId))
                .equals(latest(roundId).map(Publication::sha256).orElse(""));
    }

    /** One of the publications of a round, the corrected ones too. */
    public Publication find(String roundId, int number) {
        return jdbc.sql(SELECT + " where p.round_id = ? and p.number = ?")
                .params(roundId, number)
                .query((row, n) -> publication(row))
                .single();
    }

    /** What the chief signed, byte for byte: the publication's SHA-256 is of these. */
    public byte[] signedContent(String roundId, int number) {
        return jdbc.sql("select rows from publication where round_id = ? and number = ?")
                .params(roundId, number)
                .query(String.class)
                .single()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ids of all published rounds with their quarters, newest quarter first, by government. */
    public List<PublishedRound> published() {
        return jdbc.sql(
                        """
                        select id, government, year, quarter, published_at from reporting_round
                        where state = 'PUBLISHED' order by government, year desc, quarter desc""")
                .query((row, n) -> new PublishedRound(
                        row.getString(1),
                        row.getString(2),
                        new Quarter(row.getInt(3), row.getInt(4)),
                        row.getTimestamp(5).toInstant()))
                .list();
    }

    /** The published rounds of a government's year, first quarter first. */
    public List<PublishedRound> published(String government, int year) {
        return published().stream()
                .filter(round ->
                        round.government().equals(government) && round.quarter().year() == year)
                .sorted(Comparator.comparing(PublishedRound::quarter))
                .toList();
    }

    /** A round whose result table is public. */
    public record PublishedRound(String id, String government, Quarter quarter, Instant publishedAt) {}

    /** The results of a round as they are now, whether they are for publication or not. */
    public List<ResultRow> preview(String roundId) {
        return results.of(roundId);
    }

    /**
     * What signing would publish.
     *
     * @param grounds on which key tasks are left out, with how many
     */
    public record Draft(List<ResultRow> rows, Map<WithholdingGround, Integer> grounds) {

        /** Key tasks that are left out. */
        public int withheld() {
            return grounds.values().stream().mapToInt(Integer::intValue).sum();
        }

        Map<WithholdingGround, Integer> groundsWith(Map<WithholdingGround, Integer> more) {
            Map<WithholdingGround, Integer> all = new EnumMap<>(WithholdingGround.class);
            all.putAll(grounds);
            more.forEach((ground, count) -> all.merge(ground, count, Integer::sum));
            return all;
        }
    }

    /** Whether signing now would publish something else than what was checked for secrets. */
    public boolean isChangedSince(SecrecyCheck check, Draft draft) {
        return !check.sha256().equals(fingerprintToCheck(draft));
    }

    /** What the chief would sign now: what is withheld is left out. */
    public Draft draft(String roundId) {
        return withoutWithheld(roundId, preview(roundId));
    }

    private Draft withoutWithheld(String roundId, List<ResultRow> rows) {
        Map<Integer, Withholding> tasks = new HashMap<>();
        Map<Integer, Withholding> reports = new HashMap<>();
        withholdings.of(roundId).forEach(each -> (each.isOfKeyTask() ? tasks : reports)
                .put(each.keyTaskNumber(), each));
        List<ResultRow> left = rows.stream()
                .filter(row -> !tasks.containsKey(row.number()))
                .map(row -> reports.containsKey(row.number())
                        ? row.withoutReport(reports.get(row.number()).ground())
                        : row)
                .toList();
        Map<WithholdingGround, Integer> grounds = new EnumMap<>(WithholdingGround.class);
        rows.stream()
                .filter(row -> tasks.containsKey(row.number()))
                .forEach(row -> grounds.merge(tasks.get(row.number()).ground(), 1, Integer::sum));
        return new Draft(left, grounds);
    }

    /** What a draft is recognised by. */
    String fingerprint(Draft draft) {
        return sha256(write(draft.rows()));
    }

    /** Also of the grounds on which key tasks are left out: they are published as well. */
    String fingerprintToCheck(Draft draft) {
        return sha256(write(draft));
    }

    /** Keeps the draft, signed by the person who is acting. */
    Publication sign(String roundId, Draft draft) {
        CurrentUser chief = currentUsers.required();
        String rows = write(draft.rows());
        jdbc.sql(
                        """
                        insert into publication (round_id, number, rows, withheld, withheld_grounds, sha256, signed_by,
                            signed_by_name, signed_at)
                        select ?, coalesce(max(number), 0) + 1, ?, ?, ?::jsonb, ?, ?, ?, ? from publication where round_id = ?""")
                .params(
                        roundId,
                        rows,
                        draft.withheld(),
                        write(draft.grounds()),
                        sha256(rows),
                        chief.username(),
                        chief.name(),
                        Timestamp.from(clock.instant()),
                        roundId)
                .update();
        return latest(roundId).orElseThrow();
    }

    private Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getString("round_id"),
                row.getInt("number"),
                row.getString("government"),
                new Quarter(row.getInt("year"), row.getInt("quarter")),
                read(row.getString("rows"), new TypeReference<>() {}),
                row.getInt("withheld"),
                read(row.getString("withheld_grounds"), new TypeReference<>() {}),
                row.getString("sha256"),
                row.getString("signed_by_name"),
                row.getTimestamp("signed_at").toInstant(),
                row.getBoolean("superseded"),
                0);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String stored, TypeReference<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
