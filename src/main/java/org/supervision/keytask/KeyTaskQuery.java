package org.supervision.keytask;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.supervision.identity.CurrentUser;

/**
 * What a list of key tasks is to contain.
 *
 * @param visibleToUnit code of the unit outside whose tasks nothing may be seen; {@code null} for all of the government
 * @param unit code of a unit that leads or supports
 * @param among ids outside which nothing is wanted; {@code null} for any
 * @param text part of the goal or of a unit's name, or a number
 */
public record KeyTaskQuery(
        String government,
        @Nullable String visibleToUnit,
        @Nullable Integer year,
        @Nullable String unit,
        @Nullable String text,
        @Nullable List<String> among,
        int page,
        int size,
        Sort sort) {

    /** What the user may see; administrators, who see no business content, are turned away. */
    public static KeyTaskQuery visibleTo(
            CurrentUser user,
            @Nullable Integer year,
            @Nullable String unit,
            @Nullable String text,
            @Nullable List<String> among,
            int page,
            int size,
            Sort sort) {
        boolean seesAll = user.readsWholeGovernment();
        return new KeyTaskQuery(
                user.requiredGovernment(),
                seesAll ? null : user.requiredUnit(),
                year,
                unit,
                text,
                among,
                page,
                size,
                sort);
    }
}
