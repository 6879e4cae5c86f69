package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.reporting.CheckRule;
import org.supervision.reporting.RoundFindings;

/** The real quarter of Wuhu: who reports no figure for a numeric target cannot hide among 152 texts. */
@ApplicationTest
class HollowReportTests {

    /** Checked by hand; see domain: checks on submission. */
    private static final List<Integer> HOLLOW = List.of(
            5, 16, 17, 21, 25, 29, 33, 36, 37, 38, 41, 42, 43, 46, 53, 56, 61, 81, 88, 93, 95, 96, 98, 100, 103, 107);

    @Autowired
    private ImportDesk desk;

    @Autowired
    private RoundFindings findings;

    @Test
    void importingTheQuarterShowsTheHollowReportsAndTheTwoThatSayTheSame() {
        String city = desk.foundGovernment();
        desk.take(city, "ledgers/wuhu-2024-q1.html");
        String round = city + "-2024-q1";

        assertThat(numbers(round, CheckRule.VALUE_MISSING))
                .containsAll(HOLLOW)
                .hasSizeLessThanOrEqualTo(HOLLOW.size() + 5);
        assertThat(numbers(round, CheckRule.TEXT_SHARED)).containsExactly(50, 53);
        assertThat(findings.of(round).stream()
                        .filter(finding -> finding.number() == 53)
                        .flatMap(finding -> finding.doubts().stream())
                        .filter(doubt -> doubt.rule() == CheckRule.TEXT_SHARED)
                        .findFirst()
                        .orElseThrow()
                        .reasons())
                .containsExactly("50");
    }

    private List<Integer> numbers(String round, CheckRule rule) {
        return findings.of(round).stream()
                .filter(finding -> finding.doubts().stream().anyMatch(doubt -> doubt.rule() == rule))
                .map(RoundFindings.Finding::number)
                .toList();
    }
}
