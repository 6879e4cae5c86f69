package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each of the things that make figures in goals hard to read. */
class IndicatorExtractorTests {

    private static final Map<String, Function<FoundIndicator, Object>> FIELDS = Map.of(
            "name", found -> found.indicator().name(),
            "qualifier", found -> found.indicator().qualifier(),
            "base", found -> found.indicator().base(),
            "direction", found -> found.indicator().direction(),
            "commitment", found -> found.indicator().commitment().strength(),
            "obligation", found -> found.indicator().commitment().obligation(),
            "group", found -> found.indicator().group().kind(),
            "period", found -> found.indicator().period().kind());

    @TestFactory
    Stream<DynamicTest> readsWhatIsHard() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/keytask/hard-cases.txt")).stream()
                .filter(line -> line.contains("|") && !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(sides -> DynamicTest.dynamicTest(
                        sides[0].strip(), () -> holds(IndicatorExtractor.ofYear(sides[0].strip()), sides[1].strip())));
    }

    @Test
    void aQuotationMarkTooManyNamesNothing() {
        assertThat(IndicatorExtractor.ofQuarter("新增市级“小能人”企业5家”", 4))
                .extracting(found -> found.indicator().name())
                .containsExactly("新增市级“小能人”企业");
    }

    @Test
    void aTargetThatIsNamedTwiceIsReadOnce() {
        assertThat(IndicatorExtractor.ofYear("新增企业5家。新增企业5家，种树500亩。"))
                .extracting(found -> found.indicator().unit())
                .containsOnlyOnce("家")
                .contains("亩");
    }

    private static void holds(List<FoundIndicator> found, String expected) {
        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected.split("; ?"));
        assertThat(found.stream().map(IndicatorExtractorTests::core))
                .containsExactlyElementsOf(wanted.stream()
                        .map(one -> String.join(" ", List.of(one.split(" ")).subList(0, 3)))
                        .toList());
        for (int i = 0; i < wanted.size(); i++) {
            List<String> asked = new ArrayList<>();
            for (String part : wanted.get(i).split(" ")) {
                String[] field = part.split("=");
                if (part.startsWith("ask=")) {
                    asked.add(field[1]);
                } else if (field.length == 2) {
                    assertThat(Objects.toString(FIELDS.get(field[0]).apply(found.get(i)), "-"))
                            .as(part)
                            .isEqualTo(field[1]);
                }
            }
            assertThat(found.get(i).questions().stream().map(Enum::name)).containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    private static String core(FoundIndicator found) {
        Indicator indicator = found.indicator();
        if (indicator.value() == null) {
            return indicator.comparator() + " - -";
        }
        String stretch = indicator.stretchValue() == null ? "" : "~" + indicator.stretchValue();
        String scale =
                switch (indicator.scale()) {
                    case ONE -> "";
                    case TEN_THOUSAND -> "万";
                    case HUNDRED_MILLION -> "亿";
                    case TRILLION -> "万亿";
                };
        return indicator.comparator() + " " + indicator.value() + stretch + " " + scale + indicator.unit();
    }

    @Test
    void marksTheWordsWithinTheTextAsItCame() {
        String text = "全面推进；新增 托位 1 200 个以上。";

        FoundIndicator found = IndicatorExtractor.ofYear(text).get(0);

        assertThat(text.substring(found.start(), found.end())).isEqualTo("新增 托位 1 200 个以上");
        assertThat(found.indicator().value()).isEqualByComparingTo("1200");
    }

    @Test
    void asksWhetherTheCountOfALaterQuarterGoesOn() {
        assertThat(IndicatorExtractor.ofQuarter("新建驿站20个", 1))
                .allMatch(found -> found.questions().isEmpty());
        assertThat(IndicatorExtractor.ofQuarter("新建驿站30个", 3))
                .allMatch(found -> found.questions().contains(IndicatorQuestion.CUMULATIVE_OR_QUARTER));
        assertThat(IndicatorExtractor.ofQuarter("累计新建驿站30个；开工率达到70%", 3))
                .hasSize(2)
                .allMatch(found -> found.questions().isEmpty());
    }

    @Test
    void readsTheAmountInOnes() {
        assertThat(IndicatorExtractor.ofYear("融资20.5亿元").get(0).indicator().amount())
                .isEqualByComparingTo("2050000000");
    }

    @Test
    void readsHostileTextInBoundedTime() {
        String digits = "1.2万亿元，".repeat(4_000) + "9".repeat(20_000) + "、".repeat(2_000);

        List<FoundIndicator> found =
                assertTimeoutPreemptively(Duration.ofSeconds(20), () -> IndicatorExtractor.ofYear(digits));

        assertThat(found).hasSizeGreaterThan(3_000);
    }
}
