package org.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.calendar.WorkingDays;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.Governments;
import org.supervision.identity.GroupPath;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTaskSource;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.Milestone;
import org.supervision.keytask.SupportingUnit;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** Gives each test a city of its own with three units, and lets its people act through their work items. */
@TestComponent
public class TestCities {

    /** What people of the tests answer to every doubt. */
    public static final String ANSWER = "已核对，情况属实。";

    /** @param code also the prefix of its office's accounts */
    public record TestCity(String code, List<String> units) {

        public String officer() {
            return code + "-officer";
        }

        public String chief() {
            return code + "-chief";
        }

        public String mayor() {
            return code + "-mayor";
        }

        public String liaison(int unit) {
            return units.get(unit) + "-liaison";
        }

        public String leader(int unit) {
            return units.get(unit) + "-leader";
        }
    }

    private final Governments governments;
    private final OrgUnits units;
    private final KeyTasks keyTasks;
    private final Accounts accounts;
    private final WorkItems workItems;
    private final RoundPlanning planning;
    private final TimeTravel time;
    private final TransactionTemplate transaction;

    TestCities(
            Governments governments,
            OrgUnits units,
            KeyTasks keyTasks,
            Accounts accounts,
            WorkItems workItems,
            RoundPlanning planning,
            TimeTravel time,
            TransactionTemplate transaction) {
        this.governments = governments;
        this.units = units;
        this.keyTasks = keyTasks;
        this.accounts = accounts;
        this.workItems = workItems;
        this.planning = planning;
        this.time = time;
        this.transaction = transaction;
    }

    public TestCity create() {
        String code = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        return transaction.execute(status -> {
            governments.create(code, "测试市" + code);
            return new TestCity(
                    code,
                    List.of(
                            units.create(code, "市一局").code(),
                            units.create(code, "市二局").code(),
                            units.create(code, "市三局").code()));
        });
    }

    /** Adds a second liaison to a unit. */
    public String colleague(TestCity city, int unit) {
        String username = city.units().get(unit) + "-colleague";
        transaction.executeWithoutResult(status -> accounts.create(
                new Account(
                        username,
                        "同事李明",
                        Set.of(GroupPath.liaison(city.code(), city.units().get(unit))
                                .toString())),
                "demo"));
        return username;
    }

    /**
     * A key task of 2024 led by the city's first unit, with a milestone in each quarter.
     *
     * @param supporting indices of the units that support it
     */
    public KeyTask keyTask(TestCity city, int number, int... supporting) {
        KeyTask keyTask = new KeyTask(
                KeyTask.id(city.code(), 2024, number),
                city.code(),
                2024,
                number,
                "建成第%d号公园".formatted(number),
                city.units().get(0),
                java.util.Arrays.stream(supporting)
                        .mapToObj(city.units()::get)
                        .map(unit -> new SupportingUnit(units.get(unit).name(), List.of(unit)))
                        .toList(),
                "一科",
                "6120000",
                KeyTaskSource.WORK_REPORT,
                List.of(
                        new Milestone(1, "完成选址", List.of()),
                        new Milestone(2, "开工", List.of()),
                        new Milestone(3, "主体完工", List.of()),
                        new Milestone(4, "建成", List.of())));
        transaction.executeWithoutResult(status -> keyTasks.save(keyTask));
        return keyTask;
    }

    /**
     * Opens the first quarter of 2024 on its first morning, 2024-04-01 09:00; its reports are due on 2024-04-08 18:00.
     *
     * @return the round's id
     */
    public String openFirstQuarter(TestCity city) {
        return openRound(city, 1);
    }

    /**
     * Opens another quarter of 2024 on the morning after it ends.
     *
     * @return the round's id
     */
    public String openRound(TestCity city, int quarter) {
        LocalDate opens = LocalDate.of(2024, 1, 1).plusMonths(3L * quarter);
        Instant morning = opens.atTime(9, 0).atZone(WorkingDays.ZONE).toInstant();
        time.to(morning);
        String round = as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(new Quarter(2024, quarter), opens, null, null, null, null, null)));
        time.to(morning.plusSeconds(60));
        return round;
    }

    /** Completes the work item of that kind which waits for the person at the aggregate. */
    public void complete(String username, String businessKey, String kind, Map<String, ?> values) {
        complete(signIn(username), businessKey, kind, values);
    }

    /** The same for a person who signed in before. */
    public void complete(Authentication person, String businessKey, String kind, Map<String, ?> values) {
        as(person, () -> {
            // An answer without a code answers whatever the checks doubt.
            workItems.complete(waiting(businessKey, kind).id(), values, Map.of("", ANSWER));
            return null;
        });
    }

    public List<String> kindsWaitingFor(String username, String businessKey) {
        return as(
                username,
                () -> workItems.mineAt(businessKey).stream().map(WorkItem::kind).toList());
    }

    public WorkItem waiting(String businessKey, String kind) {
        return workItems.mineAt(businessKey).stream()
                .filter(item -> item.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No " + kind + " waits at " + businessKey));
    }

    /** Acts with the posts of that account. */
    public <T> T as(String username, Supplier<T> act) {
        return as(signIn(username), act);
    }

    public Authentication signIn(String username) {
        Account account =
                accounts.find(username).orElseThrow(() -> new NoSuchElementException("No account " + username));
        return UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.createAuthorityList(List.copyOf(account.groupPaths())));
    }

    private static <T> T as(Authentication person, Supplier<T> act) {
        SecurityContextHolder.getContext().setAuthentication(person);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
