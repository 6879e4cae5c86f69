package org.supervision.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.ApplicationTest;

/** The filters of Tasklist are there once, however many nodes start and however often. */
@ApplicationTest
class TasklistFiltersCreationTests {

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @RepeatedTest(5)
    void twoNodesThatStartAtOnceCreateThemOnce() {
        jdbc.sql("delete from act_ru_authorization where resource_id_ like 'tasklist-%'")
                .update();
        jdbc.sql("delete from act_ru_filter where id_ like 'tasklist-%'").update();

        CompletableFuture.allOf(CompletableFuture.runAsync(this::create), CompletableFuture.runAsync(this::create))
                .join();

        assertOnce();
    }

    @Test
    void whatIsThereStaysAsItIs() {
        create();
        create();

        assertOnce();
    }

    private void create() {
        TasklistFilters.create(engine, messages);
    }

    private void assertOnce() {
        assertThat(jdbc.sql("select id_ from act_ru_filter where id_ like 'tasklist-%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("tasklist-mine", "tasklist-unit", "tasklist-overdue", "tasklist-returned");
        assertThat(jdbc.sql("select count(*) from act_ru_authorization where resource_id_ like 'tasklist-%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }
}
