package org.supervision.calendar;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.shared.AuditableEvent;

/**
 * Days of a year are from now on others.
 *
 * @param act {@link #LOAD} or {@link #CHANGE_DAY}
 */
record HolidayNoticeChanged(int year, String act, List<DayDifference> days) implements AuditableEvent {

    static final String LOAD = "load-holiday-notice";
    static final String CHANGE_DAY = "change-calendar-day";

    @Override
    public @Nullable String government() {
        return null;
    }

    @Override
    public String objectType() {
        return "holiday-notice";
    }

    @Override
    public String objectId() {
        return String.valueOf(year);
    }

    @Override
    public Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        days.forEach(each -> changes.put(each.day().toString(), new Change(text(each.before()), text(each.after()))));
        return changes;
    }

    private static @Nullable String text(@Nullable CalendarDay day) {
        return day == null ? null : (day.kind().code() + " " + day.name()).strip();
    }
}
