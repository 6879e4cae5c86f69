package org.supervision.changerequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.Milestone;
import org.supervision.reporting.ResultRow.Adjustment;

/** Every way through a plan change: the plan is another only when the chief agrees, and says what it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanChangeRequestTests extends ChangeRequestScenario {

    @Autowired
    private OrgUnits units;

    @Autowired
    private Adjustments adjustments;

    @BeforeEach
    void aKeyTaskIsPlanned() {
        to("2024-03-25T09:00");
        city = cities.create();
        cities.keyTask(city, 1);
    }

    @AfterAll
    void everyElementWasPassed() {
        assertEveryElementWasPassed("plan-change-request");
    }

    @ParameterizedTest
    @CsvSource({
        "GOAL, 建成第1号公园, 建成口袋公园",
        "MILESTONE_2, 开工, 完成招标",
        "SECTION, 一科, 二科",
        "SUPERVISION_PHONE, 6120000, 6120001",
    })
    void changesOneThingAndKeepsTheOld(ChangedField field, String before, String after) {
        String id = ask(city.liaison(0), field, after);
        grant(city.leader(0), id);
        grant(city.officer(), id);
        assertThat(field.valueIn(keyTask(1))).isEqualTo(before);
        assertThat(adjusted()).isEmpty();
        grant(city.chief(), id);

        assertThat(field.valueIn(keyTask(1))).isEqualTo(after);
        Adjustment adjustment = adjusted().get(0);
        assertThat(adjustment.field()).isEqualTo(field.name());
        assertThat(adjustment.before()).isEqualTo(before);
        assertThat(adjustment.after()).isEqualTo(after);
        assertThat(adjustment.reason()).isEqualTo("选址变更");
        assertThat(adjustment.approvedOn()).isEqualTo(day("2024-03-25"));
        assertThat(endedAt(id)).containsExactly("EndEvent_Granted");
    }

    @Test
    void keepsTheActionStepsOfTheQuarter() {
        KeyTask planned = keyTask(1);
        office(() -> keyTasks.save(new KeyTask(
                planned.id(),
                planned.government(),
                planned.year(),
                planned.number(),
                planned.goal(),
                planned.leadUnit(),
                planned.supportingUnits(),
                planned.section(),
                planned.supervisionPhone(),
                planned.source(),
                List.of(new Milestone(1, "完成选址", List.of("踏勘", "公示"))))));
        String first = ask(city.leader(0), ChangedField.MILESTONE_1, "完成初选");
        grant(city.officer(), first);
        grant(city.chief(), first);
        String second = ask(city.leader(0), ChangedField.MILESTONE_3, "开工");
        grant(city.officer(), second);
        grant(city.chief(), second);

        assertThat(keyTask(1).milestones())
                .containsExactly(new Milestone(1, "完成初选", List.of("踏勘", "公示")), new Milestone(3, "开工", List.of()));
        assertThat(adjusted()).extracting(Adjustment::before).containsExactly("完成选址", null);
    }

    @Test
    void keepsThePlanWhenAnybodyRefuses() {
        String byLeader = ask(city.liaison(0), ChangedField.GOAL, "建成口袋公园");
        refuse(city.leader(0), byLeader);
        String byOffice = ask(city.leader(0), ChangedField.GOAL, "建成口袋公园");
        refuse(city.officer(), byOffice);
        String byChief = ask(city.leader(0), ChangedField.GOAL, "建成口袋公园");
        grant(city.officer(), byChief);
        refuse(city.chief(), byChief);

        assertThat(List.of(byLeader, byOffice, byChief))
                .allSatisfy(id -> assertThat(endedAt(id)).containsExactly("EndEvent_Refused"));
        assertThat(keyTask(1).goal()).isEqualTo("建成第1号公园");
        assertThat(adjusted()).isEmpty();
    }

    @Test
    void isNotGrantedOverAChangeMadeMeanwhile() {
        String id = ask(city.leader(0), ChangedField.GOAL, "建成口袋公园");
        grant(city.officer(), id);
        office(() -> keyTasks.save(keyTask(1).withGoal("建成湿地公园")));

        assertThatThrownBy(() -> grant(city.chief(), id))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("changerequest.error.overtaken"));
        assertThat(request(id).state()).isEqualTo(ChangeState.PENDING);
        assertThat(keyTask(1).goal()).isEqualTo("建成湿地公园");
        refuse(city.chief(), id);
        assertThat(request(id).state()).isEqualTo(ChangeState.REFUSED);
    }

    @Test
    void followsItsUnitIntoAnother() {
        String id = ask(city.liaison(0), ChangedField.GOAL, "建成口袋公园");
        cities.as(city.chief(), () -> {
            units.merge(city.units().get(0), city.units().get(1));
            return null;
        });

        assertThat(waitingFor(city.leader(0), id)).isEmpty();
        grant(city.leader(1), id);
        assertThat(request(id).unit()).isEqualTo(city.units().get(1));
    }

    @Test
    void isWithdrawn() {
        String id = ask(city.liaison(0), ChangedField.GOAL, "建成口袋公园");
        cities.as(city.liaison(0), () -> {
            requests.withdraw(id);
            return null;
        });
        assertThat(endedAt(id)).containsExactly("EndEvent_EndedUndecided");
    }

    @ParameterizedTest
    @CsvSource({
        "GOAL, 建成第1号公园, changerequest.error.same-value",
        "GOAL, ' ', changerequest.error.value-required",
        "LEAD_UNIT, 别的, changerequest.error.field",
        "REPORT_DUE_ON, 2024-04-10, changerequest.error.field",
    })
    void isRefusedForWhatIsNoChangeOfThePlan(ChangedField field, String value, String code) {
        assertThatThrownBy(() -> ask(city.liaison(0), field, value))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo(code));
    }

    @Test
    void isRefusedForATextThatIsTooLong() {
        assertThatThrownBy(() -> ask(city.liaison(0), ChangedField.GOAL, "长".repeat(4001)))
                .satisfies(refused -> assertThat(code(refused)).isEqualTo("keytask.error.too-long"));
    }

    private List<Adjustment> adjusted() {
        return adjustments.of(List.of(keyTask(1).id())).getOrDefault(keyTask(1).id(), List.of());
    }

    private String ask(String username, ChangedField field, String newValue) {
        return cities.as(
                username, () -> requests.askPlanChange(KeyTask.id(city.code(), 2024, 1), field, newValue, "选址变更"));
    }
}
