package org.supervision.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A circular (通报).
 *
 * @param year calendar year of issue; with the number unique in its government; both {@code null} before
 * @param subject {@code null} until it was put before the chief
 * @param comment what the chief said when returning it
 * @param signedBy name of the chief
 */
public record CircularView(
        String id,
        String government,
        CircularState state,
        @Nullable Integer year,
        @Nullable Integer number,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String comment,
        String draftedBy,
        Instant draftedAt,
        @Nullable String signedBy,
        @Nullable Instant issuedAt,
        List<Entry> entries) {

    public boolean isIssued() {
        return state == CircularState.ISSUED;
    }

    CircularView with(List<Entry> matters) {
        return new CircularView(
                id,
                government,
                state,
                year,
                number,
                subject,
                body,
                comment,
                draftedBy,
                draftedAt,
                signedBy,
                issuedAt,
                matters);
    }

    /** The text, empty lines left out. */
    public List<String> paragraphs() {
        return body == null
                ? List.of()
                : body.lines().filter(line -> !line.isBlank()).toList();
    }

    /** Units named, each once. */
    public long unitCount() {
        return entries.stream().map(Entry::unitName).distinct().count();
    }

    /**
     * A matter with a signed order, as it stood when it was entered.
     *
     * @param dueAt the due instant that was missed
     * @param withdrawn whether the order was taken back after an appeal since
     */
    public record Entry(
            String slipId,
            int orderYear,
            int orderNumber,
            int keyTaskNumber,
            String goal,
            String unitName,
            @Nullable Instant dueAt,
            boolean withdrawn) {}
}
