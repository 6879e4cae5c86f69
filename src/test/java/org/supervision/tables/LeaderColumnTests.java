package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.identity.GroupPath;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.shared.AuditableEvent.Change;

/** The leader in charge as a column of a table. */
@ApplicationTest
class LeaderColumnTests {

    private static final String PLAN =
            """
            2031年重点工作任务
            序号\t目标任务\t分管市领导\t牵头单位
            1\t建成北门水厂。\t%s\t市水利局
            2\t改造老旧小区。\t王 江副市长\t市住建局
            """;

    @Autowired
    private ImportDesk desk;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private Accounts accounts;

    private String city;

    @BeforeEach
    void aGovernmentWithOneViceMayor() {
        city = desk.foundGovernment();
        accounts.create(
                new Account(
                        city + "-wang", "王江", Set.of(GroupPath.cityLeader(city).toString())),
                "long-enough-1");
    }

    @Test
    void aLeaderOfThatNameIsPutInCharge() {
        desk.confirm(desk.uploadText(city, PLAN.formatted("王江")));

        assertThat(leader(1)).isEqualTo(city + "-wang");
        assertThat(leader(2)).isEqualTo(city + "-wang");
        assertThat(desk.confirm(desk.uploadText(city, PLAN.formatted("王江")))).isEqualTo(new Confirmation(0, 0, 2, 0));
    }

    @Test
    void aNameWithoutAnAccountIsAskedAndLeavesWhatIsStored() {
        desk.confirm(desk.uploadText(city, PLAN.formatted("王江")));

        ImportPreview preview = desk.uploadText(city, PLAN.formatted("李河").replace("王 江副市长", "李河"));

        assertThat(ImportDesk.codes(preview.row(1))).containsExactly("leader-unknown");
        assertThat(preview.row(1).problems().get(0).arguments()).containsExactly("李河", "2");
        assertThat(preview.row(2).problems())
                .as("the same name is asked about once")
                .isEmpty();
        assertThat(preview.row(1).problems().get(0).position().column()).isEqualTo(3);
        assertThat(preview.row(1).changes()).isEmpty();
        desk.correct(preview, 1, Map.of("leaderInCharge", "王江"));
        assertThat(desk.preview(preview).row(1).problems()).isEmpty();
    }

    @Test
    void anEmptyCellTakesTheLeaderAwayAndAMissingColumnDoesNot() {
        desk.confirm(desk.uploadText(city, PLAN.formatted("王江")));

        assertThat(desk.uploadText(city, "2031年重点工作任务\n序号\t目标任务\t牵头单位\n1\t建成北门水厂。\t市水利局")
                        .row(1)
                        .changes())
                .isEmpty();
        ImportPreview empty = desk.uploadText(city, PLAN.formatted(""));
        assertThat(empty.row(1).changes()).containsExactly(Map.entry("leaderInCharge", new Change("王江", null)));
        desk.confirm(empty);
        assertThat(leader(1)).isNull();
    }

    private String leader(int number) {
        KeyTask keyTask = keyTasks.get(KeyTask.id(city, 2031, number));
        return keyTasks.leadersInCharge(List.of(keyTask)).get(keyTask.id());
    }
}
