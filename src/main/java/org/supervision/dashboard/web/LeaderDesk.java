package org.supervision.dashboard.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.supervision.identity.CurrentUser;
import org.supervision.keytask.KeyTaskLamps;
import org.supervision.keytask.KeyTaskLamps.QuarterLamp;
import org.supervision.reporting.CycleState;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.RoundState;
import org.supervision.reporting.RoundViews;
import org.supervision.reporting.RoundViews.RoundView;
import org.supervision.reporting.Verdict;
import org.supervision.shared.Lamp;
import org.supervision.workflow.FormSchema;
import org.supervision.workflow.WorkItems;
import org.supervision.workflow.WorkItems.WorkItemDetail;
import org.supervision.workflow.WorkItems.WorkItemView;

/** What a city leader's desk shows: what waits for a decision, and the key tasks in charge, red first. */
@Component
class LeaderDesk {

    /** Shown before the rest is asked for; two minutes are enough for them. */
    private static final int FIRST = 6;

    private static final int MOST = 500;
    private static final int MOST_DECISIONS = 5;
    private static final int LATEST_ROUNDS = 4;

    private static final Set<String> DECISIONS = Set.of("change-decision", "interview-decision");

    /** Answers that ask for a sentence, which stands in the form of the work item. */
    private static final Set<String> IN_WORDS = Set.of("REFUSE", "HOLD");

    private static final int NOT_RED = 4;

    private final WorkItems workItems;
    private final CycleViews cycles;
    private final RoundViews rounds;
    private final KeyTaskLamps lamps;
    private final Words words;

    LeaderDesk(WorkItems workItems, CycleViews cycles, RoundViews rounds, KeyTaskLamps lamps, Words words) {
        this.workItems = workItems;
        this.cycles = cycles;
        this.rounds = rounds;
        this.lamps = lamps;
        this.words = words;
    }

    /** A work item that is answered with one of two buttons. */
    record Decision(WorkItemDetail detail, List<Answer> answers) {}

    /** @param inWords whether it is given in the form, together with a reason */
    record Answer(String value, String label, boolean inWords) {}

    /** Decisions among what waits, the most urgent first; more than these nobody reads at once. */
    List<Decision> decisions(Collection<List<WorkItemView>> waiting) {
        return waiting.stream()
                .flatMap(List::stream)
                .filter(line -> DECISIONS.contains(line.item().kind()))
                .limit(MOST_DECISIONS)
                .map(line -> workItems.get(line.item().id()))
                .map(detail -> new Decision(detail, answers(detail)))
                .toList();
    }

    private List<Answer> answers(WorkItemDetail detail) {
        FormSchema form = detail.form().in(words.language());
        return form.field("decision").map(FormSchema.Field::options).orElse(List.of()).stream()
                .map(option -> new Answer(option.value(), option.label(), IN_WORDS.contains(option.value())))
                .toList();
    }

    /** The same without what is shown as a decision. */
    static Map<String, List<WorkItemView>> without(List<Decision> decisions, Map<String, List<WorkItemView>> waiting) {
        Set<String> shown = decisions.stream()
                .map(decision -> decision.detail().item().id())
                .collect(Collectors.toSet());
        Map<String, List<WorkItemView>> rest = new LinkedHashMap<>();
        waiting.forEach((kind, lines) -> {
            List<WorkItemView> left = lines.stream()
                    .filter(line -> !shown.contains(line.item().id()))
                    .toList();
            if (!left.isEmpty()) {
                rest.put(kind, left);
            }
        });
        return rest;
    }

    /**
     * A key task by the cycle that says most about it: a late one, else the latest.
     *
     * @param level its lamp, or that of the quarter before while nothing is due yet; {@code null} if there is neither
     * @param earlier the cycle of the quarter before that {@code level} is of; {@code null} if it is the cycle's own
     * @param lamps of the last four quarters
     */
    record TaskInCharge(CycleView cycle, @Nullable Lamp level, @Nullable CycleView earlier, List<QuarterLamp> lamps) {

        /** Whether unit or office say that it is behind, whatever its values do. */
        public boolean isSaidBehind() {
            CycleView telling = earlier == null ? cycle : earlier;
            Verdict verdict = telling.officeVerdict() == null ? telling.unitVerdict() : telling.officeVerdict();
            return verdict == Verdict.BEHIND || verdict == Verdict.NOT_STARTED;
        }

