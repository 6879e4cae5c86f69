package org.supervision.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of a digest.
 *
 * @param kind names the sentence: message {@code notification.<kind>}
 * @param arguments texts, whole numbers and instants
 */
record DigestLine(String kind, String subjectType, String subjectId, List<?> arguments) {

    static final String OVERDUE = "line.overdue";
    static final String NOTICE = "line.notice";
    static final String LATE_NOTICE = "line.notice-late";
    static final String WAITING = "line.waiting";
    static final String UNDATED = "line.waiting-undated";
    static final String REST = "line.rest";

    /** What {@link #ofEntry} reads of an inbox entry {@code e}. */
    static final String COLUMNS = "e.*, (select count(*) from inbox_entry_part p where p.entry_id = e.id) as parts";

    /** An entry of the inbox in its own words; one that tells of several says how many and leads to their list. */
    static DigestLine ofEntry(ResultSet row) throws SQLException {
        String kind = "entry." + row.getString("kind");
        List<Object> arguments = Arguments.read(row.getString("arguments"));
        int parts = row.getInt("parts");
        if (parts < 2) {
            return new DigestLine(kind, row.getString("subject_type"), row.getString("subject_id"), arguments);
        }
        arguments.add(0, parts);
        return new DigestLine(kind + ".many", NoticeWords.PAGE, row.getString("list_path"), arguments);
    }

    boolean isNotice() {
        return kind.equals(NOTICE) || kind.equals(LATE_NOTICE);
    }

    boolean isWaiting() {
        return kind.equals(WAITING) || kind.equals(UNDATED);
    }

    /** Path of the page about it. */
    @Nullable
    String link() {
        return NoticeWords.link(subjectType, subjectId).orElse(null);
    }
}
