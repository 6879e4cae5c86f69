package org.supervision.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.supervision.ApplicationTest;
import org.supervision.shared.DomainException;

/** Units get their codes in order of first appearance, and a name leads to one unit. */
@ApplicationTest
class OrgUnitsTests {

    private static int governmentsMade;

    @Autowired
    private Governments governments;

    @Autowired
    private OrgUnits units;

    private String government;

    @BeforeEach
    void makeGovernment() {
        government = "units" + ++governmentsMade;
        governments.create(government, "Government of units");
    }

    @Test
    void codesFollowTheOrderOfFirstAppearance() {
        units.create(government, "市教育局");
        units.create(government, "市财政局");

        assertThat(units.of(government))
                .containsExactly(
                        new OrgUnit(government + "-u001", government, "市教育局", List.of()),
                        new OrgUnit(government + "-u002", government, "市财政局", List.of()));
    }

    @Test
    void codesStayUniqueWhenManyEnterUnitsAtOnce() {
        IntStream.range(0, 24).parallel().forEach(i -> units.create(government, "Bureau " + (char) ('A' + i)));

        assertThat(units.of(government))
                .extracting(OrgUnit::code)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 24)
                        .mapToObj(i -> "%s-u%03d".formatted(government, i))
                        .toList());
    }

    @Test
    void aNameIsGivenOnceWhateverTheWidthOfItsBrackets() {
        units.create(government, "市机场(空港)公司");

        assertConflict(() -> units.create(government, "市机场（空港） 公司"));
    }

    @Test
    void twoGovernmentsMayCallTheirUnitsAlike() {
        String other = "units" + ++governmentsMade;
        governments.create(other, "Other");
        units.create(government, "市教育局");

        assertThat(units.create(other, "市教育局").code()).isEqualTo(other + "-u001");
    }

    @Test
    void anAliasIsRememberedOnceAndNoOtherUnitMayTakeIt() {
        OrgUnit education = units.create(government, "市教育局");
        OrgUnit finance = units.create(government, "市财政局");

        units.addAlias(education.code(), "市教体局");
        assertThat(units.addAlias(education.code(), "市教体局").aliases()).containsExactly("市教体局");
        assertThat(units.addAlias(education.code(), "市教育局").aliases()).containsExactly("市教体局");

        assertConflict(() -> units.addAlias(finance.code(), "市教体局"));
        assertConflict(() -> units.addAlias(finance.code(), "市教育局"));
        assertConflict(() -> units.create(government, "市教体局"));
    }

    @Test
    void aPhraseStandsForTheUnitsNamedLast() {
        OrgUnit north = units.create(government, "北县政府");
        OrgUnit south = units.create(government, "南县政府");

        units.defineGroup(government, "相关县政府", List.of(north.code(), south.code()));
        units.defineGroup(government, "相关县政府", List.of(south.code(), north.code(), south.code()));

        assertThat(units.groups(government)).containsOnlyKeys("相关县政府");
        assertThat(units.groups(government).get("相关县政府")).containsExactly(south.code(), north.code());
    }

    @Test
    void aPhraseCannotStandForAnotherGovernmentsUnit() {
        String other = "units" + ++governmentsMade;
        governments.create(other, "Other");
        OrgUnit foreign = units.create(other, "市教育局");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> units.defineGroup(government, "相关单位", List.of(foreign.code())))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.INVALID));
        assertThat(units.groups(government)).isEmpty();
    }

    @Test
    void unitsAreFoundByCodeAndByPartOfANameOrAlias() {
        OrgUnit education = units.create(government, "市教育局");
        OrgUnit finance = units.create(government, "市财政局");
        units.addAlias(education.code(), "市教体委");

        assertThat(units.byCodes(List.of(finance.code(), "nowhere-u001"))).containsOnlyKeys(finance.code());
        assertThat(units.search(government, "体委", 0, 10).items())
                .extracting(OrgUnit::code)
                .containsExactly(education.code());
        assertThat(units.search(government, null, 1, 1).items())
                .extracting(OrgUnit::code)
                .containsExactly(finance.code());
        assertThat(units.search(government, "%", 0, 10).total()).isZero();
    }

    @Test
    void theDirectoryKnowsNamesAliasesAndPhrases() {
        OrgUnit education = units.create(government, "市教育局");
        OrgUnit finance = units.create(government, "市财政局");
        units.addAlias(education.code(), "市教体局");
        units.defineGroup(government, "有关部门", List.of(finance.code(), education.code()));

        UnitDirectory directory = units.directory(government);

        assertThat(directory.find("市 教育局").orElseThrow().unitCodes()).containsExactly(education.code());
        assertThat(directory.find("市教体局").orElseThrow().unitCodes()).containsExactly(education.code());
        assertThat(directory.find("有关部门"))
                .contains(new UnitDirectory.Entry("有关部门", List.of(finance.code(), education.code()), true));
        assertThat(directory.find("市卫健委")).isEmpty();
    }

    @Test
    void anUnknownGovernmentHasNoDirectory() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> units.create("nowhere", "市教育局"))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.NOT_FOUND));
    }

    private static void assertConflict(Runnable act) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(act::run)
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(DomainException.Kind.CONFLICT));
    }
}
