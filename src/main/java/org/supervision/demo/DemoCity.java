package org.supervision.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.CurrentUsers.NamedPrincipal;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskSource;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.CycleOutcome;
import org.supervision.reporting.PastResult;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.Verdict;
import org.supervision.shared.Quarter;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/**
 * Loads the fictional demo city on the first start: its second quarter as it was published, and its third played up to the
 * day after the reports were due.
 * Its people act through their work items like everybody else.
 */
@Component
@Profile("demo")
@ConditionalOnProperty("supervision.demo.city")
@Order(0)
class DemoCity implements ApplicationRunner {

    static final String CODE = "demo";

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

    /** The story as it stands in {@code demo/city.json}; units are named, not coded. */
    record City(
            String name,
            List<String> units,
            int year,
            List<PlannedKeyTask> keyTasks,
            List<Measure> measures,
            List<Split> splits,
            Past past,
            Round round,
            List<Scene> story) {

        record PlannedKeyTask(
                int number,
                String goal,
                String lead,
                List<String> supporting,
                String section,
                String phone,
                boolean inCharge,
                List<String> milestones) {}

        /**
         * What the office agreed to measure of a key task, as its goal names it.
         *
         * @param expected by the end of a quarter
         */
        record Measure(int number, String name, Map<Integer, BigDecimal> expected) {}

        /** Who carries how much of what is measured of a key task. */
        record Split(int number, String indicator, List<Share> shares) {}

        /** @param name {@code null} for the unit's */
        record Share(String unit, @Nullable String name, BigDecimal share) {}

        /** A quarter before the demo begins, of which only the result table is left. */
        record Past(int quarter, OffsetDateTime publishedAt, List<Result> results) {}

        record Result(int number, List<String> progress, @Nullable Verdict verdict, CycleOutcome outcome) {}

        record Round(int quarter, java.time.LocalDate opensOn) {}

        /** @param acts what happens right after the clock was set to that time */
        record Scene(OffsetDateTime at, List<Act> acts) {}

        /**
         * What somebody does.
         *
         * @param unit {@code null} where the office acts
         * @param measured values by the names of the indicators; {@code null} for none
         */
        record Act(
                int number,
                String kind,
                @Nullable String unit,
                Map<String, Object> values,
                @Nullable Map<String, BigDecimal> measured) {}
    }

    private final ObjectMapper json;
    private final Governments governments;
    private final OrgUnits units;
    private final KeyTasks keyTasks;
    private final DemoFigures figures;
    private final RoundPlanning planning;
    private final WorkItems workItems;
    private final Accounts accounts;
    private final TimeTravel timeTravel;
    private final TransactionTemplate transaction;

