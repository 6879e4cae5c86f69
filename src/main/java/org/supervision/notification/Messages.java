package org.supervision.notification;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages on their way out: prepared with what they tell, handed over to a process each. */
@Service
@Transactional
public class Messages {

    /** As often a failing message is tried before somebody has to look; the process says the same. */
    static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;
    private final Channels channels;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Messages(JdbcClient jdbc, Channels channels, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes messages that have no process yet, the oldest first; nobody else gets the same ones.
     *
     * @param most how many
     */
    public List<MessagePrepared> takeForHandOver(int most) {
        return jdbc.sql(
                        """
                        update message set handed_over_at = :now where id in (
                            select id from message where handed_over_at is null order by id limit :most
                            for update skip locked)
                        returning government, id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query((row, n) -> new MessagePrepared(row.getString("government"), row.getLong("id")))
                .list();
    }

    /** One message per digest and channel, handed over by the process that composed them. */
    void prepareDigests(List<Long> digestIds, ChannelKind channel, Instant now) {
        if (digestIds.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into message (government, channel, recipient, digest_id, prepared_at, attempts_left)
                        select government, :channel, recipient, id, :now, :attempts from digest where id = any(:ids)
                        order by id on conflict do nothing""")
                .param("channel", channel.name())
                .param("now", Timestamp.from(now))
                .param("attempts", ATTEMPTS)
                .param("ids", digestIds.toArray(Long[]::new))
                .update();
    }

    /** Mails entries at once, whatever else their recipients get today. */
    void prepareUrgent(String government, List<Long> entryIds) {
        if (entryIds.isEmpty() || !channels.of(government).mail()) {
            return;
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into message (government, channel, recipient, inbox_entry_id, prepared_at, handed_over_at,
                            attempts_left)
                        select government, 'MAIL', recipient, id, :now, :now, :attempts from inbox_entry
                        where id = any(:ids) order by id on conflict do nothing returning id""")
                .param("now", now)
                .param("attempts", ATTEMPTS)
                .param("ids", entryIds.toArray(Long[]::new))
                .query(Long.class)
                .list()
                .forEach(id -> events.publishEvent(new MessagePrepared(government, id)));
    }
}
