package org.supervision.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import org.supervision.shared.DomainException;

/** One key task in one round (季度办理): its state and deadlines. Changed only by {@link ReportingCycles}. */
@Table("reporting_cycle")
class ReportingCycle {

    @Id
    final String id;

    final String roundId;
    final String keyTaskId;
    final String government;
    final int number;

    String leadUnit;
    Instant partsDueAt;
    Instant reportDueAt;
    CycleState state = CycleState.OPEN;
    boolean returned;
    int reportVersion;
    int undoneVersions;
    int overdueEpisodes;

    @Nullable
    CycleOutcome outcome;

    @Nullable
    Verdict officeVerdict;

    /** As an imported result table names them; null where the round was run here. */
    @Nullable
    List<String> statedPartners;

    /** The day from which {@link #reportDueDays} working days count; {@code null} while the report is due with its round. */
    @Nullable
    LocalDate reportDueFrom;

    @Nullable
    Integer reportDueDays;

    @Nullable
    LocalDate unitReviewFrom;

    @Nullable
    Instant unitReviewDueAt;

    @Nullable
    LocalDate officeReviewFrom;

    @Nullable
    Instant officeReviewDueAt;

    @Nullable
    LocalDate suspendedOn;

    /** The state to which a resumption returns. */
    @Nullable
    CycleState suspendedState;

    @Nullable
    Instant closedAt;

    @Version
    @Nullable
    Integer version;

    ReportingCycle(
            String id,
            String roundId,
            String keyTaskId,
            String government,
            int number,
            String leadUnit,
            Instant partsDueAt,
            Instant reportDueAt) {
        this.id = id;
        this.roundId = roundId;
        this.keyTaskId = keyTaskId;
        this.government = government;
        this.number = number;
        this.leadUnit = leadUnit;
        this.partsDueAt = partsDueAt;
        this.reportDueAt = reportDueAt;
    }

    /** The round's id and the key task's number: {@code wuhu-2024-q1-17}. */
    static String idOf(String roundId, int number) {
        return roundId + "-" + number;
    }

    /** A reopened one has begun before. */
    void begin(boolean partnersAsked) {
        if (state == CycleState.DRAFTING && returned) {
            return;
        }
        require(CycleState.OPEN);
        state = partnersAsked ? CycleState.PARTNER_INPUT : CycleState.DRAFTING;
    }

    /**
     * All parts are in or their time is over.
     *
     * @return false if the lead is drafting already
     */
    boolean beginDrafting() {
        if (state == CycleState.DRAFTING) {
            return false;
        }
        require(CycleState.PARTNER_INPUT);
        state = CycleState.DRAFTING;
        return true;
    }

    /** Whether partners' parts may come in: until the lead submits, and again if that is undone. */
    boolean takesParts() {
        return state == CycleState.PARTNER_INPUT || state == CycleState.DRAFTING && !returned;
    }

    /** A partner's part comes in. */
    void takePart() {
        if (!takesParts()) {
            require(CycleState.PARTNER_INPUT);
        }
    }

    /** @return the number of the new report version */
    int submitReport(LocalDate today, Instant reviewDueAt) {
        require(CycleState.DRAFTING);
        state = CycleState.UNIT_REVIEW;
        returned = false;
        unitReviewFrom = today;
        unitReviewDueAt = reviewDueAt;
        return ++reportVersion;
    }

    void approveByUnit(LocalDate today, Instant reviewDueAt) {
        require(CycleState.UNIT_REVIEW);
        state = CycleState.OFFICE_REVIEW;
        officeReviewFrom = today;
        officeReviewDueAt = reviewDueAt;
    }

    /** A return gives the unit its days for the re-submission but never takes days that it still had. */
    void returnForRevision(CycleState step, LocalDate today, int days, Instant resubmissionDueAt) {
        require(step);
        state = CycleState.DRAFTING;
        returned = true;
        if (resubmissionDueAt.isAfter(reportDueAt)) {
            dueBy(today, days, resubmissionDueAt);
        }
    }

    ReportTerms terms() {
        return new ReportTerms(returned, reportDueAt, reportDueFrom, reportDueDays);
    }

