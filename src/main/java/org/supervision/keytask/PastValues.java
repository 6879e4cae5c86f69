package org.supervision.keytask;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.keytask.PastValueEvent.PastValueDropped;
import org.supervision.keytask.PastValueEvent.PastValueKept;
import org.supervision.shared.DomainException;

/** Values of indicators in past years, each picked by a person of the office. */
@Service
@Transactional
public class PastValues {

    private final JdbcClient jdbc;
    private final IndicatorJson json;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PastValues(
            JdbcClient jdbc,
            IndicatorJson json,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** Keeps the value; one that is kept already stays as it is. */
    public void keep(PastValue value) {
        CurrentUser user = office(value);
        int kept = jdbc.sql(
                        """
                        insert into past_value
                            (id, government, year, indicator, words, sentence, kept_by, kept_by_name, kept_at)
                        values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(
                        value.id(),
                        value.government(),
                        value.year(),
                        json.write(value.indicator()),
                        value.words(),
                        value.sentence(),
                        user.username(),
                        user.name(),
                        Timestamp.from(clock.instant()))
                .update();
        if (kept == 1) {
            events.publishEvent(new PastValueKept(value));
        }
    }

    /** Takes a pick back; a value that is not kept changes nothing. */
    public void drop(PastValue value) {
        office(value);
        int dropped = jdbc.sql("delete from past_value where id = ? and government = ?")
                .params(value.id(), value.government())
                .update();
        if (dropped == 1) {
            events.publishEvent(new PastValueDropped(value));
        }
    }

    /** What is kept of a year. */
    @Transactional(readOnly = true)
    public List<PastValue> of(String government, int year) {
        return jdbc.sql("select * from past_value where government = ? and year = ? order by id")
                .params(government, year)
                .query((row, number) -> new PastValue(
                        row.getString("id"),
                        row.getString("government"),
                        row.getInt("year"),
                        json.read(row.getString("indicator")),
                        row.getString("words"),
                        row.getString("sentence")))
                .list();
    }

    /** Which of these are kept. */
    @Transactional(readOnly = true)
    public Set<String> kept(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select id from past_value where id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .set();
    }

    private CurrentUser office(PastValue value) {
        CurrentUser user = currentUsers.requiredIn(Role.OFFICER, Role.OFFICE_CHIEF);
        if (!value.government().equals(user.government())) {
            throw DomainException.notFound(value.id());
        }
        return user;
    }
}
