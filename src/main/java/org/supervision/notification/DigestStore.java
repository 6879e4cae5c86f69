package org.supervision.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.calendar.WorkingDays;
import org.supervision.notification.DigestPolicy.Window;

/** Keeps digests; writes those of a whole morning in a handful of statements, however many people and lines there are. */
@Repository
class DigestStore {

    /** Kinds of entries about a work item, which has a line of its own. */
    private static final String WAITING = "^(order-drafted-.*|interview-proposed|appeal-filed|change-asked)$";

    private final JdbcClient jdbc;

    DigestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The digest of a recipient before it is written. */
    record Composed(String government, String recipient, DigestDraft draft) {}

    /** An entry of the inbox that no digest has told yet. */
    record Untold(String government, String recipient, DigestLine line) {}

    /** Notes that today's digests are composed; answers the governments whose were not, with what is to be told. */
    Map<String, Window> begin(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, WorkingDays.ZONE);
        Map<String, Window> windows = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        with begun as (
                            insert into digest_run (government, day, composed_at)
                            select code, :today, :now from government on conflict do nothing returning government)
                        select b.government, last.day, last.composed_at from begun b
                        left join lateral (
                            select r.day, r.composed_at from digest_run r
                            where r.government = b.government and r.day < :today order by r.day desc limit 1) last on true
                        order by b.government""")
                .param("today", today)
                .param("now", Timestamp.from(now))
                .query(row -> {
                    LocalDate lastDay = row.getObject("day", LocalDate.class);
                    windows.put(
                            row.getString("government"),
                            lastDay == null
                                    ? first(now)
                                    : new Window(
                                            lastDay,
                                            row.getTimestamp("composed_at").toInstant(),
                                            now));
                });
        return windows;
    }

    /** The first digest of a government looks back one day. */
    private static Window first(Instant now) {
        LocalDate yesterday = LocalDate.ofInstant(now, WorkingDays.ZONE).minusDays(1);
        return new Window(
                yesterday,
                yesterday.atTime(DigestPolicy.TIME).atZone(WorkingDays.ZONE).toInstant(),
                now);
    }

    /** Left out are urgent entries, which went out by themselves, and such as announce what the digest tells as waiting. */
    List<Untold> untold(Map<String, Window> windows) {
        List<Map.Entry<String, Window>> entries = List.copyOf(windows.entrySet());
        return jdbc.sql(
                        "select " + DigestLine.COLUMNS
                                + """
                         from unnest(:governments::text[], :sinces::text[]::timestamptz[])
                            as told (government, until)
                        join inbox_entry e on e.government = told.government and e.told_at > told.until
                        where e.kind <> :digest and e.kind !~ :waiting and not exists (select from message m where m.inbox_entry_id = e.id)
                        order by e.told_at, e.id""")
                .param("governments", entries.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param(
                        "sinces",
                        entries.stream()
                                .map(entry -> entry.getValue().since().toString())
                                .toArray(String[]::new))
                .param("waiting", WAITING)
                .param("digest", Digests.ENTRY)
                .query((row, n) ->
                        new Untold(row.getString("government"), row.getString("recipient"), DigestLine.ofEntry(row)))
                .list();
    }

    /** Writes digests with their lines; answers their ids by recipient, without those who have one for today. */
    Map<String, Long> write(Collection<Composed> composed, Instant now) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(
                        """
                        insert into digest (government, recipient, day, composed_at)
                        select government, recipient, :today, :now
                        from unnest(:governments::text[], :recipients::text[]) as composed (government, recipient)
                        on conflict do nothing returning id, recipient""")
                .param("today", LocalDate.ofInstant(now, WorkingDays.ZONE))
                .param("now", Timestamp.from(now))
                .param("governments", texts(composed, Composed::government))
                .param("recipients", texts(composed, Composed::recipient))
                .query(row -> {
                    ids.put(row.getString("recipient"), row.getLong("id"));
                });
        writeLines(
                composed.stream()
                        .filter(one -> ids.containsKey(one.recipient()))
                        .toList(),
                ids);
        return ids;
    }

    private void writeLines(List<Composed> composed, Map<String, Long> ids) {
        List<Long> digests = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<DigestLine> lines = new ArrayList<>();
        for (Composed one : composed) {
            List<DigestLine> its = one.draft().lines();
            for (int i = 0; i < its.size(); i++) {
                digests.add(ids.get(one.recipient()));
                positions.add(i);
                lines.add(its.get(i));
            }
        }
        jdbc.sql(
                        """
                        insert into digest_line (digest_id, position, kind, subject_type, subject_id, arguments)
                        select digest_id, position, kind, subject_type, subject_id, arguments::jsonb
                        from unnest(:digests::bigint[], :positions::int[], :kinds::text[], :types::text[], :ids::text[],
                            :arguments::text[]) as line (digest_id, position, kind, subject_type, subject_id, arguments)""")
                .param("digests", digests.toArray(Long[]::new))
                .param("positions", positions.toArray(Integer[]::new))
                .param("kinds", texts(lines, DigestLine::kind))
                .param("types", texts(lines, DigestLine::subjectType))
                .param("ids", texts(lines, DigestLine::subjectId))
                .param("arguments", texts(lines, line -> Arguments.write(line.arguments())))
                .update();
    }

    /** Tells in the portal, too, that there is a digest. */
    void writeEntries(Collection<Composed> composed, Map<String, Long> ids, Instant now) {
        jdbc.sql(
                        """
                        insert into inbox_entry (government, recipient, kind, subject_type, subject_id, arguments, cause,
                            told_at)
                        select government, recipient, :digest, 'digest', id, arguments::jsonb, :digest || ':' || id, :now
                        from unnest(:governments::text[], :recipients::text[], :ids::text[], :arguments::text[])
                            as told (government, recipient, id, arguments)
                        on conflict do nothing""")
                .param("digest", Digests.ENTRY)
                .param("now", Timestamp.from(now))
                .param("governments", texts(composed, Composed::government))
                .param("recipients", texts(composed, Composed::recipient))
                .param("ids", texts(composed, one -> String.valueOf(ids.get(one.recipient()))))
                .param(
                        "arguments",
                        texts(
                                composed,
                                one -> Arguments.write(List.of(
                                        one.draft().overdue(),
                                        one.draft().notices(),
                                        one.draft().waiting()))))
                .update();
    }

    List<DigestLine> lines(long digestId) {
        return jdbc.sql("select * from digest_line where digest_id = ? order by position")
                .param(digestId)
                .query((row, n) -> new DigestLine(
                        row.getString("kind"),
                        row.getString("subject_type"),
                        row.getString("subject_id"),
                        Arguments.read(row.getString("arguments"))))
                .list();
    }

    Optional<LocalDate> day(long digestId, String recipient) {
        return jdbc.sql("select day from digest where id = ? and recipient = ?")
                .params(digestId, recipient)
                .query(LocalDate.class)
                .optional();
    }

    private static <T> String[] texts(Collection<T> rows, java.util.function.Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
