package org.supervision.escalation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;

/** The words before the year in a government's numbers of issue; one for the whole series of a calendar year. */
@Service
@Transactional
public class NumberPrefixes {

    private static final Pattern PREFIX = Pattern.compile("[\\p{IsHan}A-Za-z0-9]{1,10}");

    private final JdbcClient jdbc;
    private final NumberWords words;
    private final CurrentUsers currentUsers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    NumberPrefixes(
            JdbcClient jdbc,
            NumberWords words,
            CurrentUsers currentUsers,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.words = words;
        this.currentUsers = currentUsers;
        this.clock = clock;
        this.events = events;
    }

    /** The prefix of a kind in a year. */
    public record PrefixInForce(SlipKind kind, String prefix) {}

    /** The prefix of a kind from a year on, and who said so. */
    public record PrefixVersion(SlipKind kind, String prefix, int fromYear, String changedBy, Instant changedAt) {}

    /** What holds for numbers of that year. */
    @Transactional(readOnly = true)
    public List<PrefixInForce> in(String government, int year) {
        return Arrays.stream(SlipKind.values())
                .map(kind -> new PrefixInForce(kind, words.prefix(government, kind, year)))
                .toList();
    }

    /** What the government set, the latest first. */
    @Transactional(readOnly = true)
    public List<PrefixVersion> changes(String government) {
        return jdbc.sql("select * from number_prefix where government = ? order by from_year desc, kind")
                .param(government)
                .query((row, n) -> new PrefixVersion(
                        SlipKind.valueOf(row.getString("kind")),
                        row.getString("prefix"),
                        row.getInt("from_year"),
                        row.getString("changed_by_name"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /**
     * @param fromYear this year or a later one
     * @throws DomainException if a number of that year has been issued: a series keeps its prefix
     */
    public void change(SlipKind kind, String prefix, int fromYear) {
        CurrentUser chief = currentUsers.requiredIn(Role.OFFICE_CHIEF);
        String wanted = prefix.strip();
        if (!PREFIX.matcher(wanted).matches()) {
            throw DomainException.invalidField("prefix", "escalation.prefix.wrong");
        }
        int thisYear = LocalDate.now(clock).getYear();
        if (fromYear < thisYear || fromYear > thisYear + 5) {
            throw DomainException.invalidField("fromYear", "escalation.prefix.year", thisYear, thisYear + 5);
        }
        String government = chief.requiredGovernment();
        if (hasBegun(government, kind, fromYear)) {
            throw DomainException.invalidField("fromYear", "escalation.prefix.begun", String.valueOf(fromYear));
        }
        String before = words.prefix(government, kind, fromYear);
        requireDistinct(government, kind, wanted, fromYear);
        jdbc.sql(
                        """
                        insert into number_prefix (government, kind, from_year, prefix, changed_by, changed_by_name,
                            changed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (government, kind, from_year) do update
                        set prefix = excluded.prefix, changed_by = excluded.changed_by,
                            changed_by_name = excluded.changed_by_name, changed_at = excluded.changed_at""")
                .params(
                        government,
                        kind.name(),
                        fromYear,
                        wanted,
                        chief.username(),
                        chief.name(),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new NumberPrefixChanged(government, kind, before, wanted, fromYear));
    }

    /** Two kinds with one prefix would issue the same number twice. */
    private void requireDistinct(String government, SlipKind kind, String wanted, int fromYear) {
        boolean later = jdbc.sql(
                        """
                        select exists (select from number_prefix
                            where government = ? and kind <> ? and prefix = ? and from_year >= ?)""")
                .params(government, kind.name(), wanted, fromYear)
                .query(Boolean.class)
                .single();
        boolean now = Arrays.stream(SlipKind.values())
                .filter(other -> other != kind)
                .anyMatch(other -> words.prefix(government, other, fromYear).equals(wanted));
        if (later || now) {
            throw DomainException.invalidField("prefix", "escalation.prefix.taken");
        }
    }

    /** Holds the series, so that its first number is not drawn meanwhile. */
    private boolean hasBegun(String government, SlipKind kind, int year) {
        jdbc.sql(
                        """
                        insert into slip_number (government, kind, year, last) values (?, ?, ?, 0)
                        on conflict (government, kind, year) do nothing""")
                .params(government, kind.name(), year)
                .update();
        Optional<Integer> last = jdbc.sql(
                        "select last from slip_number where government = ? and kind = ? and year = ? for update")
                .params(government, kind.name(), year)
                .query(Integer.class)
                .optional();
        return last.filter(number -> number > 0).isPresent();
    }
}