        /** Behind, unknown, late, at risk, and then the rest. */
        int rank() {
            if (level == Lamp.BEHIND || isSaidBehind()) {
                return 0;
            }
            return level == Lamp.UNKNOWN ? 1 : cycle.overdue() ? 2 : level == Lamp.AT_RISK ? 3 : NOT_RED;
        }

        /** Whether there is reason to look at it now. */
        public boolean isRed() {
            return rank() < NOT_RED;
        }

        private TaskInCharge with(List<QuarterLamp> four) {
            return new TaskInCharge(cycle, level, earlier, four);
        }
    }

    /**
     * The key tasks in charge.
     *
     * @param own false where none are, so that those are shown that nobody is named for
     * @param counts of each level that occurs, by its name; {@code NOT_DUE} where nothing is known yet
     * @param red how many of them deserve a look
     */
    record Charge(List<TaskInCharge> tasks, boolean own, int total, int red, Map<String, Long> counts) {

        public boolean isWhole() {
            return tasks.size() == total;
        }
    }

    /** @param whole all of them, and not only the first that deserve a look */
    Charge charge(CurrentUser leader, boolean whole) {
        List<RoundView> begun = rounds.of(leader.requiredGovernment(), 0, 12).items().stream()
                .filter(round -> round.state() != RoundState.PLANNED)
                .limit(LATEST_ROUNDS)
                .toList();
        List<String> ids = begun.stream().map(RoundView::id).toList();
        List<CycleView> found = cycles.inCharge(leader.username(), ids, leader);
        boolean own = !found.isEmpty();
        List<TaskInCharge> all = tasks(own ? found : cycles.inCharge(null, ids, leader));
        List<TaskInCharge> red = all.stream().filter(TaskInCharge::isRed).toList();
        List<TaskInCharge> shown = whole
                ? all.stream().limit(MOST).toList()
                : red.stream().limit(FIRST).toList();
        Map<String, List<QuarterLamp>> four = lamps.lastFour(
                shown.stream().map(task -> task.cycle().keyTaskId()).toList());
        return new Charge(
                shown.stream()
                        .map(task -> task.with(four.getOrDefault(task.cycle().keyTaskId(), List.of())))
                        .toList(),
                own,
                all.size(),
                red.size(),
                counts(all));
    }

    /** Of this year, and late ones of the year before. */
    private static List<TaskInCharge> tasks(List<CycleView> newestFirst) {
        Map<String, List<CycleView>> byKeyTask = newestFirst.stream()
                .collect(Collectors.groupingBy(CycleView::keyTaskId, LinkedHashMap::new, Collectors.toList()));
        int year = newestFirst.stream()
                .mapToInt(cycle -> cycle.quarter().year())
                .max()
                .orElse(0);
        return byKeyTask.values().stream()
                .map(LeaderDesk::task)
                .filter(task ->
                        task.cycle().quarter().year() == year || task.cycle().overdue())
                .sorted(Comparator.comparingInt(TaskInCharge::rank)
                        .thenComparing(
                                task -> task.cycle().overdue() ? task.cycle().reportDueAt() : Instant.MAX)
                        .thenComparingInt(task -> task.cycle().number()))
                .toList();
    }

    private static TaskInCharge task(List<CycleView> newestFirst) {
        CycleView cycle = newestFirst.stream()
                .filter(CycleView::overdue)
                .reduce((newer, older) -> older)
                .orElse(newestFirst.get(0));
        boolean early = !cycle.overdue()
                && cycle.reportVersions() == 0
                && EnumSet.of(CycleState.OPEN, CycleState.PARTNER_INPUT, CycleState.DRAFTING)
                        .contains(cycle.state());
        if (!early) {
            return new TaskInCharge(cycle, cycle.lamp(), null, List.of());
        }
        CycleView before = newestFirst.size() > 1 ? newestFirst.get(1) : null;
        return new TaskInCharge(cycle, before == null ? null : before.lamp(), before, List.of());
    }

    private static Map<String, Long> counts(List<TaskInCharge> tasks) {
        Map<String, Long> counted = tasks.stream()
                .map(task -> task.level() == null ? "NOT_DUE" : task.level().name())
                .collect(Collectors.groupingBy(level -> level, Collectors.counting()));
        Map<String, Long> counts = new LinkedHashMap<>();
        Stream.concat(Arrays.stream(Lamp.values()).map(Lamp::name), Stream.of("NOT_DUE"))
                .filter(counted::containsKey)
                .forEach(level -> counts.put(level, Objects.requireNonNull(counted.get(level))));
        return counts;
    }
}
