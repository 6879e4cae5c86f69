package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supervision.identity.UnitDirectory;

/** Cells of units that say themselves who leads. */
class UnitRolesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    牵头：市水利局；配合：市财政局、市林业局        | 市水利局 | 市财政局、市林业局
                    牵头:市水利局 配合:市财政局                    | 市水利局 | 市财政局
                    牵头单位：市水利局；责任单位：市财政局          | 市水利局 | 市财政局
                    责任单位：市财政局；牵头单位：市水利局          | 市水利局 | 市财政局
                    配合单位：市财政局、市林业局。牵头单位：市水利局 | 市水利局 | 市财政局、市林业局
                    责任单位：市水利局、市财政局                    | 市水利局 | 市财政局
                    市水利局（牵头）、市财政局                      | 市水利局 | 市财政局
                    市财政局、市水利局（牵头）                      | 市水利局 | 市财政局
                    市财政局市水利局（牵头）                        | 市水利局 | 市财政局
                    市水利局(牵头单位) 市财政局(配合单位)           | 市水利局 | 市财政局
                    市水利局、市财政局（配合）                      | 市水利局 | 市财政局
                    （牵头）市水利局、（配合）市财政局、市林业局    | 市水利局 | 市财政局、市林业局
                    市水利局牵头，市财政局、市林业局配合            | 市水利局 | 市财政局、市林业局
                    由市水利局牵头，市财政局、市林业局参与          | 市水利局 | 市财政局、市林业局
                    市财政局、市林业局配合，市水利局牵头            | 市水利局 | 市财政局、市林业局
                    市水利局负责，市财政局配合                      | 市水利局 | 市财政局
                    市水利局负责                                    | 市水利局 |
                    市水利局会同市财政局                            | 市水利局 | 市财政局
                    市水利局牵头，各县（市、区）政府配合            | 市水利局 | 各县（市、区）政府
                    市水利局、市财政局                              | 市水利局 | 市财政局
                    """)
    void whoIsSaidToLeadLeads(String cell, String lead, String supporting) throws IOException {
        ReadTable table = read(cell);

        assertThat(table.rows().get(0).values().leadUnit()).isEqualTo(lead);
        assertThat(String.join("、", table.rows().get(0).values().supportingUnits()))
                .isEqualTo(supporting == null ? "" : supporting);
        assertThat(table.newUnits()).allMatch(name -> name.endsWith("局"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"牵头市水利局，配合市财政局", "市水利局为牵头单位，其余为配合单位", "市水利局（牵头、市财政局"})
    void whatIsNotUnderstoodIsAskedAboutAndMakesNoUnit(String cell) throws IOException {
        ReadTable table = read(cell);

        assertThat(table.rows().get(0).values().leadUnit()).isNull();
        assertThat(table.newUnits()).isEmpty();
        assertThat(table.problems())
                .extracting(TableProblem::code)
                .containsExactly("unit-roles-unclear", "lead-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "市直有关单位",
                "市水利局等有关单位",
                "市水利局、市林业局等单位",
                "市属国有企业",
                "各乡镇",
                "各县区",
                "市直各部门",
                "市各相关部门",
                "各牵头单位",
                "市水利局牵头，市直有关部门配合"
            })
    void aPhraseForSeveralUnitsIsAskedAboutAndMakesNoUnit(String cell) throws IOException {
        ReadTable table = read(cell);

        assertThat(table.newUnits()).allMatch(name -> name.matches("市..局"));
        assertThat(table.problems()).extracting(TableProblem::code).containsOnlyOnce("unit-group");
    }

    private static ReadTable read(String cell) throws IOException {
        String text = "2031年重点工作\n序号\t目标任务\t责任单位\n1\t修建两座水库\t" + cell + "\n";
        return new TableReader(UnitDirectory.EMPTY)
                .read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
