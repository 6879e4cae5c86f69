package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.keytask.SubItemTree.Difference;

/** A target is shared, and the shares are held against it. */
class SubItemTests {

    @ParameterizedTest
    @CsvSource({
        "改造农户260户, true",
        "建成5G基站1.2万个, true",
        "完成投资100亿元, true",
        "规上企业总数达到300家, true",
        "出口额增长8%, false",
        "绿化覆盖率达到42%, false",
        "综合排名进入前5位, false",
        "森林覆盖率提高2个百分点, false",
        "办理时限压缩至3个工作日, false",
        "新增污水日处理能力5万吨/天, true",
    })
    void countsAndAmountsAddUp(String words, boolean additive) {
        assertThat(target(words).isAdditive()).isEqualTo(additive);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "改造农户260户|260|10|26,26,26,26,26,26,26,26,26,26",
                "改造农户260户|260|3|87,87,86",
                "改造农户260户|200|3|67,67,66",
                "建成公园10个|10|10|1,1,1,1,1,1,1,1,1,1",
                "完成投资100亿元|100|3|33.34,33.33,33.33",
                "建成5G基站1.2万个|1.2|4|0.3,0.3,0.3,0.3",
                "建成5G基站1.2万个|1|3|0.34,0.33,0.33",
                "出口额增长8%|8|3|8,8,8",
            })
    void aTargetIsSharedEvenly(String words, BigDecimal figure, int units, String shares) {
        assertThat(EvenShares.of(target(words), figure, units))
                .extracting(BigDecimal::toPlainString)
                .containsExactly(shares.split(","));
    }

    @Test
    void fewerThingsThanUnitsAreNotSharedEvenly() {
        assertThatThrownBy(() -> EvenShares.of(target("建成公园2个"), new BigDecimal(2), 3))
                .hasMessageContaining("keytask.error.sub-items-too-few");
        assertThatThrownBy(() -> EvenShares.of(target("建成公园2个"), new BigDecimal(-1), 3))
                .hasMessageContaining("keytask.error.sub-items-too-few");
    }

    @ParameterizedTest
    @CsvSource({"100 100 60, EQUAL, 0", "100 100, LESS, 60", "200 61.0, MORE, 1.0"})
    void theSharesAreHeldAgainstTheTarget(String shares, Difference difference, BigDecimal distance) {
        AgreedIndicator indicator = agreed("改造农户260户", Map.of());
        List<SubItem> items = Stream.of(shares.split(" "))
                .map(share -> item(new BigDecimal(share)))
                .toList();

        SubItemTree.Branch branch =
                SubItemTree.of(List.of(indicator), items).branches().get(0);

        assertThat(branch.difference()).isEqualTo(difference);
        assertThat(branch.distance()).isEqualByComparingTo(distance);
    }

    @Test
    void partsOfARateAreNotSummedAndPartsWithoutAFigureStandApart() {
        SubItem plain = new SubItem(9, "task", 2, "组织验收", "b", null, null, 1);
        SubItemTree tree =
                SubItemTree.of(List.of(agreed("出口额增长8%", Map.of())), List.of(item(new BigDecimal(8)), plain));

        assertThat(tree.branches().get(0).distributed()).isNull();
        assertThat(tree.others()).containsExactly(plain);
    }

    @Test
    void aPartOwesItsShareOfWhatIsExpectedByAQuarter() {
        AgreedIndicator measured = item(new BigDecimal(65))
                .measuredBy(agreed("改造农户260户", Map.of(1, new BigDecimal(40), 2, new BigDecimal(120))));

        assertThat(measured.target().value()).isEqualByComparingTo("65");
        assertThat(measured.target().name()).isEqualTo("甲县");
        assertThat(measured.expected().get(1)).isEqualByComparingTo("10");
        assertThat(measured.expected().get(2)).isEqualByComparingTo("30");
        assertThat(item(new BigDecimal(6))
                        .measuredBy(agreed("出口额增长8%", Map.of(1, new BigDecimal(5))))
                        .expected())
                .isEmpty();
    }

    private static SubItem item(BigDecimal share) {
        return new SubItem(1, "task", 1, "甲县", "a", 7L, share, 1);
    }

    private static AgreedIndicator agreed(String words, Map<Integer, BigDecimal> expected) {
        return new AgreedIndicator(7, "task", target(words), null, null, expected, false, 1);
    }

    private static Indicator target(String words) {
        return IndicatorExtractor.ofYear(words).get(0).indicator();
    }
}
