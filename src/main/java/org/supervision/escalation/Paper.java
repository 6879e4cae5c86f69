package org.supervision.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A slip or circular as an official document (公文), in the reader's language: its page and its file say the same.
 *
 * @param number as printed; for a draft what it is instead
 * @param table header and rows that follow the text; empty for none
 * @param issuedAt {@code null} for a draft
 * @param signed who signed, in a sentence
 * @param copies who gets a copy, in a sentence; {@code null} for nobody
 */
public record Paper(
        String number,
        String subject,
        String recipients,
        List<Paragraph> paragraphs,
        List<List<String>> table,
        String issuer,
        @Nullable Instant issuedAt,
        @Nullable String signed,
        @Nullable String copies) {

    /** @param lead printed bold before the text, such as what is required */
    public record Paragraph(@Nullable String lead, String text) {}
}
