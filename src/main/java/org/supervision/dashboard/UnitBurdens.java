package org.supervision.dashboard;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.supervision.identity.CurrentUser;
import org.supervision.shared.DomainException;
import org.supervision.shared.Slice;
import org.supervision.workflow.AskedWork;
import org.supervision.workflow.AskedWork.Asked;
import org.supervision.workflow.AskedWork.UnitMonth;

/** What is asked of the units in a year: the office and city leaders read all, people of a unit what was asked of it. */
@Service
@Transactional(readOnly = true)
public class UnitBurdens {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final AskedWork asked;

    UnitBurdens(AskedWork asked) {
        this.asked = asked;
    }

    /** @param unit code; {@code null} for all the reader may see */
    public List<UnitMonth> ofYear(int year, CurrentUser reader, @Nullable String unit) {
        return asked.byMonth(
                reader.requiredGovernment(), YearMonth.of(year, 1), YearMonth.of(year, 12), scope(reader, unit));
    }

    /**
     * The work items behind a number, the latest first.
     *
     * @param month {@code null} for the whole year
     * @throws DomainException if there is no such month
     */
    public Slice<Asked> list(
            int year, @Nullable Integer month, CurrentUser reader, @Nullable String unit, int page, int size) {
        if (year < FIRST_YEAR || year > LAST_YEAR || month != null && (month < 1 || month > 12)) {
            throw DomainException.notFound(year);
        }
        return asked.list(
                reader.requiredGovernment(),
                YearMonth.of(year, month == null ? 1 : month),
                YearMonth.of(year, month == null ? 12 : month),
                scope(reader, unit),
                page,
                size);
    }

    private static @Nullable String scope(CurrentUser reader, @Nullable String unit) {
        return reader.readsWholeGovernment() ? unit : reader.requiredUnit();
    }
}
