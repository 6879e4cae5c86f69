package org.supervision.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supervision.shared.TextDifference.Kind;
import org.supervision.shared.TextDifference.Part;

/** Old and new are both to be read in the merged view, and figures are never cut in two. */
class TextDifferenceTests {

    @ParameterizedTest
    @CsvSource({
        "新增24家, 新增31家, 新增[-24][+31]家",
        "新增24家, 新增34家, 新增[-24][+34]家",
        "增长13.4%。, 增长14.1%。, 增长[-13.4%][+14.1%]。",
        "完成选址。, 完成城东选址。, 完成[+城东]选址。",
        "完成选址和批复。, 完成选址。, 完成选址[-和批复]。",
        "完成选址。, 完成选址。, 完成选址。",
        "盘活540套。, 盘活540套（城东320套、城西220套）。, 盘活540套[+（城东320套、城西220套）]。",
        "甲乙丙, 丁乙戊, [-甲乙丙][+丁乙戊]",
    })
    void marksWhatChanged(String before, String after, String expected) {
        assertThat(written(TextDifference.between(before, after))).isEqualTo(expected);
    }

    @Test
    void keepsBothTextsWhole() {
        String before = "1. 开工46个。\n2. 推荐9家企业申报。";
        String after = "1. 开工52个，其中续建7个。\n2. 推荐9家企业。\n3. 认定2家。";

        List<Part> parts = TextDifference.between(before, after);

        assertThat(text(parts, Kind.INS)).isEqualTo(before);
        assertThat(text(parts, Kind.DEL)).isEqualTo(after);
    }

    @Test
    void comparesTextsOfTheGreatestLengthByParagraphs() {
        String before = "甲乙丙丁戊己庚辛壬癸".repeat(1_000);
        String after = "子丑寅卯辰巳午未申酉".repeat(1_000) + "\n" + before;

        assertThatCode(() -> TextDifference.between(before, after)).doesNotThrowAnyException();
        assertThat(TextDifference.between(before, after)).extracting(Part::kind).containsExactly(Kind.INS, Kind.SAME);
    }

    private static String text(List<Part> parts, Kind leftOut) {
        return parts.stream()
                .filter(part -> part.kind() != leftOut)
                .map(Part::text)
                .collect(Collectors.joining());
    }

    private static String written(List<Part> parts) {
        return parts.stream()
                .map(part -> switch (part.kind()) {
                    case SAME -> part.text();
                    case INS -> "[+" + part.text() + "]";
                    case DEL -> "[-" + part.text() + "]";
                })
                .collect(Collectors.joining());
    }
}
