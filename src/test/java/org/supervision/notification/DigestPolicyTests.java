package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.calendar.WorkingDays;
import org.supervision.notification.DigestPolicy.Window;
import org.supervision.workflow.WorkItem;

/** When a digest mentions a work item; April 4th to 6th of 2024 are off, the 7th is a worked Sunday. */
@ApplicationTest
class DigestPolicyTests {

    @Autowired
    private WorkingDays workingDays;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
        # what it shows                                   , last digest, now             , created         , due             , line
        five working days before                          , 2024-04-01 , 2024-04-02T08:00, 2024-04-01T09:00, 2024-04-10T18:00, line.notice
        one working day before is the worked Sunday       , 2024-04-05 , 2024-04-07T08:00, 2024-04-01T09:00, 2024-04-08T18:00, line.notice
        four working days before nothing is said          , 2024-04-02 , 2024-04-03T08:00, 2024-04-01T09:00, 2024-04-10T18:00, none
        what came in after the notice is new and not more , 2024-04-01 , 2024-04-03T08:00, 2024-04-02T09:00, 2024-04-10T18:00, line.waiting
        a missed notice is made up for and says so        , 2024-04-01 , 2024-04-08T08:00, 2024-04-01T07:00, 2024-04-10T18:00, line.notice-late
        of two missed notices the nearer one is told      , 2024-04-01 , 2024-04-10T08:00, 2024-04-01T07:00, 2024-04-10T18:00, line.notice-late
        overdue is told the morning after                 , 2024-04-08 , 2024-04-09T08:00, 2024-04-01T09:00, 2024-04-08T18:00, line.overdue
        and not again                                     , 2024-04-09 , 2024-04-10T08:00, 2024-04-01T09:00, 2024-04-08T18:00, none
        overdue outweighs a missed notice                 , 2024-03-28 , 2024-04-09T08:00, 2024-04-01T07:00, 2024-04-08T18:00, line.overdue
        new without due date                              , 2024-04-08 , 2024-04-09T08:00, 2024-04-08T09:00, none            , line.waiting-undated
        old without due date                              , 2024-04-08 , 2024-04-09T08:00, 2024-04-07T09:00, none            , none
        """)
    void digestMentions(String what, LocalDate last, String now, String created, String due, String line) {
        DigestPolicy policy = new DigestPolicy(workingDays);
        Window window = new Window(last, at(last + "T08:00"), at(now));
        WorkItem item = new WorkItem(
                "1", "progress-report", "填报", "p", "s", "k", "g", List.of(), at(created), due == null ? null : at(due));

        assertThat(policy.mention(item, "填报", window, new TreeMap<>(Map.of(5, Set.of(), 1, Set.of())))
                        .map(mention -> mention.line().kind())
                        .orElse(null))
                .isEqualTo(line);
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
