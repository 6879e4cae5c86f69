package org.supervision.keytask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.supervision.ApplicationTest;
import org.supervision.identity.Governments;
import org.supervision.identity.OrgUnits;
import org.supervision.shared.AuditableEvent;
import org.supervision.shared.AuditableEvent.Change;
import org.supervision.shared.AuditableEvents;
import org.supervision.shared.DomainException;
import org.supervision.shared.Quarter;

/** Key tasks are stored as a whole, under one number, and found by what they are about. */
@ApplicationTest
@RecordApplicationEvents
class KeyTasksTests {

    private static int governmentsMade;

    @Autowired
    private Governments governments;

    @Autowired
    private OrgUnits units;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private ApplicationEvents events;

    private String government;
    private String roads;
    private String finance;
    private String county;

    @BeforeEach
    void makeGovernmentWithThreeUnits() {
        government = "tasks" + ++governmentsMade;
        governments.create(government, "Government of key tasks");
        roads = units.create(government, "市交通运输局").code();
        finance = units.create(government, "市财政局").code();
        county = units.create(government, "北县政府").code();
    }

    @Test
    void aKeyTaskIsReadAsItWasStored() {
        KeyTask keyTask = new KeyTask(
                KeyTask.id(government, 2026, 12),
                government,
                2026,
                12,
                "修建“四好农村路”120公里",
                roads,
                List.of(
                        new SupportingUnit("市财政局", List.of(finance)),
                        new SupportingUnit("相关县政府", List.of(county, finance)),
                        new SupportingUnit("有关企业", List.of())),
                "农路科",
                "5510001",
                KeyTaskSource.LIVELIHOOD,
                List.of(
                        new Milestone(1, "完成招标", List.of("1. 编制文件", "2. 发布公告")),
                        new Milestone(3, "", List.of("铺设面层")),
                        new Milestone(4, "通车", List.of())));

        assertThat(keyTasks.save(keyTask)).isEqualTo(KeyTasks.Outcome.CREATED);

        assertThat(keyTasks.get(keyTask.id()))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(keyTask);
        assertThat(keyTasks.find(government, 2026, 12)).contains(keyTasks.get(keyTask.id()));
        assertThat(keyTasks.find(government, 2026, 13)).isEmpty();
        assertThat(told(KeyTaskCreated.class)).extracting(KeyTaskCreated::id).contains(keyTask.id());
    }

    @Test
    void savingTheSameAgainChangesNothing() {
        KeyTask road = keyTask(1, "修路", roads);
        keyTasks.save(road);

        assertThat(keyTasks.save(road)).isEqualTo(KeyTasks.Outcome.UNCHANGED);
        assertThat(keyTasks.get(road.id()).version()).isEqualTo(1);
        assertThat(told(KeyTaskChanged.class)).noneMatch(event -> event.id().equals(road.id()));
    }

