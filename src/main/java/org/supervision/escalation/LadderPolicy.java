package org.supervision.escalation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.supervision.reporting.CycleStep;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.FieldError;
import org.supervision.shared.DomainException.Kind;

/** Which ladders a government may have: every mistake is named with its row, and one is enough to refuse all. */
class LadderPolicy {

    private static final int LONGEST = 60;
    private static final int MOST_POINTS = 100;
    private static final int LONGEST_LIMIT = 30;

    private final List<LadderEntry> entries;
    private final List<FieldError> errors = new ArrayList<>();

    private LadderPolicy(List<LadderEntry> entries) {
        this.entries = entries;
    }

    /** @throws DomainException with the mistakes of all rows, named {@code rows[3].days} */
    static List<LadderRow> checked(List<LadderEntry> entries) {
        LadderPolicy policy = new LadderPolicy(entries);
        IntStream.range(0, entries.size()).forEach(policy::checkRow);
        for (CycleStep step : CycleStep.values()) {
            policy.checkOrder(step, false);
            policy.checkOrder(step, true);
        }
        if (entries.isEmpty() || !policy.errors.isEmpty()) {
            throw new DomainException(Kind.INVALID, "escalation.ladder.refused", List.of(), policy.errors);
        }
        return entries.stream().map(LadderPolicy::row).toList();
    }

    private static LadderRow row(LadderEntry entry) {
        Set<Audience> audience = EnumSet.noneOf(Audience.class);
        entry.audience().forEach(name -> audience.add(Audience.valueOf(name)));
        return new LadderRow(entry.place(), new LadderRule(entry.days(), audience, entry.points(), entry.limitDays()));
    }

    private void checkRow(int row) {
        LadderEntry entry = entries.get(row);
        LadderPlace place = entry.place();
        refuse(!LadderPlace.ALL.contains(place), row, "rung", "escalation.ladder.place");
        refuse(
                entries.subList(0, row).stream().map(LadderEntry::place).anyMatch(place::equals),
                row,
                "rung",
                "escalation.ladder.twice");
        if (place.isNotice()) {
            refuse(!between(entry.days(), -LONGEST, -1), row, "days", "escalation.ladder.notice-days", LONGEST);
        } else {
            refuse(!between(entry.days(), 1, LONGEST), row, "days", "escalation.ladder.rung-days", LONGEST);
        }
        refuse(!between(entry.points(), 0, MOST_POINTS), row, "points", "escalation.ladder.points", MOST_POINTS);
        checkAudience(row, entry.audience());
        if (place.rung() == Rung.SUPERVISION_ORDER) {
            refuse(
                    !between(entry.limitDays(), 1, LONGEST_LIMIT),
                    row,
                    "limitDays",
                    "escalation.ladder.limit",
                    LONGEST_LIMIT);
        } else {
            refuse(entry.limitDays() != null, row, "limitDays", "escalation.ladder.limit-none");
        }
    }

    private void checkAudience(int row, @Nullable List<String> audience) {
        if (audience == null || audience.isEmpty()) {
            refuse(true, row, "audience", "escalation.ladder.audience-empty");
            return;
        }
        List<String> known =
                Arrays.stream(Audience.values()).map(Audience::name).toList();
        audience.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> refuse(true, row, "audience", "escalation.ladder.audience-unknown", name));
    }

    /** From rung to rung the days rise, and none is missing between; important key tasks may begin on a higher one. */
    private void checkOrder(CycleStep step, boolean important) {
        List<Integer> rows = IntStream.range(0, entries.size())
                .filter(row -> entries.get(row).step() == step
                        && entries.get(row).place().isFor(important))
                .boxed()
                .sorted(Comparator.comparing((Integer row) -> entries.get(row).rung()))
                .toList();
        LadderEntry lower = null;
        for (int row : rows) {
            LadderEntry entry = entries.get(row);
            refuse(
                    lower != null
                            && lower.days() != null
                            && entry.days() != null
                            && lower.rung() != entry.rung()
                            && entry.days() <= lower.days(),
                    row,
                    "days",
                    "escalation.ladder.rising",
                    lower == null ? 0 : String.valueOf(lower.days()));
            refuse(isHole(lower, entry, important), row, "rung", "escalation.ladder.hole");
            lower = entry;
        }
    }

    private static boolean isHole(@Nullable LadderEntry lower, LadderEntry entry, boolean important) {
        if (entry.place().isNotice()) {
            return false;
        }
        if (lower == null || lower.place().isNotice()) {
            return entry.rung() != Rung.FIRST_REMINDER && !important;
        }
        return entry.rung().ordinal() > lower.rung().ordinal() + 1;
    }

    private static boolean between(@Nullable Integer value, int least, int most) {
        return value != null && value >= least && value <= most;
    }

    /** One mistake a field is enough. */
    private void refuse(boolean wrong, int row, String field, String code, Object... arguments) {
        String name = "rows[%d].%s".formatted(row, field);
        if (wrong && errors.stream().noneMatch(error -> error.field().equals(name))) {
            errors.add(new FieldError(name, code, List.of(arguments)));
        }
    }
}
