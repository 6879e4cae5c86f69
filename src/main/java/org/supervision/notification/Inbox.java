package org.supervision.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.GroupPath;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;

/** What each person has been told, unread first. Reading a notice is the person's own affair and no act on the record. */
@Service
@Transactional
public class Inbox {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Messages messages;
    private final NoticeWords words;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Accounts accounts, Messages messages, NoticeWords words, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.messages = messages;
        this.words = words;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Slice<InboxEntry> of(CurrentUser reader, int page, int size) {
        List<InboxEntry> items = jdbc.sql(
                        """
                        select * from inbox_entry where recipient = ?
                        order by (read_at is null) desc, told_at desc, id desc limit ? offset ?""")
                .params(reader.username(), size, (long) page * size)
                .query((row, n) -> entry(row))
                .list();
        long total = jdbc.sql("select count(*) from inbox_entry where recipient = ?")
                .param(reader.username())
                .query(Long.class)
                .single();
        return new Slice<>(items, page, size, total);
    }

    @Transactional(readOnly = true)
    public long unread(String username) {
        return jdbc.sql("select count(*) from inbox_entry where recipient = ? and read_at is null")
                .param(username)
                .query(Long.class)
                .single();
    }

    /** Marks one's own entry as read; doing so again changes nothing. */
    public InboxEntry read(CurrentUser reader, long id) {
        return jdbc.sql(
                        """
                        update inbox_entry set read_at = coalesce(read_at, ?) where recipient = ? and id = ?
                        returning *""")
                .params(Timestamp.from(clock.instant()), reader.username(), id)
                .query((row, n) -> entry(row))
                .optional()
                .orElseThrow(() -> DomainException.notFound(id));
    }

    public void readAll(CurrentUser reader) {
        jdbc.sql("update inbox_entry set read_at = ? where recipient = ? and read_at is null")
                .params(Timestamp.from(clock.instant()), reader.username())
                .update();
    }

    /** Tells it to everybody who holds one of these posts, each person once. */
    void tell(Notice notice, GroupPath... posts) {
        tell(notice, List.of(posts));
    }

    void tell(Notice notice, Collection<GroupPath> posts) {
        tellRecipients(
                notice,
                accounts.membersOfAny(posts).stream()
                        .map(Accounts.Account::username)
                        .toList());
    }

    /** @param recipients usernames and contacts; who has been told already is not told again */
    void tellRecipients(Notice notice, Collection<String> recipients) {
        List<Long> told = jdbc.sql(
                        """
                        insert into inbox_entry (government, recipient, kind, subject_type, subject_id, arguments, cause,
                            told_at)
                        select ?, recipient, ?, ?, ?, ?::jsonb, ?, ? from unnest(?::text[]) as told (recipient)
                        on conflict do nothing returning id""")
                .params(
                        notice.government(),
                        notice.kind(),
                        notice.subjectType(),
                        notice.subjectId(),
                        Arguments.write(notice.arguments()),
                        notice.cause(),
                        Timestamp.from(clock.instant()),
                        recipients.toArray(String[]::new))
                .query(Long.class)
                .list();
        if (notice.urgent()) {
            messages.prepareUrgent(notice.government(), told);
        }
    }

    private InboxEntry entry(ResultSet row) throws SQLException {
        Timestamp readAt = row.getTimestamp("read_at");
        String kind = row.getString("kind");
        String subjectType = row.getString("subject_type");
        String subjectId = row.getString("subject_id");
        return new InboxEntry(
                row.getLong("id"),
                kind,
                words.text("notification.entry." + kind, Arguments.read(row.getString("arguments"))),
                NoticeWords.link(subjectType, subjectId).orElse(null),
                subjectType,
                subjectId,
                row.getTimestamp("told_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