    DemoCity(
            ObjectMapper json,
            Governments governments,
            OrgUnits units,
            KeyTasks keyTasks,
            DemoFigures figures,
            RoundPlanning planning,
            WorkItems workItems,
            Accounts accounts,
            TimeTravel timeTravel,
            TransactionTemplate transaction) {
        this.json = json;
        this.governments = governments;
        this.units = units;
        this.keyTasks = keyTasks;
        this.figures = figures;
        this.planning = planning;
        this.workItems = workItems;
        this.accounts = accounts;
        this.timeTravel = timeTravel;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        if (governments.find(CODE).isPresent()) {
            return;
        }
        City city;
        try (InputStream source = new ClassPathResource("demo/city.json").getInputStream()) {
            city = json.readValue(source, City.class);
        }
        Map<String, String> codes = new HashMap<>();
        timeTravel.to(city.past().publishedAt().toInstant());
        transaction.executeWithoutResult(status -> load(city, codes));
        publishPast(city);
        actAs("officer", () -> {
            city.measures().forEach(measure -> figures.agree(KeyTask.id(CODE, city.year(), measure.number()), measure));
            city.splits().forEach(split -> figures.split(KeyTask.id(CODE, city.year(), split.number()), split, codes));
        });
        timeTravel.to(
                city.round().opensOn().atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
        String roundId = plan(city);
        for (City.Scene scene : city.story()) {
            timeTravel.to(scene.at().toInstant());
            scene.acts()
                    .forEach(act -> play(
                            roundId + "-" + act.number(), act, KeyTask.id(CODE, city.year(), act.number()), codes));
        }
        timeTravel.to(city.story().get(city.story().size() - 1).at().toInstant());
        log.info("The demo city {} is loaded", city.name());
    }

    private void load(City city, Map<String, String> codes) {
        governments.create(CODE, city.name());
        city.units().forEach(name -> codes.put(name, units.create(CODE, name).code()));
        city.keyTasks().forEach(task -> {
            KeyTask saved = keyTask(city.year(), task, codes);
            keyTasks.save(saved);
            keyTasks.setLeaderInCharge(saved.id(), task.inCharge() ? "mayor" : null);
        });
    }

    /** As the office would: the table is taken over, put before the chief and signed. */
    private void publishPast(City city) {
        Quarter quarter = new Quarter(city.year(), city.past().quarter());
        String roundId = CODE + "-" + quarter;
        Map<Integer, List<String>> supporting = city.keyTasks().stream()
                .collect(Collectors.toMap(City.PlannedKeyTask::number, City.PlannedKeyTask::supporting));
        planning.recordPast(
                CODE,
                quarter,
                city.past().results().stream()
                        .map(result -> new PastResult(
                                KeyTask.id(CODE, city.year(), result.number()),
                                supporting.get(result.number()),
                                result.progress(),
                                result.verdict(),
                                result.outcome()))
                        .toList());
        planning.requestSignature(roundId);
        complete("officer", roundId, "secrecy-check", Map.of("confirmed", true));
        complete("chief", roundId, "round-publication", Map.of("decision", "SIGN", "confirmed", true));
    }

    private String plan(City city) {
        return planning.plan(
                CODE,
                new PlannedRound(
                        new Quarter(city.year(), city.round().quarter()),
                        city.round().opensOn(),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    private static KeyTask keyTask(int year, City.PlannedKeyTask task, Map<String, String> codes) {
        List<Milestone> milestones = new ArrayList<>();
        for (int i = 0; i < task.milestones().size(); i++) {
            milestones.add(new Milestone(i + 1, task.milestones().get(i), List.of()));
        }
        return new KeyTask(
                KeyTask.id(CODE, year, task.number()),
                CODE,
                year,
                task.number(),
                task.goal(),
                codes.get(task.lead()),
                task.supporting().stream()
                        .map(name -> new SupportingUnit(name, List.of(codes.get(name))))
                        .toList(),
                task.section(),
                task.phone(),
                KeyTaskSource.WORK_REPORT,
                milestones);
    }

    private void play(String cycleId, City.Act act, String keyTask, Map<String, String> codes) {
        String username =
                switch (act.kind()) {
                    case "progress-report", "partner-part" -> codes.get(act.unit()) + "-liaison";
                    case "unit-review" -> codes.get(act.unit()) + "-leader";
                    default -> "officer";
                };
        Map<String, Object> values = new HashMap<>(act.values());
        if (act.measured() != null) {
            values.put(
                    act.kind().equals("partner-part") ? "subItemValues" : "indicatorValues",
                    figures.rows(keyTask, act.kind(), String.valueOf(codes.get(act.unit())), act.measured()));
        }
        complete(username, cycleId, act.kind(), values);
    }

    private void complete(String username, String businessKey, String kind, Map<String, ?> values) {
        actAs(username, () -> {
            WorkItem item = workItems.mineAt(businessKey).stream()
                    .filter(waiting -> waiting.kind().equals(kind))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(username + " has no " + kind + " at " + businessKey));
            workItems.complete(item.id(), values, Map.of());
        });
    }

    private record Actor(String username, String displayName) implements NamedPrincipal {
        @Override
        public String toString() {
            return username;
        }
    }

    private void actAs(String username, Runnable act) {
        Account account = accounts.find(username).orElseThrow();
        Set<String> posts = account.groupPaths();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new Actor(username, account.name()),
                        null,
                        AuthorityUtils.createAuthorityList(posts.stream().collect(Collectors.toList()))));
        try {
            act.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
