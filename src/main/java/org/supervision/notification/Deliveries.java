package org.supervision.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Government;
import org.supervision.identity.Governments;
import org.supervision.notification.DeliveryFailedException.Reason;

/** Hands one message to its channel; called by the process {@code message-delivery} only. */
@Service
@Transactional
public class Deliveries {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Governments governments;
    private final Channels channels;
    private final MailChannel mail;
    private final RobotChannel robots;
    private final MessageTexts texts;
    private final DigestStore digests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(
            JdbcClient jdbc,
            Accounts accounts,
            Contacts contacts,
            Governments governments,
            Channels channels,
            MailChannel mail,
            RobotChannel robots,
            MessageTexts texts,
            DigestStore digests,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.contacts = contacts;
        this.governments = governments;
        this.channels = channels;
        this.mail = mail;
        this.robots = robots;
        this.texts = texts;
        this.digests = digests;
        this.events = events;
        this.clock = clock;
    }

    private record Prepared(
            long id,
            String government,
            ChannelKind channel,
            String recipient,
            @Nullable Long digestId,
            @Nullable LocalDate day,
            @Nullable DigestLine entry) {}

    private record Addressee(String name, String address) {}

    /**
     * Sends the message unless it has been. The transaction holds nothing else, so that nobody waits for a slow server;
     * should it fail after the message went out, the message goes out again under the same key.
     */
    public void deliver(long messageId) {
        Prepared prepared = prepared(messageId);
        if (prepared == null) {
            return;
        }
        try {
            send(prepared);
        } catch (DeliveryFailedException e) {
            events.publishEvent(new DeliveryFailed(messageId, e.reason(), e.detail()));
            throw e;
        } catch (RuntimeException e) {
            events.publishEvent(new DeliveryFailed(messageId, Reason.UNEXPECTED, String.valueOf(e.getMessage())));
            throw e;
        }
    }

    /** {@code null} if it has been delivered. */
    private @Nullable Prepared prepared(long messageId) {
        return jdbc.sql(
                        """
                        select m.*, d.day, e.kind, e.subject_type, e.subject_id, e.arguments, e.list_path,
                            (select count(*) from inbox_entry_part p where p.entry_id = e.id) as parts
                        from message m
                        left join digest d on d.id = m.digest_id
                        left join inbox_entry e on e.id = m.inbox_entry_id
                        where m.id = ? and m.delivered_at is null for update of m""")
                .param(messageId)
                .query(Deliveries::prepared)
                .optional()
                .orElse(null);
    }

    private static Prepared prepared(ResultSet row, int index) throws SQLException {
        return new Prepared(
                row.getLong("id"),
                row.getString("government"),
                ChannelKind.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getObject("digest_id", Long.class),
                row.getObject("day", LocalDate.class),
                row.getString("kind") == null ? null : DigestLine.ofEntry(row));
    }

    private void send(Prepared prepared) {
        ChannelSetting setting = channels.of(prepared.government());
        List<DigestLine> lines =
                prepared.digestId() == null ? List.of(prepared.entry()) : digests.lines(prepared.digestId());
        String subject = prepared.day() == null ? texts.urgentSubject() : texts.digestSubject(prepared.day());
        String government =
                governments.find(prepared.government()).map(Government::name).orElse(prepared.government());
        String key = "message-" + prepared.id();
        if (prepared.channel() == ChannelKind.MAIL) {
            if (!setting.mail()) {
                throw new DeliveryFailedException(Reason.CHANNEL_OFF, ChannelKind.MAIL.name());
            }
            Addressee addressee = addressee(prepared.recipient());
            OutgoingMessage message = new OutgoingMessage(
                    key, addressee.address(), subject, texts.mail(addressee.name(), government, lines));
            mail.send(message);
            delivered(prepared.id(), addressee.name(), addressee.address(), message);
        } else {
            if (setting.robot() == null || setting.robotUrl() == null) {
                throw new DeliveryFailedException(Reason.CHANNEL_OFF, ChannelKind.ROBOT.name());
            }
            OutgoingMessage message =
                    new OutgoingMessage(key, setting.robotUrl(), subject, texts.group(subject, lines));
            robots.send(setting.robot(), setting.robotSecret(), message);
            delivered(prepared.id(), government, setting.robot().name(), message);
        }
    }

    private Addressee addressee(String recipient) {
        return Recipients.contactId(recipient).isPresent()
                ? contacts.byIds(List.of(Recipients.contactId(recipient).getAsLong())).stream()
                        .map(contact -> new Addressee(contact.name(), contact.mail()))
                        .findFirst()
                        .orElseThrow(() -> new DeliveryFailedException(Reason.NO_ADDRESS, recipient))
                : accounts.find(recipient)
                        .filter(account -> account.mail() != null)
                        .map(Deliveries::addressee)
                        .orElseThrow(() -> new DeliveryFailedException(Reason.NO_ADDRESS, recipient));
    }

    private static Addressee addressee(Account account) {
        return new Addressee(account.name(), String.valueOf(account.mail()));
    }

    private void delivered(long id, String name, String address, OutgoingMessage message) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        update message set attempts = attempts + 1, last_attempt_at = ?, delivered_at = ?, last_error = null,
                            last_error_detail = null, recipient_name = ?, address = ?, subject = ?, text = ?
                        where id = ?""")
                .params(now, now, name, address, message.subject(), message.text(), id)
                .update();
    }
}
