package org.supervision.identity;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.Accounts.Account;
import org.supervision.shared.DomainException;

/** Which officer is responsible for which unit, and who stands in (domain: responsible officer and deputy). */
@Service
@Transactional
public class UnitDuties {

    private record Row(String unit, String officer, @Nullable String deputy) {}

    private final JdbcClient jdbc;
    private final OrgUnits units;
    private final Accounts accounts;
    private final CurrentUsers currentUsers;
    private final ApplicationEventPublisher events;

    UnitDuties(
            JdbcClient jdbc,
            OrgUnits units,
            Accounts accounts,
            CurrentUsers currentUsers,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.units = units;
        this.accounts = accounts;
        this.currentUsers = currentUsers;
        this.events = events;
    }

    /**
     * The chief's act; both are usernames of people of the chief's office.
     *
     * @param officer {@code null} if nobody is responsible any more
     */
    public Optional<UnitDuty> assign(String unitCode, @Nullable String officer, @Nullable String deputy) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        OrgUnit unit = units.find(unitCode)
                .filter(found -> found.government().equals(chief.government()))
                .orElseThrow(() -> DomainException.notFound(unitCode));
        Set<String> office =
                office(unit.government()).stream().map(Account::username).collect(Collectors.toSet());
        checkOffice("officer", officer, office);
        checkOffice("deputy", deputy, office);
        if (deputy != null && (officer == null || deputy.equals(officer))) {
            throw DomainException.invalidField("deputy", "identity.error.deputy");
        }
        UnitDuty before = of(unitCode).orElse(null);
        String officerBefore = before == null ? null : before.officer();
        String deputyBefore = before == null ? null : before.deputy();
        if (!Objects.equals(officerBefore, officer) || !Objects.equals(deputyBefore, deputy)) {
            store(unit, officer, deputy);
            events.publishEvent(
                    new UnitDutyAssigned(unit.government(), unitCode, officerBefore, officer, deputyBefore, deputy));
        }
        return of(unitCode);
    }

    private void store(OrgUnit unit, @Nullable String officer, @Nullable String deputy) {
        if (officer == null) {
            jdbc.sql("delete from unit_duty where unit = ?").param(unit.code()).update();
            return;
        }
        jdbc.sql(
                        """
                        insert into unit_duty (government, unit, officer, deputy) values (?, ?, ?, ?)
                        on conflict (unit) do update set officer = excluded.officer, deputy = excluded.deputy
                        """)
                .params(unit.government(), unit.code(), officer, deputy)
                .update();
    }

    /** What one was responsible for or stood in for, another is and does from now on. */
    void handOver(String from, String to) {
        Map<String, UnitDuty> before = of(unitsOf(from));
        jdbc.sql(
                        """
                        update unit_duty set officer = case when officer = :from then :to else officer end,
                            deputy = case when officer in (:from, :to) and deputy in (:from, :to) then null
                                          when deputy = :from then :to else deputy end
                         where :from in (officer, deputy)""")
                .param("from", from)
                .param("to", to)
                .update();
        Map<String, UnitDuty> after = of(before.keySet());
        after.forEach((unit, duty) -> {
            UnitDuty old = before.get(unit);
            events.publishEvent(new UnitDutyAssigned(
                    units.get(unit).government(), unit, old.officer(), duty.officer(), old.deputy(), duty.deputy()));
        });
    }

    @Transactional(readOnly = true)
    public Optional<UnitDuty> of(String unitCode) {
        return Optional.ofNullable(of(List.of(unitCode)).get(unitCode));
    }

    /** By unit; units without a responsible officer are absent. */
    @Transactional(readOnly = true)
    public Map<String, UnitDuty> of(Collection<String> unitCodes) {
        List<Row> rows = jdbc.sql("select unit, officer, deputy from unit_duty where unit = any(?)")
                .param(unitCodes.toArray(String[]::new))
                .query(Row.class)
                .list();
        Set<String> usernames = new HashSet<>();
        rows.forEach(row -> {
            usernames.add(row.officer());
            if (row.deputy() != null) {
                usernames.add(row.deputy());
            }
        });
        Map<String, String> names = usernames.isEmpty()
                ? Map.of()
                : accounts.named(usernames).stream().collect(Collectors.toMap(Account::username, Account::name));
        return rows.stream()
                .map(row -> new UnitDuty(
                        row.unit(),
                        row.officer(),
                        names.getOrDefault(row.officer(), row.officer()),
                        row.deputy(),
                        row.deputy() == null ? null : names.getOrDefault(row.deputy(), row.deputy())))
                .collect(Collectors.toMap(UnitDuty::unit, Function.identity()));
    }

    /** Codes of the units a person is responsible for or stands in for. */
    @Transactional(readOnly = true)
    public Set<String> unitsOf(String username) {
        return jdbc.sql(
                        """
                        select unit from unit_duty where officer = :username
                        union select unit from unit_duty where deputy = :username
                        """)
                .param("username", username)
                .query(String.class)
                .set();
    }

    /** The people of the office, to choose from. */
    @Transactional(readOnly = true)
    public List<Account> office(String government) {
        return accounts.membersOfAny(
                List.of(GroupPath.office(government, Role.OFFICER), GroupPath.office(government, Role.OFFICE_CHIEF)));
    }

    private static void checkOffice(String field, @Nullable String username, Set<String> office) {
        if (username != null && !office.contains(username)) {
            throw DomainException.invalidField(field, "identity.error.not-of-office", username);
        }
    }
}
