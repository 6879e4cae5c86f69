package org.supervision.escalation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;
import org.supervision.escalation.Paper.Paragraph;
import org.supervision.identity.Governments;
import org.supervision.keytask.KeyTasks;
import org.supervision.reporting.CycleStep;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.shared.Quarter;
import org.supervision.workflow.Refusals;

/** Writes slips and circulars as official documents. */
@Component
public class Papers {

    private final RoundViews rounds;
    private final Ladders ladders;
    private final KeyTasks keyTasks;
    private final Governments governments;
    private final WorkingDays workingDays;
    private final Refusals words;
    private final NumberWords numbers;
    private final DateWords dates;

    Papers(
            RoundViews rounds,
            Ladders ladders,
            KeyTasks keyTasks,
            Governments governments,
            WorkingDays workingDays,
            Refusals words,
            NumberWords numbers,
            DateWords dates) {
        this.rounds = rounds;
        this.ladders = ladders;
        this.keyTasks = keyTasks;
        this.governments = governments;
        this.workingDays = workingDays;
        this.words = words;
        this.numbers = numbers;
        this.dates = dates;
    }

    /** @param government code of the one whose reader has found the slip */
    public Paper of(SlipView slip, String government) {
        boolean reminder = slip.kind() == SlipKind.REMINDER;
        List<Paragraph> paragraphs = new ArrayList<>();
        paragraphs.add(new Paragraph(null, matter(slip, government)));
        if (reminder) {
            paragraphs.add(required(text("escalation.slip.required." + slip.wording())));
            paragraphs.add(limit(reminderLimit(slip, government)));
        } else if (slip.requirement() != null) {
            paragraphs.add(required(slip.requirement()));
        }
        Instant limitAt = slip.isDraft() ? slip.limitAt() : slip.signedLimitAt();
        if (!reminder && limitAt != null) {
            paragraphs.add(limit(text("escalation.slip.answer-limit", dates.date(limitAt), dates.hour(limitAt))));
        } else if (slip.isDraft() && slip.kind() == SlipKind.SUPERVISION_ORDER) {
            paragraphs.add(limit(text("escalation.slip.limit-by-rule")));
        }
        Set<Audience> audience = audience(slip, government);
        return new Paper(
                slip.year() == null || slip.number() == null
                        ? text("escalation.slip.draft")
                        : numbers.of(government, slip.kind(), slip.year(), slip.number()),
                text(
                        "escalation.slip.subject." + (reminder ? slip.wording() : slip.kind()),
                        String.valueOf(slip.keyTaskNumber())),
                recipients(slip, government, audience),
                paragraphs,
                List.of(),
                issuer(government),
                slip.issuedAt(),
                slip.signedBy() == null ? null : text("escalation.slip.signed", slip.signedBy()),
                names(audience, Audience.SECRETARY, Audience.PRINCIPAL)
                        .map(names -> text("escalation.slip.copy", names))
                        .orElse(null));
    }

    /** A late review of the office is the office's own matter. */
    private String recipients(SlipView slip, String government, Set<Audience> audience) {
        return slip.step() == CycleStep.OFFICE_REVIEW
                ? text(
                        "escalation.slip.to-office",
                        issuer(government),
                        names(audience, Audience.OFFICER, Audience.OFFICE_CHIEF)
                                .orElseGet(() -> text("escalation.ladder.audience.OFFICER")))
                : text("escalation.slip.to", slip.unitName());
    }

    /** Those of them whom the rule names, in words; empty if it names none. */
    private Optional<String> names(Set<Audience> audience, Audience... asked) {
        return Stream.of(asked)
                .filter(audience::contains)
                .map(each -> text("escalation.ladder.audience." + each))
                .reduce((one, other) -> text("escalation.slip.and", one, other));
    }

    /** Whom the rule that issued the slip names; nobody where no rule did. */
    private Set<Audience> audience(SlipView slip, String government) {
        if (slip.level() == null || slip.step() == null || slip.dueAt() == null) {
            return Set.of();
        }
        boolean important = keyTasks.isImportant(slip.keyTaskId());
        // What has become important, or is no longer, since then may have no such rung any more.
        return rule(slip, government, important)
                .or(() -> rule(slip, government, !important))
                .map(LadderRule::audience)
                .orElse(Set.of());
    }

    private Optional<LadderRule> rule(SlipView slip, String government, boolean important) {
        LocalDate dueOn = LocalDate.ofInstant(slip.dueAt(), WorkingDays.ZONE);
        return ladders.rule(government, dueOn, slip.step(), important, slip.level());
    }

    public Paper of(CircularView circular) {
        List<Paragraph> paragraphs = new ArrayList<>();
        circular.paragraphs().forEach(paragraph -> paragraphs.add(new Paragraph(null, paragraph)));
        paragraphs.add(new Paragraph(null, text("escalation.circular.attached")));
        List<List<String>> table = new ArrayList<>();
        table.add(List.of(
                text("escalation.circular.position"),
                text("escalation.list.unit"),
                text("escalation.list.goal"),
                text("escalation.circular.missed"),
                text("escalation.circular.order")));
        for (CircularView.Entry entry : circular.entries()) {
            String order = numbers.of(
                    circular.government(), SlipKind.SUPERVISION_ORDER, entry.orderYear(), entry.orderNumber());
            table.add(List.of(
                    String.valueOf(table.size()),
                    entry.unitName(),
                    text("escalation.circular.matter", String.valueOf(entry.keyTaskNumber()), entry.goal()),
                    entry.dueAt() == null ? "" : dates.date(entry.dueAt()),
                    entry.withdrawn() ? text("escalation.circular.withdrawn", order) : order));
        }
        return new Paper(
                circular.year() == null || circular.number() == null
                        ? text("escalation.circular.state." + circular.state())
                        : numbers.of(circular.government(), SlipKind.CIRCULAR, circular.year(), circular.number()),
                circular.subject() == null ? text("escalation.circular.subject") : circular.subject(),
                text("escalation.circular.to"),
                paragraphs,
                table,
                issuer(circular.government()),
                circular.issuedAt(),
                circular.signedBy() == null ? null : text("escalation.slip.signed", circular.signedBy()),
                null);
    }

    private String matter(SlipView slip, String government) {
        if (slip.dueAt() == null) {
            return text("escalation.slip.about", String.valueOf(slip.keyTaskNumber()), slip.goal());
        }
        Quarter quarter = round(slip, government).quarter();
        return text(
                "escalation.slip.text." + slip.wording(),
                String.valueOf(slip.keyTaskNumber()),
                slip.goal(),
                text("reporting.quarter", String.valueOf(quarter.year()), quarter.number()),
                dates.date(slip.dueAt()),
                dates.hour(slip.dueAt()));
    }

    private String reminderLimit(SlipView slip, String government) {
        Instant closes = workingDays.dueInstant(round(slip, government).closesOn());
        return text("escalation.slip.limit." + slip.wording(), dates.date(closes), dates.hour(closes));
    }

    private RoundView round(SlipView slip, String government) {
        return rounds.find(government, slip.roundId()).orElseThrow();
    }

    private Paragraph required(String text) {
        return new Paragraph(text("escalation.slip.required"), text);
    }

    private Paragraph limit(String text) {
        return new Paragraph(text("escalation.slip.limit"), text);
    }

    private String issuer(String government) {
        return text("escalation.slip.office", governments.get(government).name());
    }

    private String text(String key, @Nullable Object... arguments) {
        return words.text(key, List.of(arguments));
    }
}
