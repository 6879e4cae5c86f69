package org.supervision.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.supervision.ApplicationTest;
import org.supervision.Statements;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** Ten thousand things that become overdue at once cost a handful of statements and each person one digest. */
@ApplicationTest
class ManyOverdueTests {

    private static final int MANY = 10_000;

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Digests digests;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void areToldInOneDigestPerPersonAndFewStatements() {
        TestCity city = cities.create();
        cities.keyTask(city, 1);
        String round = cities.openFirstQuarter(city);
        time.to(OffsetDateTime.parse("2024-04-08T19:00:00+08:00").toInstant());

        transaction.executeWithoutResult(status -> {
            multiplyWorkItem(round + "-1");
            jdbc.sql("delete from digest_run where government = ? and day = date '2024-04-08'")
                    .param(city.code())
                    .update();

            assertThat(Statements.of(digests::compose)).isPositive().isLessThan(20);
            assertThat(jdbc.sql("select count(*) from digest where government = ? and day = date '2024-04-08'")
                            .param(city.code())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(jdbc.sql(
                                    """
                                    select l.arguments ->> 0 from digest_line l join digest d on d.id = l.digest_id
                                    where d.government = ? and d.day = date '2024-04-08' and l.kind = 'line.rest'""")
                            .param(city.code())
                            .query(String.class)
                            .single())
                    .isEqualTo(String.valueOf(MANY + 1 - 20));
            status.setRollbackOnly();
        });
    }

    /** As the engine would keep them, without running ten thousand processes. */
    private void multiplyWorkItem(String cycle) {
        String task = jdbc.sql(
                        """
                        select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                        where e.business_key_ = ?""")
                .param(cycle)
                .query(String.class)
                .single();
        jdbc.sql(
                        """
                        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_,
                            task_def_key_, priority_, create_time_, due_date_, suspension_state_, tenant_id_)
                        select id_ || '-' || n, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                            priority_, create_time_, due_date_, suspension_state_, tenant_id_
                        from act_ru_task, generate_series(1, ?) n where id_ = ?""")
                .params(MANY, task)
                .update();
        jdbc.sql(
                        """
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
                        select l.id_ || '-' || n, l.rev_, l.group_id_, l.type_, l.task_id_ || '-' || n, l.tenant_id_
                        from act_ru_identitylink l, generate_series(1, ?) n where l.task_id_ = ?""")
                .params(MANY, task)
                .update();
    }
}
