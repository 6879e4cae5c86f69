package org.supervision.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;
import org.supervision.workflow.EngineTime;

/** The application with all its duties; each round is one of a city of its own, its people are signed in before. */
@TestComponent
class OurCycles implements Contender {

    private static final LocalDate OPENS_ON = LocalDate.of(2024, 4, 2);
    private static final Map<String, Object> REPORT = Map.of(
            "verdict", "ON_SCHEDULE", "progress", "选址已经完成，用地手续正在办理，初步设计通过评审。".repeat(5), "nextSteps", "下季度完成招标并开工。");
    private static final Map<String, Object> APPROVE = Map.of("decision", "APPROVE");
    private static final Map<String, Object> APPROVE_WITH_VERDICT =
            Map.of("decision", "APPROVE", "verdict", "ON_SCHEDULE");

    private final TestCities cities;
    private final RoundPlanning planning;
    private final EngineTime engineTime;
    private final JdbcClient jdbc;

    OurCycles(TestCities cities, RoundPlanning planning, EngineTime engineTime, JdbcClient jdbc) {
        this.cities = cities;
        this.planning = planning;
        this.engineTime = engineTime;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public String database() {
        return jdbc.sql("select current_database()").query(String.class).single();
    }

    @Override
    public Round prepare(int cycles) {
        TestCity city = cities.create();
        IntStream.rangeClosed(1, cycles).forEach(number -> cities.keyTask(city, number));
        String round = cities.as(
                city.officer(),
                () -> planning.plan(
                        city.code(), new PlannedRound(new Quarter(2024, 1), OPENS_ON, null, null, null, null, null)));
        return new CityRound(
                round,
                IntStream.rangeClosed(1, cycles)
                        .mapToObj(number -> round + "-" + number)
                        .toList(),
                cities.signIn(city.liaison(0)),
                cities.signIn(city.leader(0)),
                cities.signIn(city.officer()));
    }

    private class CityRound implements Round {

        private final String round;
        private final List<String> cycles;
        private final Authentication liaison;
        private final Authentication leader;
        private final Authentication officer;

        CityRound(
                String round,
                List<String> cycles,
                Authentication liaison,
                Authentication leader,
                Authentication officer) {
            this.round = round;
            this.cycles = cycles;
            this.liaison = liaison;
            this.leader = leader;
            this.officer = officer;
        }

        @Override
        public void open() {
            cities.complete(officer, round, "round-opening", Map.of());
            engineTime.runDue();
        }

        @Override
        public List<String> cycles() {
            return cycles;
        }

        @Override
        public void run(String cycle) {
            cities.complete(liaison, cycle, "progress-report", REPORT);
            cities.complete(leader, cycle, "unit-review", APPROVE);
            cities.complete(officer, cycle, "office-review", APPROVE_WITH_VERDICT);
        }

        @Override
        public long timers() {
            return count(
                    """
                    select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                     where j.type_ = 'timer' and e.business_key_ in (select id from reporting_cycle where round_id = ?)
                    """);
        }

        @Override
        public long approved() {
            return count(
                    """
                    select count(*) from reporting_cycle c
                     where round_id = ? and state = 'CLOSED' and outcome = 'APPROVED'
                       and (select count(*) from progress_report r where r.cycle_id = c.id) = 1
                       and (select count(*) from review v where v.cycle_id = c.id and decision = 'APPROVE') = 2
                       and (select count(*) from completed_work_item w where w.business_key = c.id) = 3
                       and (select count(*) from audit_entry a
                             where a.object_type = 'reporting-cycle' and a.object_id = c.id and a.actor <> 'engine') = 3
                       and exists (select 1 from act_hi_procinst h
                                    where h.business_key_ = c.id and h.end_act_id_ = 'EndEvent_Approved')
                       and not exists (select 1 from act_ru_execution e where e.business_key_ = c.id)
                    """);
        }

        private long count(String sql) {
            return jdbc.sql(sql).param(round).query(Long.class).single();
        }
    }
}
