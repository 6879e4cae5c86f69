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
                        "select " + DigestLine.COLUMNS
                                + """
                         from inbox_entry e where e.recipient = ?
                        order by (e.read_at is null) desc, e.told_at desc, e.id desc limit ? offset ?""")
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
                        "update inbox_entry e set read_at = coalesce(read_at, ?) where recipient = ? and id = ? returning "
                                + DigestLine.COLUMNS)
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
        if (notice.listPath() != null) {
            tellTogether(notice, recipients);
            return;
        }
        List<Long> told = insert(notice, recipients, "on conflict do nothing returning id")
                .query(Long.class)
                .list();
        if (notice.urgent()) {
            messages.prepareUrgent(notice.government(), told);
        }
    }

    /** The first makes the entry, all others of its moment are added to it. */
    private void tellTogether(Notice notice, Collection<String> recipients) {
        List<Long> entries = insert(
                        notice,
                        recipients,
                        "on conflict (recipient, cause) do update set cause = excluded.cause returning id")
                .query(Long.class)
                .list();
        jdbc.sql(
                        "insert into inbox_entry_part (entry_id, subject_id) select id, ? from unnest(?) as told (id) on conflict do nothing")
                .params(notice.subjectId(), entries.toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec insert(Notice notice, Collection<String> recipients, String conflict) {
        return jdbc.sql(
                        """
                        insert into inbox_entry (government, recipient, kind, subject_type, subject_id, arguments, cause,
                            told_at, list_path)
                        select ?, recipient, ?, ?, ?, ?::jsonb, ?, ?, ? from unnest(?::text[]) as told (recipient)
                        """
                                + conflict)
                .params(
                        notice.government(),
                        notice.kind(),
                        notice.subjectType(),
                        notice.subjectId(),
                        Arguments.write(notice.arguments()),
                        notice.cause(),
                        Timestamp.from(clock.instant()),
                        notice.listPath(),
                        recipients.toArray(String[]::new));
    }

    private InboxEntry entry(ResultSet row) throws SQLException {
        Timestamp readAt = row.getTimestamp("read_at");
        DigestLine line = DigestLine.ofEntry(row);
        return new InboxEntry(
                row.getLong("id"),
                row.getString("kind"),
                words.text("notification." + line.kind(), line.arguments()),
                line.link(),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getTimestamp("told_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
