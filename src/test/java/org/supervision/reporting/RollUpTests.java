package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.IndicatorExtractor;
import org.supervision.keytask.SubItem;
import org.supervision.shared.Lamp;
import org.supervision.shared.Quarter;

/** The lamp of a split indicator comes of its parts, and the lead's own figure is held against them. */
class RollUpTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // goal, quarter, own, shares, values (? = none): sum, lamp of the parts, lamp of all, doubt
                "改造农户260户|1|70|130 130|40 30|70|AT_RISK|AT_RISK|-",
                "改造农户260户|1|90|130 130|50 40|90|ON_TRACK|ON_TRACK|-",
                "改造农户260户|1|95|130 130|50 40|90|ON_TRACK|ON_TRACK|改造农户 95 ≠ 90 (2/2)",
                "改造农户260户|1|40|130 130|50 40|90|ON_TRACK|BEHIND|改造农户 40 ≠ 90 (2/2)",
                "改造农户260户|1|90|130 130|90 ?|90|UNKNOWN|UNKNOWN|-",
                "改造农户260户|1|90|130 130|50 ?|50|UNKNOWN|UNKNOWN|改造农户 90 ≠ 50 (1/2)",
                "改造农户260户|1|90|130 130|? ?|0|UNKNOWN|UNKNOWN|改造农户 90 ≠ 0 (0/2)",
                "改造农户260户|1|-|130 130|50 40|90|ON_TRACK|UNKNOWN|-",
                "改造农户260户|1|20|130 130|20 0|20|BEHIND|BEHIND|-",
                "改造农户260户|4|260|130 130|150 110|260|DONE|DONE|-",
                // shares less than the target: the rest is the lead's own
                "改造农户260户|2|140|100 100|50 60|110|ON_TRACK|AT_RISK|-",
                "改造农户260户|2|100|100 100|50 60|110|ON_TRACK|BEHIND|改造农户 100 ≠ 110 (2/2)",
                // shares beyond the target: the target counts
                "改造农户260户|4|260|200 200|130 130|260|DONE|DONE|-",
                // what does not add up
                "出口额增长8%|2|9|8 8|9 8|-|ON_TRACK|ON_TRACK|-",
                "出口额增长8%|2|9|8 8|9 7|-|BEHIND|BEHIND|-",
                "出口额增长8%|2|7|8 8|9 8|-|ON_TRACK|BEHIND|-",
                "出口额增长8%|2|9|8 8|9 ?|-|UNKNOWN|UNKNOWN|-",
            })
    void thePartsAreHeldAgainstTargetAndFigure(
            String goal,
            int quarter,
            BigDecimal own,
            String shares,
            String values,
            BigDecimal sum,
            Lamp ofParts,
            Lamp ofAll,
            String doubt) {
        IndicatorReading reading = reading(goal, quarter, own, shares, values, false);

        assertThat(reading.rollUp().sum()).isEqualTo(sum);
        assertThat(reading.rollUp().lamp()).isEqualTo(ofParts);
        assertThat(reading.lamp()).isEqualTo(ofAll);
        assertThat(CheckRule.SUM_DIFFERS.reasons(checked(reading, null)))
                .containsExactlyElementsOf(doubt == null ? List.of() : List.of(doubt));
    }

    @Test
    void whatIsMeasuredAtYearEndOnlyIsNotMissedBefore() {
        IndicatorReading reading = reading("改造农户260户", 2, null, "130 130", "? ?", true);

        assertThat(reading.rollUp().missing()).isZero();
        assertThat(reading.lamp()).isEqualTo(Lamp.NOT_COUNTED);
        assertThat(CheckRule.SUM_DIFFERS.reasons(checked(reading, null))).isEmpty();
    }

    @Test
    void aVerdictIsDoubtedByWhatThePartsShow() {
        IndicatorReading counted = reading("改造农户260户", 1, new BigDecimal(260), "130 130", "20 0", false);
        IndicatorReading rate = reading("出口额增长8%", 2, new BigDecimal(9), "8 8", "9 7", false);
        IndicatorReading without = reading("改造农户260户", 1, null, "130 130", "20 0", false);

        assertThat(CheckRule.VERDICT_MISMATCH.reasons(checked(counted, Verdict.ON_SCHEDULE)))
                .containsExactly("改造农户 20 / 65 / 260");
        assertThat(CheckRule.VERDICT_MISMATCH.reasons(checked(rate, Verdict.ON_SCHEDULE)))
                .containsExactly("县2 7 / 8 / 8");
        assertThat(CheckRule.DONE_BELOW_TARGET.reasons(checked(without, Verdict.DONE)))
                .containsExactly("改造农户 20 / 65 / 260");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // goal, shares, values (? = none): the figure that is the lead's own
                "改造农户260户|130 130|40 30|70",
                "改造农户260户|130 130|40 ?|40",
                "改造农户260户|130 130|? ?|-",
                "改造农户260户|200 200|40 30|70",
                "改造农户260户|100 100|40 30|-",
                "出口额增长8%|8 8|9 8|-",
            })
    void theLeadsFigureFollowsThePartsThatAreIn(String goal, String shares, String values, BigDecimal figure) {
        IndicatorReading reading = reading(goal, 1, null, shares, values, false);

        assertThat(reading.rollUp().figure(reading.indicator())).isEqualTo(figure);
    }

    @Test
    void withoutPartsNothingDiffers() {
        AgreedIndicator agreed = agreed("改造农户260户", false);
        IndicatorReading reading = IndicatorReading.of(agreed, 1, new BigDecimal(90), null, LampPolicy.DEFAULT);

        assertThat(reading.rollUp()).isNull();
        assertThat(ReportChecks.doubts(
                        checked(reading, Verdict.ON_SCHEDULE),
                        new EnumMap<>(Map.of(CheckRule.SUM_DIFFERS, CheckSeverity.BLOCK))))
                .isEmpty();
    }

    private static CheckedReport checked(IndicatorReading reading, Verdict verdict) {
        return new CheckedReport(
                new Quarter(2031, 2), "改造完成若干。", verdict, Map.of(), List.of(reading), null, List.of(), false);
    }

    private static IndicatorReading reading(
            String goal, int quarter, BigDecimal own, String shares, String values, boolean atYearEndOnly) {
        AgreedIndicator agreed = agreed(goal, atYearEndOnly);
        List<BigDecimal> each =
                Arrays.stream(shares.split(" ")).map(BigDecimal::new).toList();
        String[] reported = values.split(" ");
        List<SubItemReading> parts = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            SubItem item = new SubItem(i, "task", i + 1, "县" + (i + 1), "u" + i, 7L, each.get(i), 1);
            BigDecimal value = reported[i].equals("?") ? null : new BigDecimal(reported[i]);
            parts.add(new SubItemReading(
                    item,
                    IndicatorReading.of(item.measuredBy(agreed), quarter, value, null, LampPolicy.DEFAULT),
                    false));
        }
        return IndicatorReading.of(agreed, quarter, own, null, LampPolicy.DEFAULT)
                .with(RollUp.of(agreed, quarter, parts, LampPolicy.DEFAULT));
    }

    private static AgreedIndicator agreed(String goal, boolean atYearEndOnly) {
        return new AgreedIndicator(
                7, "task", IndicatorExtractor.ofYear(goal).get(0).indicator(), null, null, Map.of(), atYearEndOnly, 1);
    }
}
