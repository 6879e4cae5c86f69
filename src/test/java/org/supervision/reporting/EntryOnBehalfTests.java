package org.supervision.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.shared.DomainException;
import org.supervision.workflow.EntriesOnBehalf;
import org.supervision.workflow.EntrySource;

/** The office enters a report that a unit has handed in on paper or told by telephone. */
@ApplicationTest
class EntryOnBehalfTests {

    private static final Map<String, ?> REPORT = Map.of("verdict", "ON_SCHEDULE", "progress", "完成选址。");

    @Autowired
    private TestCities cities;

    @Autowired
    private EntriesOnBehalf entries;

    @Autowired
    private RestCalls rest;

    @Autowired
    private Portal portal;

    @Autowired
    private JdbcClient jdbc;

    private TestCity city;
    private String cycle;
    private String draft;

    @BeforeEach
    void aReportIsToBeDrafted() {
        city = cities.create();
        cities.keyTask(city, 1);
        cycle = cities.openFirstQuarter(city) + "-1";
        draft = cities.as(
                city.liaison(0), () -> cities.waiting(cycle, "progress-report").id());
    }

    @Test
    void theReportNamesTheOfficerAndTheSourceAndGoesToTheUnitsLeader() {
        enter(city.officer(), EntrySource.PAPER);

        assertThat(cities.kindsWaitingFor(city.leader(0), cycle)).containsExactly("unit-review");
        var report = rest.get(city.leader(0), "/cycles/{id}", cycle).getBody().at("/reports/0");
        assertThat(report.at("/progress").asText()).isEqualTo("完成选址。");
        assertThat(report.at("/enteredFrom").asText()).isEqualTo("PAPER");
        assertThat(jdbc.sql("select submitted_by from progress_report where cycle_id = ?")
                        .param(cycle)
                        .query(String.class)
                        .single())
                .isEqualTo(city.officer());
    }

    @Test
    void theTrailNamesTheOfficerTheUnitAndTheSource() {
        enter(city.chief(), EntrySource.TELEPHONE);

        Map<String, Object> entry = jdbc.sql(
                        "select actor, changes::text as changes from audit_entry where object_id = ? and act = 'enter-on-behalf'")
                .param(cycle)
                .query()
                .singleRow();
        assertThat(entry.get("actor")).isEqualTo(city.chief());
        assertThat(entry.get("changes").toString()).contains(city.units().get(0), "TELEPHONE");
    }

    @Test
    void nobodyElseEntersForTheUnit() {
        for (String username :
                List.of(city.liaison(0), city.liaison(1), city.leader(0), city.leader(1), city.mayor(), "sysadmin")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .as(username)
                    .isThrownBy(() -> enter(username, EntrySource.PAPER));
        }
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> enter(cities.create().officer(), EntrySource.PAPER))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.NOT_FOUND));
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
    }

    @Test
    void onlyTheReportIsEnteredAndOnlyWithItsSource() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> enter(city.officer(), null))
                .satisfies(refusal ->
                        assertThat(refusal.fieldErrors().get(0).field()).isEqualTo("entrySource"));
        cities.complete(city.liaison(0), cycle, "progress-report", REPORT);
        draft = cities.as(
                city.leader(0), () -> cities.waiting(cycle, "unit-review").id());
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> enter(city.officer(), EntrySource.PAPER))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.NOT_FOUND));
    }

    @Test
    void theOtherDoorsStayShutForTheOffice() {
        assertThat(rest.post(city.officer(), "/work-items/{id}/completion", Map.of("values", REPORT), draft)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(rest.post(
                                city.liaison(0),
                                "/work-items/{id}/completion",
                                Map.of("values", Map.of("verdict", "DONE", "progress", "完成。", "entrySource", "PAPER")),
                                draft)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(cities.kindsWaitingFor(city.liaison(0), cycle)).containsExactly("progress-report");
    }

    @Test
    void thePageAsksForTheSourceAndSaysWhatWasDone() {
        Page form = portal.signIn(city.officer()).open("/cycles/" + cycle).follow("a[href$=/on-behalf]");
        assertThat(form.text("main")).contains("代市一局填报", "内容来源", "纸质", "电话");

        Page refused = form.submit("#work-item", Map.of("verdict", "BEHIND", "progress", "完成选址。"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#error-summary")).contains("选择内容来源");

        Page done = refused.submit("#work-item", Map.of("entrySource", "TELEPHONE"));
        assertThat(done.path()).isEqualTo("/cycles/" + cycle);
        assertThat(done.text("main")).contains("已代市一局提交单位负责人", "督查室代填 · 电话", "代牵头单位填报第 1 版");
        assertThat(done.content().select("a[href$=/on-behalf]")).isEmpty();
        assertThat(portal.signIn(city.liaison(0))
                        .open("/cycles/" + cycle)
                        .content()
                        .select("a[href$=/on-behalf]"))
                .isEmpty();
    }

    private void enter(String username, @Nullable EntrySource source) {
        cities.as(username, () -> {
            entries.complete(draft, REPORT, Map.of(), source);
            return null;
        });
    }
}
