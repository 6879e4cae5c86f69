package org.supervision.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.CurrentUsers;
import org.supervision.shared.DomainException;
import org.supervision.workflow.WorkItem;
import org.supervision.workflow.WorkItems;

/** Signed orders are taken together in a circular that the chief signs. */
@ApplicationTest
class CircularTests {

    private static final Map<String, Object> SUBMIT =
            Map.of("decision", "SUBMIT", "subject", "关于逾期未报的通报", "body", "现将有关情况通报如下。\n请限期整改。");

    @Autowired
    private TestCities cities;

    @Autowired
    private Circulars circulars;

    @Autowired
    private CircularViews views;

    @Autowired
    private Appeals appeals;

    @Autowired
    private WorkItems workItems;

    @Autowired
    private CurrentUsers currentUsers;

    @Autowired
    private TimeTravel time;

    private TestCity city;

    @BeforeEach
    void threeOrdersAreSigned() {
        city = cities.create();
        for (int number = 1; number <= 3; number++) {
            cities.keyTask(city, number);
        }
        cities.openFirstQuarter(city);
        time.to(at("2024-04-15T09:00"));
        signOrders();
    }

    @Test
    void namesTheChosenOrdersAndIsIssuedUnderItsNumberWhenTheChiefSigns() {
        List<String> orders = pending();
        assertThat(orders).hasSize(3);
        String id = draft(Set.of(orders.get(0), orders.get(2)));

        assertThat(pending()).containsExactly(orders.get(1));
        assertThat(visibleTo(city.leader(1), id)).as("not before it is issued").isFalse();
        cities.complete(city.officer(), id, "circular-draft", SUBMIT);
        assertThat(cities.kindsWaitingFor(city.officer(), id)).isEmpty();
        cities.complete(city.chief(), id, "circular-signature", Map.of("decision", "SIGN"));

        CircularView issued = circular(id);
        assertThat(issued.state()).isEqualTo(CircularState.ISSUED);
        assertThat(issued.year()).isEqualTo(2024);
        assertThat(issued.number()).isEqualTo(1);
        assertThat(issued.signedBy()).isNotBlank();
        assertThat(issued.paragraphs()).containsExactly("现将有关情况通报如下。", "请限期整改。");
        assertThat(issued.entries())
                .extracting(CircularView.Entry::keyTaskNumber)
                .containsExactly(1, 3);
        assertThat(visibleTo(city.leader(1), id)).as("every unit may read it").isTrue();
        assertThat(visibleTo(cities.create().officer(), id)).as("no other city").isFalse();
    }

    @Test
    void goesBackToTheOfficeWithWhatTheChiefWantsChanged() {
        String id = draft(Set.copyOf(pending()));
        cities.complete(city.officer(), id, "circular-draft", SUBMIT);
        assertThatThrownBy(() -> cities.complete(city.chief(), id, "circular-signature", Map.of("decision", "RETURN")))
                .as("a return says why")
                .isInstanceOf(DomainException.class);
        cities.complete(city.chief(), id, "circular-signature", Map.of("decision", "RETURN", "comment", "写明整改期限。"));

        WorkItem again = cities.as(city.officer(), () -> cities.waiting(id, "circular-draft"));
        var detail = cities.as(city.officer(), () -> workItems.get(again.id()));
        assertThat(detail.values()).containsEntry("subject", "关于逾期未报的通报");
        assertThat(detail.facts()).anyMatch(fact -> fact.text().equals("写明整改期限。"));
        cities.complete(city.officer(), id, "circular-draft", SUBMIT);
        assertThat(circular(id).comment()).isNull();
        cities.complete(city.chief(), id, "circular-signature", Map.of("decision", "SIGN"));
        assertThat(circular(id).number()).isEqualTo(1);
    }

    @Test
    void leavesItsOrdersToTheNextOneWhenItIsDropped() {
        String dropped = draft(Set.copyOf(pending()));
        cities.complete(city.officer(), dropped, "circular-draft", Map.of("decision", "DISCARD"));

        assertThat(circular(dropped).state()).isEqualTo(CircularState.DISCARDED);
        assertThat(pending()).hasSize(3);
        String next = draft(Set.copyOf(pending()));
        cities.complete(city.officer(), next, "circular-draft", SUBMIT);
        cities.complete(city.chief(), next, "circular-signature", Map.of("decision", "SIGN"));
        assertThat(circular(next).number()).as("no number is missing").isEqualTo(1);
    }

    @Test
    void isOneAtATimeAndTakesOnlyOrdersThatWait() {
        List<String> orders = pending();
        assertThatThrownBy(() -> draft(Set.of())).hasMessageContaining("none-chosen");
        assertThatThrownBy(() -> draft(Set.of("no-such-order"))).hasMessageContaining("not-pending");
        draft(Set.of(orders.get(0)));

        assertThatThrownBy(() -> draft(Set.of(orders.get(1)))).hasMessageContaining("in-hand");
        assertThatThrownBy(() -> cities.as(city.leader(0), () -> circulars.draft(Set.of(orders.get(1)))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void leavesOutWhatWasWithdrawnBeforeTheSignature() {
        List<String> orders = pending();
        String id = draft(Set.of(orders.get(0), orders.get(1)));
        cities.complete(city.officer(), id, "circular-draft", SUBMIT);
        withdraw(orders.get(0));
        assertThat(circular(id).entries())
                .extracting(CircularView.Entry::withdrawn)
                .containsExactly(true, false);

        cities.complete(city.chief(), id, "circular-signature", Map.of("decision", "SIGN"));

        assertThat(circular(id).entries())
                .extracting(CircularView.Entry::slipId)
                .containsExactly(orders.get(1));
    }

    @Test
    void isNotSignedWhenNothingIsLeftToName() {
        String order = pending().get(0);
        String id = draft(Set.of(order));
        cities.complete(city.officer(), id, "circular-draft", SUBMIT);
        withdraw(order);

        assertThatThrownBy(() -> cities.complete(city.chief(), id, "circular-signature", Map.of("decision", "SIGN")))
                .hasMessageContaining("all-withdrawn");
    }

    private void signOrders() {
        List<WorkItem> waiting = cities.as(city.officer(), () -> workItems.mine(0, 50).items().stream()
                .map(WorkItems.WorkItemView::item)
                .filter(item -> item.kind().equals("order-signature"))
                .toList());
        assertThat(waiting).hasSize(3);
        waiting.forEach(item -> cities.complete(
                city.officer(),
                item.businessKey(),
                "order-signature",
                Map.of("decision", "SIGN", "requirement", "请说明逾期原因。")));
    }

    private void withdraw(String order) {
        String appeal = cities.as(city.leader(0), () -> appeals.file(order, "报告已在线下报送。"));
        cities.complete(city.chief(), appeal, "appeal-decision", Map.of("decision", "WITHDRAW", "comment", "情况属实。"));
    }

    private List<String> pending() {
        return cities.as(city.officer(), () -> views.pending(currentUsers.required()).stream()
                .map(CircularView.Entry::slipId)
                .toList());
    }

    private String draft(Set<String> orders) {
        return cities.as(city.officer(), () -> circulars.draft(orders));
    }

    private CircularView circular(String id) {
        return cities.as(
                city.officer(), () -> views.find(id, currentUsers.required()).orElseThrow());
    }

    private boolean visibleTo(String account, String id) {
        return cities.as(account, () -> views.find(id, currentUsers.required()).isPresent());
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + ":00+08:00").toInstant();
    }
}
