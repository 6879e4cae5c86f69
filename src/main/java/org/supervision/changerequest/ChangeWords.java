package org.supervision.changerequest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.WorkingDays;
import org.supervision.identity.OrgUnit;
import org.supervision.identity.OrgUnits;

/** Says the values of a request in the reader's language. */
@Component
class ChangeWords {

    private final MessageSourceAccessor messages;
    private final DateWords dates;
    private final WorkingDays workingDays;
    private final OrgUnits units;

    ChangeWords(MessageSource messages, DateWords dates, WorkingDays workingDays, OrgUnits units) {
        this.messages = new MessageSourceAccessor(messages);
        this.dates = dates;
        this.workingDays = workingDays;
        this.units = units;
    }

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments);
    }

    String of(ChangedField field) {
        return of("changerequest.field." + field);
    }

    /** Dates are written out, units named. */
    @Nullable
    String value(ChangedField field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (field.isDate()) {
            return dates.dueInWords(LocalDate.parse(value));
        }
        return field == ChangedField.LEAD_UNIT
                ? units.find(value).map(OrgUnit::name).orElse(value)
                : value;
    }

    /** By how much an extension is longer: for instance five working days. */
    int workingDays(ChangeRequest request) {
        return request.before() == null
                ? 0
                : workingDays.between(LocalDate.parse(request.before()), request.dateAsked());
    }
}
