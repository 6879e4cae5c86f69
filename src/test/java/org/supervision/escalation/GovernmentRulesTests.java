package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.changerequest.ExtensionPolicy;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.identity.GovernmentRule;
import org.supervision.identity.GovernmentRules;
import org.supervision.keytask.AnnualPlans;
import org.supervision.reporting.CycleView;
import org.supervision.reporting.CycleViews;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.reporting.RoundViews;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;
import org.supervision.workflow.WorkItem;

/** What a government fixes by its own rules holds from the day they say, and for what begins from then on. */
@ApplicationTest
class GovernmentRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2024, 4, 1);
    private static final LocalDate TOMORROW = TODAY.plusDays(1);

    @Autowired
    private TestCities cities;

    @Autowired
    private GovernmentRules rules;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private RoundViews rounds;

    @Autowired
    private AnnualPlans plans;

    @Autowired
    private CycleViews cycles;

    @Autowired
    private ExtensionPolicy extensions;

    @Autowired
    private ManualReminders reminders;

    @Autowired
    private Instructions instructions;

    @Autowired
    private Appeals appeals;

    @Autowired
    private SlipViews slipViews;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    private TestCity city;

    @BeforeEach
    void itIsApril() {
        city = cities.create();
        cities.keyTask(city, 1, 1);
        time.to(at("2024-04-01T09:00"));
    }

    @Test
    void aValueHoldsFromItsDayAndTheOldOneStays() {
        change(GovernmentRule.UNIT_REVIEW, 4, TODAY.plusDays(1));
        change(GovernmentRule.UNIT_REVIEW, 6, TODAY.plusDays(10));

        assertThat(rules.value(city.code(), GovernmentRule.UNIT_REVIEW, TODAY)).isEqualTo(2);
        assertThat(rules.value(city.code(), GovernmentRule.UNIT_REVIEW, TODAY.plusDays(9)))
                .isEqualTo(4);
        assertThat(rules.value(city.code(), GovernmentRule.UNIT_REVIEW, TODAY.plusDays(10)))
                .isEqualTo(6);
        assertThat(rules.changes(city.code()))
                .extracting(GovernmentRules.RuleVersion::value)
                .containsExactly(6, 4);
        assertThat(rules.value(cities.create().code(), GovernmentRule.UNIT_REVIEW, TODAY.plusDays(10)))
                .isEqualTo(2);
    }

    @Test
    void refusesWhatIsOutOfRangeAndWhatHasBegun() {
        assertThatThrownBy(() -> change(GovernmentRule.UNIT_REVIEW, 0, TODAY))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("out-of-range");
        for (LocalDate from : new LocalDate[] {TODAY, TODAY.plusYears(4)}) {
            assertThatThrownBy(() -> change(GovernmentRule.UNIT_REVIEW, 3, from))
                    .isInstanceOf(DomainException.class)
                    .hasMessageContaining("effective-from");
        }
        assertThatThrownBy(() -> change(GovernmentRule.PARTS_BEFORE, 5, TODAY.plusDays(1)))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("no-time-for-parts");
    }

    @Test
    void aRoundGoesByTheRulesOfTheDayOnWhichItIsArranged() {
        String before = cities.openFirstQuarter(city);
        change(GovernmentRule.REPORT_DUE, 7, TOMORROW);
        change(GovernmentRule.ROUND_CLOSING, 3, TOMORROW);
        change(GovernmentRule.PARTS_BEFORE, 1, TOMORROW);
        change(GovernmentRule.UNIT_REVIEW, 4, TOMORROW);
        time.to(at("2024-04-02T09:00"));
        String after = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(),
                        new PlannedRound(
                                new Quarter(2024, 2), LocalDate.of(2024, 7, 1), null, null, null, null, null)));

        assertThat(rounds.find(city.code(), before).orElseThrow().reportDueOn()).isEqualTo(LocalDate.of(2024, 4, 8));
        assertThat(rounds.find(city.code(), after).orElseThrow()).satisfies(round -> {
            assertThat(round.reportDueOn()).isEqualTo(LocalDate.of(2024, 7, 9));
            assertThat(round.closesOn()).isEqualTo(LocalDate.of(2024, 7, 12));
            assertThat(round.unitReviewDays()).isEqualTo(4);
        });
        time.to(at("2024-07-01T09:00"));
        assertThat(waiting(city.liaison(1), after + "-1", "partner-part").dueAt())
                .isEqualTo(at("2024-07-08T18:00"));
    }

    @Test
    void objectionsAndExtensionsGoByTheRules() {
        change(GovernmentRule.OBJECTION, 1, TOMORROW);
        change(GovernmentRule.EXTENSION_BY_OFFICE, 1, TOMORROW);
        CycleView cycle = cycle(cities.openFirstQuarter(city) + "-1");
        time.to(at("2024-04-02T09:00"));
        assertThat(plans.get(city.code(), 2024).objectionsUntil()).isEqualTo(at("2024-04-03T18:00"));

        assertThat(extensions.outlook(cycle, LocalDate.of(2024, 4, 9)).cityLeaderAsked())
                .isFalse();
        assertThat(extensions.outlook(cycle, LocalDate.of(2024, 4, 10)).cityLeaderAsked())
                .isTrue();
    }

    @Test
    void remindersByHandKeepTheIntervalOfTheRules() {
        String cycle = cities.openFirstQuarter(city) + "-1";
        change(GovernmentRule.REMINDER_COOL_DOWN, 0, TOMORROW);
        time.to(at("2024-04-09T09:00"));

        String slip = cities.as(city.officer(), () -> reminders.remind(cycle));

        assertThat(slip(slip).source()).isEqualTo(SlipSource.MANUAL);
    }

    @Test
    void ordersAppealsAndInterviewsGoByTheRules() {
        change(GovernmentRule.ORDER_DECISION, 1, TOMORROW);
        change(GovernmentRule.ORDER_ANSWER, 4, TOMORROW);
        change(GovernmentRule.APPEAL, 1, TOMORROW);
        change(GovernmentRule.APPEAL_DECISION, 3, TOMORROW);
        change(GovernmentRule.INTERVIEW_DECISION, 1, TOMORROW);
        change(GovernmentRule.ORDERS_TO_INTERVIEW, 3, TOMORROW);
        time.to(at("2024-04-02T09:00"));
        String first = signed();
        assertThat(slip(first).limitAt()).isEqualTo(at("2024-04-09T18:00"));
        String appeal = cities.as(city.leader(0), () -> appeals.file(first, "事项不属本单位。"));
        assertThat(waiting(city.chief(), appeal, "appeal-decision").dueAt()).isEqualTo(at("2024-04-08T18:00"));

        String second = signed();
        assertThat(interviews()).isZero();
        signed();
        assertThat(interviews()).isOne();

        time.to(at("2024-04-07T09:00"));
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> appeals.file(second, "情况有变。")))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("too-late");
    }

    private String signed() {
        String order = cities.as(city.mayor(), () -> instructions.instruct(city.code() + "-2024-1", "请报告选址进展。", null));
        WorkItem signature = waiting(city.officer(), order, "order-signature");
        assertThat(signature.dueAt()).isEqualTo(at("2024-04-03T18:00"));
        cities.complete(city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请说明进展。"));
        return order;
    }

    private WorkItem waiting(String person, String businessKey, String kind) {
        return cities.as(person, () -> cities.waiting(businessKey, kind));
    }

    private long interviews() {
        SlipFilter proposed = new SlipFilter(null, null, SlipKind.INTERVIEW, null, true);
        return cities.as(city.officer(), () -> slipViews.list(proposed, currentUsers.required(), 0, 20))
                .total();
    }

    private CycleView cycle(String id) {
        return cities.as(city.officer(), () -> cycles.get(id, currentUsers.required()));
    }

    private SlipView slip(String id) {
        return cities.as(
                city.officer(),
                () -> slipViews.find(id, currentUsers.required()).orElseThrow());
    }

    private void change(GovernmentRule rule, int value, LocalDate from) {
        cities.as(city.chief(), () -> {
            rules.change(rule, value, from);
            return rule;
        });
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
