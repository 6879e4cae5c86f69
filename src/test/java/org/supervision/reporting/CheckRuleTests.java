package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.keytask.AgreedIndicator;
import org.supervision.keytask.FoundIndicator;
import org.supervision.keytask.Indicator;
import org.supervision.keytask.IndicatorExtractor;
import org.supervision.shared.Quarter;

/** What each check on submission doubts, and what it lets pass. */
class CheckRuleTests {

    private static final Map<CheckRule, CheckSeverity> SHIPPED = Arrays.stream(CheckRule.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    CheckRule::shipped,
                    (one, other) -> one,
                    () -> new EnumMap<>(CheckRule.class)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a target without a figure in its unit
                "新建停车场6个|选址已批复，正在招标。|VALUE_MISSING",
                "新建停车场6个|建成2个，开工3个。|",
                "新建停车场6个|建成2家停车场。|",
                "引进人才3万人以上|举办招聘会，1200余名学生到场。|VALUE_MISSING",
                "农村公路改造140公里|路面铺筑完成31千米。|",
                "绿化覆盖率提高到42%|新增绿地12公顷。|VALUE_MISSING",
                "绿化覆盖率提高到42%|绿化覆盖率41.2%，新增绿地12公顷。|",
                "营商环境明显改善|新增企业12家。|",
                // activities without a result
                "营商环境明显改善|召开座谈会，印发实施方案。|ONLY_ACTIVITY",
                "营商环境明显改善|印发实施方案，政务大厅建成投用。|",
                "营商环境明显改善|召开座谈会，办理时限压缩30%。|",
                "营商环境明显改善|完成方案编制和前期调研。|ONLY_ACTIVITY",
                // set phrases
                "营商环境明显改善|稳步推进相关工作。|VAGUE_ONLY",
                "营商环境明显改善|正在有序推进，进展顺利。|VAGUE_ONLY",
                "营商环境明显改善|桥墩浇筑完毕，正在架梁。|",
                "营商环境明显改善|稳步推进，累计办件3.2万件。|",
                // figures of another time
                "出口额增长8%|1—2月出口额增长6%。|OTHER_PERIOD",
                "出口额增长8%|一季度出口额增长6%。|",
                "出口额增长8%|预计全年出口额增长8%。|OTHER_PERIOD",
                "出口额增长8%|出口额增长6%。|",
            })
    void eachTextGivesCauseForTheDoubtsItDeserves(String goal, String progress, String doubts) {
        assertThat(doubts(goal, progress, null, List.of()))
                .containsExactlyElementsOf(
                        doubts == null
                                ? List.of()
                                : Arrays.stream(doubts.split(","))
                                        .map(CheckRule::valueOf)
                                        .toList());
    }

    @Test
    void theSameTextIsDoubtedWhereverItStoodBefore() {
        assertThat(doubts("营商环境明显改善", "政务大厅建成投用。", new Quarter(2031, 2), List.of(3, 8)))
                .containsExactly(CheckRule.TEXT_REPEATED, CheckRule.TEXT_SHARED);
    }

    @Test
    void aDoubtNamesTheWordsThatGiveCause() {
        CheckedReport report = report("新建停车场6个，植树2万亩", "停车场已建成2个。", null, List.of());

        assertThat(CheckRule.VALUE_MISSING.reasons(report))
                .singleElement()
                .asString()
                .contains("2万亩");
        assertThat(CheckRule.TEXT_REPEATED.arguments(List.of("2031-q2"))).containsExactly("2031", 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // goal, text, verdict, last, value
                "新建停车场6个|新建停车场3个。|ON_SCHEDULE||3|",
                "新建停车场6个|新建停车场3个。|ON_SCHEDULE|||VALUE_MISSING",
                "新建停车场6个|新建停车场3个。|ON_SCHEDULE|4|3|VALUE_FELL",
                "新建停车场6个|新建停车场3个。|DONE|2|3|",
                "新建停车场6个|新建停车场1个。|DONE||1|DONE_BELOW_TARGET",
                "新建停车场6个|新建停车场1个。|BEHIND||1|",
                "出口额增长8%|出口额增长6%。|BEHIND|9|6|",
                "出口额增长8%|出口额增长6%。|ON_SCHEDULE|9|6|VERDICT_MISMATCH",
                "新建停车场6个|新建停车场3座。|ON_SCHEDULE||3|",
                "新增规上企业60家|新增规上企业30户。|ON_SCHEDULE||30|UNIT_MISMATCH",
                "新增就业岗位6000个|新增就业岗位3000人。|ON_SCHEDULE||3000|UNIT_MISMATCH",
            })
    void valuesAreHeldAgainstTheTargetTheTextAndTheQuarterBefore(
            String goal, String progress, Verdict verdict, BigDecimal last, BigDecimal value, String doubt) {
        Indicator target = IndicatorExtractor.ofYear(goal).get(0).indicator();
        AgreedIndicator agreed = new AgreedIndicator(1, "task", target, null, null, Map.of(), false, 1);
        IndicatorReading reading = IndicatorReading.of(agreed, 2, value, last, LampPolicy.DEFAULT);

        assertThat(ReportChecks.doubts(
                        new CheckedReport(
                                new Quarter(2031, 2),
                                progress,
                                verdict,
                                Map.of(),
                                List.of(reading),
                                null,
                                List.of(),
                                false),
                        SHIPPED))
                .extracting(Doubt::rule)
                .containsExactlyElementsOf(doubt == null ? List.of() : List.of(CheckRule.valueOf(doubt)));
    }

    @Test
    void whatIsDoneWithoutTheEvidenceThatIsAskedForIsDoubted() {
        assertThat(ReportChecks.doubts(
                        new CheckedReport(
                                new Quarter(2031, 2),
                                "已建成并投用。",
                                Verdict.DONE,
                                Map.of(),
                                List.of(),
                                null,
                                List.of(),
                                true),
                        Map.of(CheckRule.EVIDENCE_MISSING, CheckSeverity.ANSWER)))
                .containsExactly(new Doubt(CheckRule.EVIDENCE_MISSING, false, List.of("DONE")));
    }

    @Test
    void aRuleThatIsOffFindsNothingAndOneThatBlocksSaysSo() {
        CheckedReport report = report("营商环境明显改善", "召开座谈会，印发实施方案。", null, List.of());

        assertThat(ReportChecks.doubts(report, Map.of(CheckRule.ONLY_ACTIVITY, CheckSeverity.OFF)))
                .isEmpty();
        assertThat(ReportChecks.doubts(report, Map.of(CheckRule.ONLY_ACTIVITY, CheckSeverity.BLOCK)))
                .extracting(Doubt::blocking)
                .containsExactly(true);
    }

    private static List<CheckRule> doubts(String goal, String progress, Quarter earlier, List<Integer> elsewhere) {
        return ReportChecks.doubts(report(goal, progress, earlier, elsewhere), SHIPPED).stream()
                .map(Doubt::rule)
                .toList();
    }

    private static CheckedReport report(String goal, String progress, Quarter earlier, List<Integer> elsewhere) {
        Map<Indicator, String> targets = IndicatorExtractor.ofYear(goal).stream()
                .map(FoundIndicator::indicator)
                .collect(Collectors.toMap(Function.identity(), indicator -> goal));
        return new CheckedReport(new Quarter(2031, 1), progress, null, targets, List.of(), earlier, elsewhere, false);
    }
}
