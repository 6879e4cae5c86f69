package org.supervision.keytask;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.supervision.identity.CurrentUser;

/** Agreed indicators in the database, with every state they had. */
@Repository
class AgreedIndicatorStore {

    private final JdbcClient jdbc;
    private final IndicatorJson targets;
    private final ObjectMapper json;

    AgreedIndicatorStore(JdbcClient jdbc, IndicatorJson targets, ObjectMapper json) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.json = json;
    }

    /** Those that count, in the order they were agreed to. */
    List<AgreedIndicator> of(Collection<String> keyTasks) {
        return jdbc.sql(
                        """
                        select * from agreed_indicator
                        where key_task = any(?) and retired_at is null order by key_task, id""")
                .param(keyTasks.toArray(String[]::new))
                .query(this::indicator)
                .list();
    }

    List<AgreedIndicator> at(Collection<AgreedIndicators.State> states) {
        return jdbc.sql(
                        """
                        select distinct v.*, v.indicator as id, a.key_task, a.target_quarter
                        from unnest(?::bigint[], ?::int[]) as wanted (indicator, version)
                        join agreed_indicator_version v
                          on v.indicator = wanted.indicator and v.version = wanted.version
                        join agreed_indicator a on a.id = v.indicator""")
                .params(
                        states.stream().map(AgreedIndicators.State::indicator).toArray(Long[]::new),
                        states.stream().map(AgreedIndicators.State::version).toArray(Integer[]::new))
                .query(this::indicator)
                .list();
    }

    /** All of a key task, also those that count no more, which come last; other writers wait until the transaction ends. */
    List<AgreedIndicator> lockAll(String keyTask) {
        return jdbc.sql(
                        """
                        select * from agreed_indicator where key_task = ?
                        order by retired_at nulls first, id for update""")
                .param(keyTask)
                .query(this::indicator)
                .list();
    }

    Optional<AgreedIndicator> lock(String keyTask, long id) {
        return jdbc.sql(
                        "select * from agreed_indicator where key_task = ? and id = ? and retired_at is null for update")
                .params(keyTask, id)
                .query(this::indicator)
                .optional();
    }

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('indicator_proposal', 'id'))")
                .query(Long.class)
                .single();
    }

    void insert(AgreedIndicator agreed, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        insert into agreed_indicator
                            (id, key_task, target, target_quarter, start_value, expected, at_year_end_only)
                        values (:id, :keyTask, :target::jsonb, :targetQuarter, :start, :expected::jsonb, :atYearEndOnly)""")
                .param("id", agreed.id())
                .param("keyTask", agreed.keyTask())
                .param("target", targets.write(agreed.target()))
                .param("targetQuarter", agreed.targetQuarter())
                .param("start", agreed.start())
                .param("expected", write(agreed.expected()))
                .param("atYearEndOnly", agreed.atYearEndOnly())
                .update();
        keep(agreed.id(), by, at);
    }

    /** @param retired whether it counts no more from now on */
    void update(AgreedIndicator agreed, boolean retired, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        update agreed_indicator
                        set target = :target::jsonb, target_quarter = :targetQuarter, start_value = :start,
                            expected = :expected::jsonb, at_year_end_only = :atYearEndOnly, retired_at = :retiredAt,
                            version = version + 1
                        where id = :id""")
                .param("id", agreed.id())
                .param("target", targets.write(agreed.target()))
                .param("targetQuarter", agreed.targetQuarter())
                .param("start", agreed.start())
                .param("expected", write(agreed.expected()))
                .param("atYearEndOnly", agreed.atYearEndOnly())
                .param("retiredAt", retired ? Timestamp.from(at) : null)
                .update();
        keep(agreed.id(), by, at);
    }

    private void keep(long id, CurrentUser by, Instant at) {
        jdbc.sql(
                        """
                        insert into agreed_indicator_version
                        select id, version, target, start_value, expected, at_year_end_only, retired_at is not null, ?, ?, ?
                        from agreed_indicator where id = ?""")
                .params(by.username(), by.name(), Timestamp.from(at), id)
                .update();
    }

    /** The states each of them had, the latest first. */
    List<AgreedIndicators.Change> changes(String keyTask) {
        Map<Long, AgreedIndicator> before = new HashMap<>();
        List<AgreedIndicators.Change> changes = jdbc.sql(
                        """
                        select v.*, v.indicator as id, a.key_task, a.target_quarter
                        from agreed_indicator_version v join agreed_indicator a on a.id = v.indicator
                        where a.key_task = ? order by v.changed_at, v.indicator, v.version""")
                .param(keyTask)
                .query((row, number) -> {
                    AgreedIndicator agreed = indicator(row, number);
                    return new AgreedIndicators.Change(
                            agreed,
                            before.put(agreed.id(), agreed),
                            row.getBoolean("retired"),
                            row.getString("changed_by_name"),
                            row.getTimestamp("changed_at").toInstant());
                })
                .list();
        Collections.reverse(changes);
        return changes;
    }

    private AgreedIndicator indicator(ResultSet row, int number) throws SQLException {
        return new AgreedIndicator(
                row.getLong("id"),
                row.getString("key_task"),
                targets.read(row.getString("target")),
                row.getObject("target_quarter", Integer.class),
                row.getBigDecimal("start_value"),
                read(row.getString("expected")),
                row.getBoolean("at_year_end_only"),
                row.getInt("version"));
    }

    private String write(Map<Integer, BigDecimal> expected) {
        try {
            return json.writeValueAsString(expected);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<Integer, BigDecimal> read(String expected) {
        try {
            return json.readValue(expected, new TypeReference<Map<Integer, BigDecimal>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
