package org.supervision.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The holidays in force, held in memory. A transaction that may store a date asks the database once whether they have
 * changed and keeps them from changing until it ends; what only reads may be two seconds behind another node.
 */
@Component
class HolidaysInForce implements Supplier<PublicHolidays> {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicReference<PublicHolidays> latest = new AtomicReference<>(PublicHolidays.NONE);
    private volatile Instant checkedAt = Instant.MIN;

    HolidaysInForce(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public PublicHolidays get() {
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return hold().holidays;
        }
        Instant now = clock.instant();
        // The demo's clock also goes back.
        if (Duration.between(checkedAt, now).abs().compareTo(FRESH) >= 0) {
            refresh();
            checkedAt = now;
        }
        return latest.get();
    }

    /**
     * Lets the transaction change the notices: those that reckon with the old ones end first, those to come wait for the
     * new ones. To be called before anything else is locked; gives up after ten seconds rather than stop everybody.
     */
    void lock() {
        jdbc.sql("select set_config('lock_timeout', '10s', true)")
                .query(String.class)
                .single();
        jdbc.sql("select pg_advisory_xact_lock(hashtext('calendar'), 0)")
                .query((row, number) -> 0)
                .single();
        // Read now: later what is read holds changes that may be rolled back.
        hold();
    }

    /** The transaction has locked and changed the notices: it reckons with the new ones, everybody else once it has ended. */
    void changed() {
        jdbc.sql("update calendar_version set version = version + 1").update();
        Hold hold = hold();
        hold.holidays = read();
        hold.changed = true;
    }

    private Hold hold() {
        Hold held = (Hold) TransactionSynchronizationManager.getResource(this);
        if (held != null) {
            return held;
        }
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('calendar'), 0)")
                .query((row, number) -> 0)
                .single();
        Hold hold = new Hold(refresh());
        TransactionSynchronizationManager.bindResource(this, hold);
        TransactionSynchronizationManager.registerSynchronization(hold);
        return hold;
    }

    private PublicHolidays refresh() {
        PublicHolidays known = latest.get();
        long version = jdbc.sql("select version from calendar_version")
                .query(Long.class)
                .single();
        if (version == known.version()) {
            return known;
        }
        PublicHolidays read = read();
        latest.compareAndSet(known, read);
        return read;
    }

    /** In one statement, so that version and days belong together. */
    private PublicHolidays read() {
        return jdbc.sql(
                        """
                        select v.version, n.year, d.day, d.kind
                        from calendar_version v
                        left join holiday_notice n on true
                        left join calendar_day d on extract(year from d.day) = n.year
                        """)
                .query(HolidaysInForce::holidays);
    }

    private static PublicHolidays holidays(ResultSet rows) throws SQLException {
        long version = 0;
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> makeUpDays = new HashSet<>();
        Set<Integer> years = new HashSet<>();
        while (rows.next()) {
            version = rows.getLong("version");
            int year = rows.getInt("year");
            if (!rows.wasNull()) {
                years.add(year);
            }
            LocalDate day = rows.getObject("day", LocalDate.class);
            if (day != null) {
                (DayKind.HOLIDAY.code().equals(rows.getString("kind")) ? holidays : makeUpDays).add(day);
            }
        }
        return new PublicHolidays(version, Set.copyOf(holidays), Set.copyOf(makeUpDays), Set.copyOf(years));
    }

    /** What a writing transaction reckons with until it ends. */
    private final class Hold implements TransactionSynchronization {

        private PublicHolidays holidays;
        private boolean changed;

        Hold(PublicHolidays holidays) {
            this.holidays = holidays;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(HolidaysInForce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(HolidaysInForce.this, this);
        }

        @Override
        public void afterCommit() {
            if (changed) {
                latest.updateAndGet(seen -> seen.version() > holidays.version() ? seen : holidays);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(HolidaysInForce.this);
        }
    }
}