    @Test
    void aChangeIsToldWithBothValues() {
        KeyTask road = keyTask(1, "修路", roads);
        keyTasks.save(road);

        assertThat(keyTasks.save(keyTask(1, "修两条路", roads))).isEqualTo(KeyTasks.Outcome.CHANGED);

        assertThat(keyTasks.get(road.id()).goal()).isEqualTo("修两条路");
        assertThat(told(KeyTaskChanged.class).filter(event -> event.id().equals(road.id())))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.changes()).containsOnly(Map.entry("goal", new Change("修路", "修两条路"))));
    }

    @Test
    void anOutdatedStateIsRefused() {
        keyTasks.save(keyTask(1, "修路", roads));
        KeyTask read = keyTasks.get(KeyTask.id(government, 2026, 1));
        keyTasks.save(keyTask(1, "修两条路", roads));

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> keyTasks.save(read))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.CONFLICT));
        assertThat(keyTasks.get(read.id()).goal()).isEqualTo("修两条路");
    }

    @Test
    void aUnitOfAnotherGovernmentCannotTakePart() {
        String other = "tasks" + ++governmentsMade;
        governments.create(other, "Other");
        String foreign = units.create(other, "市交通运输局").code();

        for (KeyTask wrong :
                List.of(keyTask(1, "修路", foreign), keyTask(1, "修路", "nowhere-u001"), supported(1, roads, foreign))) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> keyTasks.save(wrong))
                    .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID));
        }
        assertThat(keyTasks.of(government, 2026)).isEmpty();
    }

    @Test
    void aGoalThatIsMissingOrEndlessIsRefused() {
        for (String goal : List.of(" ", "长".repeat(4_001))) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> keyTasks.save(keyTask(1, goal, roads)))
                    .satisfies(refusal ->
                            assertThat(refusal.fieldErrors().get(0).field()).isEqualTo("goal"));
        }
    }

    @Test
    void aQuarterIsDueForItsMilestonesAndForTasksWithoutAny() {
        keyTasks.save(keyTask(3, "第一季度", roads, new Milestone(1, "开工", List.of())));
        keyTasks.save(keyTask(2, "第二季度", roads, new Milestone(2, "通车", List.of())));
        keyTasks.save(keyTask(1, "全年", roads));

        assertThat(keyTasks.dueIn(government, new Quarter(2026, 1)))
                .extracting(KeyTask::number)
                .containsExactly(1, 3);
        assertThat(keyTasks.dueIn(government, new Quarter(2026, 4)))
                .extracting(KeyTask::number)
                .containsExactly(1);
        assertThat(keyTasks.dueIn(government, new Quarter(2025, 1))).isEmpty();
    }

    @Test
    void aSearchKeepsToWhatTheUnitLeadsOrSupports() {
        keyTasks.save(keyTask(1, "修路", roads));
        keyTasks.save(keyTask(2, "理财", finance));
        keyTasks.save(supported(3, finance, roads));

        assertThat(numbers(query(roads, null, null))).containsExactly(1, 3);
        assertThat(numbers(query(county, null, null))).isEmpty();
        assertThat(numbers(query(null, null, null))).containsExactly(1, 2, 3);
        assertThat(numbers(query(roads, finance, null))).containsExactly(3);
    }

    @Test
    void aSearchFindsUnitsByTheirNames() {
        keyTasks.save(keyTask(1, "修路", roads));
        keyTasks.save(keyTask(2, "理财", finance));
        keyTasks.save(supported(3, finance, county));

        assertThat(numbers(query(null, null, "交通"))).containsExactly(1);
        assertThat(numbers(query(null, null, "配合"))).containsExactly(3);
    }

    @Test
    void aSearchFindsPartsOfTheGoalAndNumbers() {
        keyTasks.save(keyTask(1, "修路100%", roads));
        keyTasks.save(keyTask(21, "修桥", roads));
        keyTasks.save(keyTask(12, "理财", finance));

        assertThat(numbers(query(null, null, "修"))).containsExactly(1, 21);
        assertThat(numbers(query(null, null, "12"))).containsExactly(12);
        assertThat(numbers(query(null, null, "%"))).containsExactly(1);
        assertThat(numbers(query(null, null, "' or true --"))).isEmpty();
    }

    @Test
    void aListIsPagedAndSortedAsAsked() {
        for (int number = 1; number <= 5; number++) {
            keyTasks.save(keyTask(number, "任务" + number, roads));
        }
        Sort descending = Sort.by(Sort.Direction.DESC, "number");

        var second = keyTasks.search(new KeyTaskQuery(government, null, 2026, null, null, null, 1, 2, descending));

        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items()).extracting(KeyTask::number).containsExactly(3, 2);
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> keyTasks.search(new KeyTaskQuery(
                        government, null, null, null, null, null, 0, 2, Sort.by("goal; drop table key_task"))));
    }

    private List<Integer> numbers(KeyTaskQuery query) {
        return keyTasks.search(query).items().stream().map(KeyTask::number).toList();
    }

    private KeyTaskQuery query(@Nullable String visibleToUnit, @Nullable String unit, @Nullable String text) {
        return new KeyTaskQuery(government, visibleToUnit, 2026, unit, text, null, 0, 50, Sort.unsorted());
    }

    private KeyTask keyTask(int number, String goal, String lead, Milestone... milestones) {
        return keyTask(number, goal, lead, List.of(), milestones);
    }

    private KeyTask supported(int number, String lead, String supporting) {
        return keyTask(number, "合作", lead, List.of(new SupportingUnit("配合单位", List.of(supporting))));
    }

    private KeyTask keyTask(
            int number, String goal, String lead, List<SupportingUnit> supporting, Milestone... milestones) {
        return new KeyTask(
                KeyTask.id(government, 2026, number),
                government,
                2026,
                number,
                goal,
                lead,
                supporting,
                null,
                null,
                KeyTaskSource.WORK_REPORT,
                List.of(milestones));
    }

    private <E extends AuditableEvent> Stream<E> told(Class<E> kind) {
        return events.stream(AuditableEvents.class)
                .flatMap(acts -> acts.events().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
