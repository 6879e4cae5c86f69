package org.supervision.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.shared.DomainException.Kind;

/** What the candidates of a waiting work item have entered so far: one draft for all of them, and nobody else's. */
@Service
public class Drafts {

    /** Characters of all fields together. */
    private static final int LONGEST = 500_000;

    private final DraftStore store;
    private final WorkItems workItems;
    private final Efforts efforts;
    private final CurrentUsers currentUsers;
    private final Clock clock;

    Drafts(DraftStore store, WorkItems workItems, Efforts efforts, CurrentUsers currentUsers, Clock clock) {
        this.store = store;
        this.workItems = workItems;
        this.efforts = efforts;
        this.currentUsers = currentUsers;
        this.clock = clock;
    }

    /**
     * A draft as it was saved last.
     *
     * @param version counts from 1; 0 while nobody has saved
     * @param savedBy the person's name, {@code null} while nobody has saved
     * @param warningAnswers answers to the checks' doubts, by code
     */
    public record Draft(
            int version,
            @Nullable String savedBy,
            @Nullable Instant savedAt,
            Map<String, Object> values,
            Map<String, String> warningAnswers) {

        static final Draft NONE = new Draft(0, null, null, Map.of(), Map.of());
    }

    public Draft get(String workItem) {
        workItems.waiting(workItem);
        return store.find(workItem).orElse(Draft.NONE);
    }

    /**
     * Keeps what has been entered so far; unknown fields are refused.
     *
     * @param warningAnswers answers to warnings by their code
     * @param basedOn the version that was changed, {@code null} to replace whatever there is
     * @throws DomainException of kind CONFLICT if somebody has saved since that version
     */
    @Transactional
    public Draft save(
            String workItem, Map<String, ?> values, Map<String, String> warningAnswers, @Nullable Integer basedOn) {
        FormSchema form = workItems.waiting(workItem).form();
        Map<String, Object> known = new HashMap<>(values);
        known.keySet().retainAll(form.keys());
        if (known.size() < values.size()) {
            FormPolicy.check(form, values);
        }
        if (known.toString().length() + warningAnswers.toString().length() > LONGEST) {
            throw new DomainException(Kind.INVALID, "workflow.work-item.draft-too-long", LONGEST);
        }
        CurrentUser person = currentUsers.required();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int version = store.save(workItem, known, warningAnswers, person, now, basedOn)
                .orElseThrow(() -> changed(workItem));
        efforts.see(workItem, now);
        return new Draft(version, person.name(), now, known, warningAnswers);
    }

    private DomainException changed(String workItem) {
        return new DomainException(
                Kind.CONFLICT,
                "workflow.work-item.draft-changed",
                store.find(workItem).map(Draft::savedBy).orElse(""));
    }

    /** Notes that the person has the work item open, and names the others who have, in alphabetical order. */
    @Transactional
    public List<String> companions(String workItem) {
        workItems.waiting(workItem);
        CurrentUser person = currentUsers.required();
        store.see(workItem, person);
        return store.others(workItem, person.username());
    }
}
