package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.keytask.IndicatorProposal.State;
import org.supervision.shared.DomainException;

/** Indicators stand beside the text as proposals until the office decides, and follow the text when it changes. */
@ApplicationTest
@RecordApplicationEvents
class IndicatorProposalsTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private IndicatorProposals proposals;

    @Autowired
    private AgreedIndicators agreed;

    @Autowired
    private ApplicationEvents events;

    private TestCity city;
    private String id;

    @BeforeEach
    void storeAKeyTask() {
        city = cities.create();
        KeyTask keyTask = new KeyTask(
                KeyTask.id(city.code(), 2032, 1),
                city.code(),
                2032,
                1,
                "新建口袋公园12个以上，绿地率达到40%",
                city.units().get(0),
                List.of(),
                null,
                null,
                KeyTaskSource.WORK_REPORT,
                List.of(new Milestone(1, "完成选址", List.of("1. 走访5个街道")), new Milestone(3, "建成口袋公园8个", List.of())));
        keyTasks.save(keyTask);
        id = keyTask.id();
    }

    @Test
    void goalAndMilestonesAreReadWhenTheKeyTaskIsStored() {
        assertThat(current())
                .extracting(IndicatorProposal::quarter, IndicatorProposal::words, IndicatorProposal::state)
                .containsExactly(
                        tuple(null, "新建口袋公园12个以上", State.PROPOSED),
                        tuple(null, "绿地率达到40%", State.PROPOSED),
                        tuple(3, "建成口袋公园8个", State.PROPOSED));
        assertThat(current().get(2).questions()).containsExactly(IndicatorQuestion.CUMULATIVE_OR_QUARTER);
        assertThat(agreed.of(id)).isEmpty();
    }

    @Test
    void theOfficeConfirmsCorrectsAndRejects() {
        confirm(0, null);
        confirm(2, current().get(2).indicator().withStretch(new BigDecimal("9")));
        as(() -> proposals.reject(id, current().get(1).id(), 1));

        assertThat(agreed.of(id))
                .extracting(indicator -> indicator.target().summary())
                .as("the milestone says what the goal's indicator is expected to be by then")
                .containsExactly("新建口袋公园 GE 12 个");
        assertThat(agreed.of(id).get(0).expected()).isEqualTo(Map.of(3, new BigDecimal("8")));
        assertThat(current().get(1).state()).isEqualTo(State.REJECTED);
        assertThat(events.stream(IndicatorDecided.class).map(IndicatorDecided::act))
                .containsExactly("confirm-indicator", "confirm-indicator", "reject-indicator");
    }

    @Test
    void allAtOnceMakesNoTargetOfAMilestoneThatNamesSomethingElse() {
        keyTasks.save(new KeyTask(
                KeyTask.id(city.code(), 2032, 2),
                city.code(),
                2032,
                2,
                "新改建农村公路140公里",
                city.units().get(0),
                List.of(),
                null,
                null,
                KeyTaskSource.WORK_REPORT,
                List.of(new Milestone(2, "开工70公里", List.of()), new Milestone(3, "累计新改建农村公路110公里", List.of()))));
        String roads = KeyTask.id(city.code(), 2032, 2);

        assertThat((int) as(() -> proposals.confirmAll(roads))).isEqualTo(2);

        assertThat(agreed.of(roads)).singleElement().satisfies(indicator -> {
            assertThat(indicator.target().summary()).isEqualTo("新改建农村公路 EQ 140 公里");
            assertThat(indicator.expected()).isEqualTo(Map.of(3, new BigDecimal("110")));
        });
        assertThat(proposals.of(List.of(roads)))
                .filteredOn(proposal -> proposal.state() == State.PROPOSED)
                .extracting(IndicatorProposal::words)
                .containsExactly("开工70公里");
    }

    @Test
    void aDecisionIsTakenBackToWhatWasRead() {
        confirm(2, current().get(2).indicator().withStretch(new BigDecimal("9")));

        IndicatorProposal reopened =
                as(() -> proposals.reopen(id, current().get(2).id(), 2));

        assertThat(reopened.state()).isEqualTo(State.PROPOSED);
        assertThat(reopened.indicator().stretchValue()).isNull();
        assertThat(reopened.decidedByName()).isNull();
        assertThat(agreed.of(id)).isEmpty();
    }

    @Test
    void aDecisionAboutAnOlderStateIsRefused() {
        confirm(0, null);

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> as(() -> proposals.reject(id, current().get(0).id(), 1)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("keytask.error.indicator-changed"));
    }

    @Test
    void onlyTheOfficeOfTheCityDecides() {
        IndicatorProposal first = current().get(0);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        cities.as(city.leader(0), () -> proposals.confirm(id, first.id(), first.version(), null)));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> cities.as(
                        cities.create().officer(), () -> proposals.confirm(id, first.id(), first.version(), null)));
    }

    @Test
    void decisionsStayWhileTheirWordsDoAndNewWordsAreProposed() {
        confirm(0, null);
        confirm(1, null);

        keyTasks.save(keyTasks.get(id).withGoal("今年新建口袋公园12个以上，绿地率达到41%").withSection("园林科"));

        assertThat(current())
                .extracting(IndicatorProposal::words, IndicatorProposal::state)
                .containsExactly(
                        tuple("今年新建口袋公园12个以上", State.PROPOSED),
                        tuple("绿地率达到41%", State.PROPOSED),
                        tuple("建成口袋公园8个", State.PROPOSED));

        keyTasks.save(keyTasks.get(id).withGoal("今年新建口袋公园12个以上，全面达标；绿地率达到41%"));
        IndicatorProposal moved = current().get(1);
        assertThat(keyTasks.get(id).goal().substring(moved.start(), moved.end()))
                .isEqualTo(moved.words());
    }

    @Test
    void aChangeOfOtherFieldsLeavesDecisionsAlone() {
        confirm(0, null);

        keyTasks.save(keyTasks.get(id).withSection("园林科"));
        keyTasks.save(keyTasks.get(id).withMilestone(3, "建成口袋公园9个"));

        assertThat(current())
                .extracting(IndicatorProposal::words, IndicatorProposal::state)
                .containsExactly(
                        tuple("新建口袋公园12个以上", State.CONFIRMED),
                        tuple("绿地率达到40%", State.PROPOSED),
                        tuple("建成口袋公园9个", State.PROPOSED));
    }

    private void confirm(int index, Indicator corrected) {
        IndicatorProposal proposal = current().get(index);
        as(() -> proposals.confirm(id, proposal.id(), proposal.version(), corrected));
    }

    private List<IndicatorProposal> current() {
        return proposals.of(List.of(id));
    }

    private <T> T as(Supplier<T> act) {
        return cities.as(city.officer(), act);
    }
}
