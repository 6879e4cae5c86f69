package org.supervision.reporting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supervision.keytask.Indicator;
import org.supervision.shared.Quarter;

/**
 * A report with all that its checks hold it against.
 *
 * @param verdict the unit's own; null while none is given
 * @param targets what its words promise and nobody has decided about, each with the words that say so
 * @param readings what it says of the indicators that are agreed on
 * @param sameEarlier the latest earlier quarter in which the same text was approved
 * @param sameElsewhere numbers of other key tasks that report the same text this quarter, ascending
 * @param unbacked whether the rules of the government ask for evidence, and there is none
 */
record CheckedReport(
        Quarter quarter,
        String progress,
        @Nullable Verdict verdict,
        Map<Indicator, String> targets,
        List<IndicatorReading> readings,
        @Nullable Quarter sameEarlier,
        List<Integer> sameElsewhere,
        boolean unbacked) {}