    /** Back to where it stood, under the terms that held then; a version that was submitted keeps its number. */
    void undo(ActKind kind, ReportTerms before) {
        require(kind.after());
        state = kind.before();
        returned = before.returned();
        reportDueAt = before.reportDueAt();
        reportDueFrom = before.reportDueFrom();
        reportDueDays = before.reportDueDays();
        if (kind == ActKind.SUBMIT) {
            undoneVersions++;
        }
    }

    /** The report is due that many working days after the day; its own date no longer follows the round's. */
    void dueBy(LocalDate from, int days, Instant dueAt) {
        reportDueFrom = from;
        reportDueDays = days;
        reportDueAt = dueAt;
    }

    void suspend(LocalDate today) {
        if (isClosed() || state == CycleState.SUSPENDED) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.cycle.not-running", number);
        }
        suspendedState = state;
        suspendedOn = today;
        state = CycleState.SUSPENDED;
    }

    void resume() {
        require(CycleState.SUSPENDED);
        state = suspendedState;
        suspendedState = null;
        suspendedOn = null;
    }

    void approveByOffice(Verdict verdict, Instant now) {
        require(CycleState.OFFICE_REVIEW);
        officeVerdict = verdict;
        close(CycleOutcome.APPROVED, now);
    }

    /** The round closes before a report was approved. */
    void closeUnapproved(Instant now) {
        if (state == CycleState.SUSPENDED) {
            close(CycleOutcome.SUSPENDED, now);
        } else {
            close(reportVersion == undoneVersions ? CycleOutcome.NOT_REPORTED : CycleOutcome.NOT_APPROVED, now);
        }
    }

    /** The step that is late now; {@code null} if none is. */
    @Nullable
    CycleStep lateStep(Instant now) {
        CycleStep step = currentStep();
        Instant dueAt = step == null ? null : dueAt(step);
        return dueAt == null || dueAt.isAfter(now) ? null : step;
    }

    /** The step whose deadline counts now; {@code null} once closed and while suspended. */
    @Nullable
    CycleStep currentStep() {
        return state.step();
    }

    @Nullable
    Instant dueAt(CycleStep step) {
        return switch (step) {
            case PART -> partsDueAt;
            case REPORT -> reportDueAt;
            case UNIT_REVIEW -> unitReviewDueAt;
            case OFFICE_REVIEW -> officeReviewDueAt;
        };
    }

    int markOverdue() {
        return ++overdueEpisodes;
    }

    /** Takes over the units that a published result table names; false if they are known already. */
    boolean recordPastUnits(String lead, List<String> partners) {
        if (leadUnit.equals(lead) && partners.equals(statedPartners)) {
            return false;
        }
        leadUnit = lead;
        statedPartners = List.copyOf(partners);
        return true;
    }

    /** Takes over an approved report of a published result table; the verdict is unknown unless the table states it. */
    void recordPast(@Nullable Verdict verdict, Instant publishedAt) {
        reportVersion++;
        officeVerdict = verdict;
        close(CycleOutcome.APPROVED, publishedAt);
    }

    /** Takes over that a published result table shows no approved report. */
    void recordPastUnapproved(CycleOutcome how, Instant publishedAt) {
        officeVerdict = null;
        close(how, publishedAt);
    }

    /** The round was published, and the chief lets the lead report again; what partners gave stays. */
    void reopen(LocalDate today, int days, Instant dueAt) {
        if (!isClosed()) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.cycle.not-CLOSED", number);
        }
        state = CycleState.DRAFTING;
        outcome = null;
        officeVerdict = null;
        closedAt = null;
        returned = true;
        dueBy(today, days, dueAt);
    }

    boolean isClosed() {
        return state == CycleState.CLOSED;
    }

    private void close(CycleOutcome how, Instant now) {
        state = CycleState.CLOSED;
        outcome = how;
        closedAt = now;
    }

    private void require(CycleState expected) {
        if (isClosed() && outcome != CycleOutcome.APPROVED) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.cycle.round-closed", number);
        }
        if (state != expected) {
            throw new DomainException(DomainException.Kind.CONFLICT, "reporting.cycle.not-" + expected, number);
        }
    }
}
