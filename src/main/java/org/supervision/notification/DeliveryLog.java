package org.supervision.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.supervision.calendar.DateWords;
import org.supervision.identity.Accounts;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** What was sent to whom and why, and what would not go out; each government sees its own. */
@Service
@Transactional
public class DeliveryLog {

    private static final int LONGEST_DETAIL = 500;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Contacts contacts;
    private final NoticeWords words;
    private final DateWords dates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeliveryLog(
            JdbcClient jdbc,
            Accounts accounts,
            Contacts contacts,
            NoticeWords words,
            DateWords dates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.contacts = contacts;
        this.words = words;
        this.dates = dates;
        this.events = events;
        this.clock = clock;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Slice<DeliveryView> of(CurrentUser reader, boolean stoppedOnly, int page, int size) {
        String condition = " from message m where m.government = ?"
                + (stoppedOnly ? " and m.delivered_at is null and m.attempts_left = 0" : "");
        String shown = "(select m.*" + condition + " order by m.prepared_at desc, m.id desc limit ? offset ?)";
        List<DeliveryView> items = jdbc.sql("select m.*, d.day, e.kind, e.arguments from " + shown + " m"
                        + " left join digest d on d.id = m.digest_id"
                        + " left join inbox_entry e on e.id = m.inbox_entry_id"
                        + " order by m.prepared_at desc, m.id desc")
                .params(reader.requiredGovernment(), size, (long) page * size)
                .query((row, n) -> view(row))
                .list();
        long total = jdbc.sql("select count(*)" + condition)
                .param(reader.requiredGovernment())
                .query(Long.class)
                .single();
        return new Slice<>(named(items), page, size, total);
    }

    /** Has a message tried again that was given up. */
    public void tryAgain(CurrentUser user, long id) {
        int resumed = jdbc.sql(
                        """
                        update message set attempts_left = ?
                        where government = ? and id = ? and delivered_at is null and attempts_left = 0""")
                .params(Messages.ATTEMPTS, user.requiredGovernment(), id)
                .update();
        if (resumed == 0) {
            throw DomainException.notFound(id);
        }
        events.publishEvent(new DeliveryResumed(user.requiredGovernment(), id, Messages.ATTEMPTS));
    }

    /** Written once the failed attempt is rolled back, or it would go with it. */
    @Async(NoticeConfiguration.EXECUTOR)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
    void on(DeliveryFailed event) {
        jdbc.sql(
                        """
                        update message set attempts = attempts + 1, attempts_left = greatest(attempts_left - 1, 0),
                            last_attempt_at = ?, last_error = ?, last_error_detail = ? where id = ?""")
                .params(
                        Timestamp.from(clock.instant()),
                        event.reason().name(),
                        event.detail()
                                .substring(0, Math.min(event.detail().length(), LONGEST_DETAIL))
                                .replace("\u0000", ""),
                        event.messageId())
                .update();
    }

    private List<DeliveryView> named(List<DeliveryView> deliveries) {
        List<String> recipients =
                deliveries.stream().map(DeliveryView::recipient).distinct().toList();
        Map<String, String> names = new HashMap<>();
        accounts.named(recipients).forEach(account -> names.put(account.username(), account.name()));
        contacts.byIds(recipients.stream()
                        .map(Recipients::contactId)
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .toList())
                .forEach(contact -> names.put(Recipients.contact(contact.id()), contact.name()));
        return deliveries.stream()
                .map(delivery -> delivery.recipientName() == null
                        ? delivery.withRecipientName(names.get(delivery.recipient()))
                        : delivery)
                .toList();
    }

    private DeliveryView view(ResultSet row) throws SQLException {
        Timestamp deliveredAt = row.getTimestamp("delivered_at");
        Timestamp lastAttemptAt = row.getTimestamp("last_attempt_at");
        String error = row.getString("last_error");
        String kind = row.getString("kind");
        return new DeliveryView(
                row.getLong("id"),
                ChannelKind.valueOf(row.getString("channel")),
                row.getString("recipient"),
                row.getString("recipient_name"),
                row.getString("address"),
                kind == null
                        ? words.text("notification.deliveries.digest", dates.day(row.getObject("day", LocalDate.class)))
                        : words.text("notification.entry." + kind, Arguments.read(row.getString("arguments"))),
                state(deliveredAt != null, row.getInt("attempts"), row.getInt("attempts_left")),
                row.getInt("attempts"),
                error == null
                        ? null
                        : words.text(
                                "notification.delivery-error."
                                        + error.toLowerCase(Locale.ROOT).replace('_', '-'),
                                row.getString("last_error_detail")),
                row.getTimestamp("prepared_at").toInstant(),
                instant(lastAttemptAt),
                instant(deliveredAt),
                row.getString("text"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static DeliveryView.State state(boolean delivered, int attempts, int attemptsLeft) {
        if (delivered) {
            return DeliveryView.State.DELIVERED;
        }
        if (attemptsLeft == 0) {
            return DeliveryView.State.STOPPED;
        }
        return attempts == 0 ? DeliveryView.State.PENDING : DeliveryView.State.RETRYING;
    }
}
