package org.supervision.notification;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.supervision.workflow.HandOver;
import org.supervision.workflow.HandOverEvent.HandedOver;

/** What the leaver has been told and not read yet is told to the successor, and where the hand-over list is. */
@Component
class HandOverNotices {

    private final JdbcClient jdbc;
    private final Inbox inbox;

    HandOverNotices(JdbcClient jdbc, Inbox inbox) {
        this.jdbc = jdbc;
        this.inbox = inbox;
    }

    /** In the same transaction: the successor never sees the post without what was said to it. */
    @EventListener
    void on(HandedOver event) {
        HandOver handOver = event.handOver();
        jdbc.sql(
                        """
                        insert into inbox_entry (government, recipient, kind, subject_type, subject_id, arguments, cause,
                            told_at, list_path)
                        select government, :successor, kind, subject_type, subject_id, arguments, cause, told_at, list_path
                          from inbox_entry where recipient = :leaver and government = :government and read_at is null
                        on conflict do nothing""")
                .param("successor", handOver.successor())
                .param("leaver", handOver.leaver())
                .param("government", handOver.government())
                .update();
        inbox.tellRecipients(
                Notice.of(event, "handed-over", handOver.leaverName()), List.of(String.valueOf(handOver.successor())));
    }
}
