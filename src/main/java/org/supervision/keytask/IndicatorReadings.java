package org.supervision.keytask;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.keytask.IndicatorProposalStore.Found;
import org.supervision.keytask.IndicatorProposalStore.Moved;

/**
 * Reads the texts of a key task for indicators whenever they are written. What was decided about words stays decided as
 * long as they stand in the text.
 */
@Component
class IndicatorReadings {

    private final IndicatorProposalStore store;
    private final Clock clock;

    IndicatorReadings(IndicatorProposalStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void created(List<KeyTask> keyTasks) {
        store.insert(
                keyTasks.stream().flatMap(keyTask -> found(keyTask).stream()).toList());
    }

    /** @param before the state that was overwritten */
    void changed(KeyTask keyTask, KeyTask before) {
        List<Found> found = new ArrayList<>(found(keyTask));
        if (found.equals(found(before))) {
            return;
        }
        List<Long> outdated = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (IndicatorProposal known : store.of(List.of(keyTask.id()))) {
            Found same = found.stream()
                    .filter(each -> isSame(each, known))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                outdated.add(known.id());
            } else {
                found.remove(same);
                moved.add(
                        new Moved(known.id(), same.found().start(), same.found().end()));
            }
        }
        store.outdate(outdated, clock.instant());
        store.move(moved);
        store.insert(found);
    }

    private static boolean isSame(Found found, IndicatorProposal known) {
        return Objects.equals(found.quarter(), known.quarter())
                && found.words().equals(known.words())
                && Objects.equals(
                        found.found().indicator().group().members(),
                        known.indicator().group().members())
                && sameValue(found.found().indicator(), known);
    }

    /** Several indicators may be read from the same words; a corrected one is told apart by them alone. */
    private static boolean sameValue(Indicator found, IndicatorProposal known) {
        return known.state() == IndicatorProposal.State.CONFIRMED
                || found.name().equals(known.indicator().name())
                        && Objects.equals(found.amount(), known.indicator().amount());
    }

    private static List<Found> found(KeyTask keyTask) {
        List<Found> found =
                new ArrayList<>(found(keyTask, null, keyTask.goal(), IndicatorExtractor.ofYear(keyTask.goal())));
        for (Milestone milestone : keyTask.milestones()) {
            found.addAll(found(
                    keyTask,
                    milestone.quarter(),
                    milestone.text(),
                    IndicatorExtractor.ofQuarter(milestone.text(), milestone.quarter())));
        }
        return found;
    }

    private static List<Found> found(
            KeyTask keyTask, @Nullable Integer quarter, String text, List<FoundIndicator> indicators) {
        return indicators.stream()
                .map(each -> new Found(keyTask.id(), quarter, text.substring(each.start(), each.end()), each))
                .toList();
    }
}
