package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.keytask.AgreedIndicators.Terms;
import org.supervision.keytask.IndicatorProposal.State;

/** What is measured comes of the goal and the milestones that the office confirms, in whatever order. */
class AgreedIndicatorTests {

    @Test
    void theGoalGivesTheTargetAndAMilestoneWhatIsExpectedByThen() {
        AgreedIndicator agreed = AgreedIndicator.of(proposal(null, "新增用户1.2万户")).promised(proposal(2, "新增用户5000户"));

        assertThat(agreed.target().value()).isEqualByComparingTo("1.2");
        assertThat(agreed.expected().get(2)).isEqualByComparingTo("0.5");
        assertThat(agreed.expected()).hasSize(1);
    }

    @Test
    void aGoalThatIsConfirmedLaterTakesTheTargetOver() {
        AgreedIndicator agreed = AgreedIndicator.of(proposal(3, "新建公园8个")).promised(proposal(null, "新建公园12个"));

        assertThat(agreed.target().value()).isEqualByComparingTo("12");
        assertThat(agreed.targetQuarter()).isNull();
        assertThat(agreed.expected().get(3)).isEqualByComparingTo("8");
    }

    @Test
    void withoutAGoalTheLastMilestoneGivesTheTarget() {
        AgreedIndicator late = AgreedIndicator.of(proposal(3, "新建公园8个")).promised(proposal(1, "新建公园2个"));
        AgreedIndicator early = AgreedIndicator.of(proposal(1, "新建公园2个")).promised(proposal(3, "新建公园8个"));

        assertThat(List.of(late, early)).allSatisfy(agreed -> {
            assertThat(agreed.target().value()).isEqualByComparingTo("8");
            assertThat(agreed.expected()).isEqualTo(Map.of(1, new BigDecimal("2"), 3, new BigDecimal("8")));
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 新增用户1.2万户, true",
                "-, 新增用户2万户, false",
                "2, 新增用户5000户, true",
                "2, 用户5000户, true",
                "2, 新增用户6000户, false",
                "3, 新增用户5000户, false",
                "4, 新增用户12000户, true",
                "2, 新建公园5000个, false"
            })
    void aProposalWhoseFigureStandsChangesNothing(Integer quarter, String words, boolean covered) {
        AgreedIndicator agreed = AgreedIndicator.of(proposal(null, "新增用户1.2万户")).promised(proposal(2, "新增用户5000户"));

        assertThat(agreed.covers(proposal(quarter, words))).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, true",
        "4, 99999999999999999999, true",
        "0, 5, false",
        "5, 5, false",
        "1, 1e21, false",
        "1, 1e-999, false"
    })
    void whatIsExpectedHasAQuarterOfTheYearAndAFigureThatFits(int quarter, BigDecimal figure, boolean measurable) {
        Indicator target = proposal(null, "新建公园12个").indicator();
        Terms terms = new Terms(target, null, Map.of(quarter, figure), false);

        if (measurable) {
            assertThatCode(() -> AgreedIndicators.requireMeasurable(terms)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> AgreedIndicators.requireMeasurable(terms))
                    .hasMessageContaining("keytask.error.indicator-terms");
        }
    }

    @Test
    void aFigureThatIsTooLongIsRefused() {
        assertThat(IndicatorProposals.fit(new BigDecimal("1e1000000"))).isFalse();
        assertThat(IndicatorProposals.fit(new BigDecimal("1e-2147483647"))).isFalse();
        assertThat(IndicatorProposals.fit(new BigDecimal("-12345678901234567.890")))
                .isTrue();
        assertThat(IndicatorProposals.fit(null)).isTrue();
    }

    @Test
    void theSameWordsInAnotherUnitAreAnotherIndicator() {
        AgreedIndicator agreed = AgreedIndicator.of(proposal(null, "出口额增长8%"));

        assertThat(agreed.isMeantBy(proposal(2, "出口额增长5%").indicator())).isTrue();
        assertThat(agreed.isMeantBy(proposal(2, "出口额100亿元").indicator())).isFalse();
    }

    @Test
    void aMilestoneMayNameItsThingShorter() {
        AgreedIndicator agreed = AgreedIndicator.of(proposal(null, "新增规模以上工业企业45家"));

        assertThat(agreed.isMeantShortlyBy(proposal(2, "累计新增22家").indicator())).isTrue();
        assertThat(agreed.isMeantShortlyBy(proposal(2, "推荐智能工厂8家").indicator())).isFalse();
        assertThat(agreed.isMeantShortlyBy(proposal(2, "新增22户").indicator())).isFalse();
    }

    @Test
    void whatHasNoFigureIsNotMeasured() {
        IndicatorProposal external = proposal(null, "完成省下达的造林任务");

        assertThatThrownBy(() -> AgreedIndicator.of(external)).isInstanceOf(IllegalArgumentException.class);
    }

    private static IndicatorProposal proposal(Integer quarter, String words) {
        List<FoundIndicator> found =
                quarter == null ? IndicatorExtractor.ofYear(words) : IndicatorExtractor.ofQuarter(words, quarter);
        return new IndicatorProposal(
                7,
                "task",
                quarter,
                0,
                words.length(),
                words,
                found.get(0).indicator(),
                Set.of(),
                State.CONFIRMED,
                null,
                null,
                2);
    }
}
