package org.supervision.reporting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator;
import org.supervision.shared.Quarter;

/**
 * A report with all that its checks hold it against.
 *
 * @param targets what the key task is to reach, each with the words that say so
 * @param sameEarlier the latest earlier quarter in which the same text was approved
 * @param sameElsewhere numbers of other key tasks that report the same text this quarter, ascending
 */
record CheckedReport(
        Quarter quarter,
        String progress,
        Map<Indicator, String> targets,
        @Nullable Quarter sameEarlier,
        List<Integer> sameElsewhere) {}
