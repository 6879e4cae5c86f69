package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a report is told in the summary of a year, and how its sections are counted. */
class SummarySentencesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "选址已批复|选址已批复。",
                "已开工。完成投资3.2亿元。|完成投资3.2亿元。已开工。",
                "1.出台办法。\\n2.新增5家企业；|新增5家企业。出台办法。",
                "（1）新增5家！\\n①完成两项？|新增5家！完成两项？",
                "1.5公里管网已更换|1.5公里管网已更换。",
                "一、二号线开工;\\n\\n  |一、二号线开工。",
                "1.8家企业入库\\n2.建成3处|8家企业入库。建成3处。",
                "已完成\\n2.8公里管网已更换|2.8公里管网已更换。已完成。",
                "甲完成1项。乙完成2项。丙启动。|甲完成1项。乙完成2项。丙启动。",
            })
    void sentencesWithFiguresComeFirstAndNumberingIsLeftOut(String progress, String told) {
        assertThat(SummarySentences.of(progress.replace("\\n", "\n"))).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"1, 一", "9, 九", "10, 十", "11, 十一", "20, 二十", "45, 四十五", "99, 九十九", "100, 100"})
    void sectionsAreCountedInChinese(int number, String ordinal) {
        assertThat(AnnualSummaries.ordinal(number)).isEqualTo(ordinal);
    }
}
