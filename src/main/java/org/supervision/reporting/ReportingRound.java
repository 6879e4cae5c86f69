package org.supervision.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;

/** One year-quarter's reporting campaign of one government (填报轮次). Changed only by {@link ReportingRounds}. */
@Table("reporting_round")
class ReportingRound {

    @Id
    final String id;

    final String government;
    final int year;
    final int quarter;
    final RoundOrigin origin;
    final LocalDate opensOn;
    LocalDate reportDueOn;
    LocalDate closesOn;
    final boolean dueByRule;
    final boolean closesByRule;

    @Embedded.Empty
    final RoundTerms terms;

    RoundState state;

    @Nullable
    Instant openedAt;

    @Nullable
    Instant closedAt;

    @Nullable
    Instant signatureRequestedAt;

    @Nullable
    Instant publishedAt;

    @Nullable
    Instant correctionRequestedAt;

    @Version
    @Nullable
    Integer version;

    ReportingRound(
            String id,
            String government,
            int year,
            int quarter,
            RoundOrigin origin,
            LocalDate opensOn,
            LocalDate reportDueOn,
            LocalDate closesOn,
            boolean dueByRule,
            boolean closesByRule,
            RoundTerms terms) {
        this.id = id;
        this.government = government;
        this.year = year;
        this.quarter = quarter;
        this.origin = origin;
        this.opensOn = opensOn;
        this.reportDueOn = reportDueOn;
        this.closesOn = closesOn;
        this.dueByRule = dueByRule;
        this.closesByRule = closesByRule;
        this.terms = terms;
        this.state = origin == RoundOrigin.IMPORT ? RoundState.CLOSED : RoundState.PLANNED;
    }

    /** {@code wuhu-2024-q1} */
    static String idOf(String government, Quarter quarter) {
        return government + "-" + quarter;
    }

    Quarter toQuarter() {
        return new Quarter(year, quarter);
    }

    /** @return whether a date is another one */
    boolean reckonAnew(LocalDate dueOn, LocalDate closing) {
        boolean moved = !dueOn.equals(reportDueOn) || !closing.equals(closesOn);
        reportDueOn = dueOn;
        closesOn = closing;
        return moved;
    }

    void open(Instant now) {
        require(RoundState.PLANNED);
        state = RoundState.OPEN;
        openedAt = now;
    }

    void close(Instant now) {
        require(RoundState.OPEN);
        state = RoundState.CLOSED;
        closedAt = now;
        signatureRequestedAt = now;
    }

    /** @return false if it was requested before */
    boolean requestSignature(Instant now) {
        require(RoundState.CLOSED);
        if (signatureRequestedAt != null) {
            return false;
        }
        signatureRequestedAt = now;
        return true;
    }

    /** @return false if one waits already */
    boolean requestCorrection(Instant now) {
        require(RoundState.PUBLISHED);
        if (correctionRequestedAt != null) {
            return false;
        }
        correctionRequestedAt = now;
        return true;
    }

    /** The first time, or corrected. */
    void publish(Instant now) {
        if (correctionRequestedAt != null) {
            correctionRequestedAt = null;
            return;
        }
        require(RoundState.CLOSED);
        state = RoundState.PUBLISHED;
        publishedAt = now;
    }

    private void require(RoundState expected) {
        if (state != expected) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.round.not-" + expected, id, state);
        }
    }
}
