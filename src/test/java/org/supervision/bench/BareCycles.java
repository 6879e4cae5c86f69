package org.supervision.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.workflow.Submissions;

/** The engine alone: our diagrams with beans that do nothing, tasks completed without values, in a database of its own. */
class BareCycles implements Contender {

    private final String name;
    private final String database;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;

    /**
     * @param configuration complete but for beans and schema; with authorizations on, people sign in and instances
     *     belong to a government
     */
    BareCycles(String name, String database, ProcessEngineConfigurationImpl configuration) {
        this.name = name;
        this.database = database;
        configuration.setProcessEngineName(name);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setBeans(NoOpBeans.byName());
        this.engine = configuration.buildProcessEngine();
        this.jdbc = JdbcClient.create(configuration.getDataSource());
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("processes/reporting/reporting-round.bpmn")
                .addClasspathResource("processes/reporting/quarterly-cycle.bpmn")
                .addClasspathResource("processes/escalation/overdue-escalation.bpmn")
                .deploy();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public Round prepare(int cycles) {
        String round = "r" + UUID.randomUUID();
        Map<String, Object> variables = new HashMap<>(Map.of(NoOpBeans.CYCLES, cycles));
        if (peopleSignIn()) {
            variables.put(Submissions.GOVERNMENT, NoOpBeans.CITY);
        }
        engine.getRuntimeService().startProcessInstanceByKey("reporting-round", round, variables);
        return new BareRound(
                round,
                IntStream.rangeClosed(1, cycles)
                        .mapToObj(number -> round + "-" + number)
                        .toList());
    }

    ProcessEngine engine() {
        return engine;
    }

    private boolean peopleSignIn() {
        return engine.getProcessEngineConfiguration().isAuthorizationEnabled();
    }

    private class BareRound implements Round {

        private final String round;
        private final List<String> cycles;

        BareRound(String round, List<String> cycles) {
            this.round = round;
            this.cycles = cycles;
        }

        @Override
        public void open() {
            complete(round, NoOpBeans.OFFICER);
            var jobs = engine.getManagementService().createJobQuery().executable();
            jobs.list().forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }

        @Override
        public List<String> cycles() {
            return cycles;
        }

        @Override
        public void run(String cycle) {
            complete(cycle, NoOpBeans.LIAISON);
            complete(cycle, NoOpBeans.LEADER);
            complete(cycle, NoOpBeans.OFFICER);
        }

        /** A person of that group finds the task and completes it. */
        private void complete(String businessKey, String group) {
            if (peopleSignIn()) {
                engine.getIdentityService().setAuthentication("person", List.of(group), List.of(NoOpBeans.CITY));
            }
            try {
                var tasks = engine.getTaskService();
                var waiting = tasks.createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .taskCandidateGroup(group)
                        .singleResult();
                tasks.complete(waiting.getId());
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }

        @Override
        public long timers() {
            return count(
                    """
                    select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                     where j.type_ = 'timer' and e.business_key_ like ? || '-%'
                    """);
        }

        @Override
        public long approved() {
            return count(
                    """
                    select count(*) from act_hi_procinst h
                     where h.business_key_ like ? || '-%' and h.end_act_id_ = 'EndEvent_Approved'
                       and (select count(*) from act_hi_taskinst t
                             where t.proc_inst_id_ = h.id_ and t.delete_reason_ = 'completed') = 3
                       and not exists (select 1 from act_ru_execution e where e.proc_inst_id_ = h.id_)
                       and not exists (select 1 from act_ru_job j where j.process_instance_id_ = h.id_)
                    """);
        }

        private long count(String sql) {
            return jdbc.sql(sql).param(round).query(Long.class).single();
        }
    }
}
