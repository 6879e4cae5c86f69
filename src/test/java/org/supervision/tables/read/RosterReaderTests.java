package org.supervision.tables.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.tables.read.ReadRoster.HeadedColumn;
import org.supervision.tables.read.ReadRoster.LeftOut;
import org.supervision.tables.read.ReadRoster.Reason;

/** Tables of people are read by their heads, and nothing of them is left out without a word. */
class RosterReaderTests {

    private static ReadRoster read(String csv) throws IOException {
        return read(csv.getBytes(StandardCharsets.UTF_8), RosterAnswers.NONE);
    }

    private static ReadRoster read(byte[] file, RosterAnswers answers) throws IOException {
        return RosterReader.read(new ByteArrayInputStream(file), "roster", answers);
    }

    private static byte[] workbook(List<List<String>> rows, CellRangeAddress... merged) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet();
            for (int i = 0; i < rows.size(); i++) {
                XSSFRow row = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            for (CellRangeAddress range : merged) {
                sheet.addMergedRegion(range);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static Role role(RosterEntry entry) {
        return entry.role().orElse(null);
    }

    @Test
    void aFileWhoseNameSaysThatItIsSomethingElseIsRefused() {
        ByteArrayInputStream csv = new ByteArrayInputStream("单位,联络员\n市一局,王小明\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> RosterReader.read(csv, "roster.xlsx", RosterAnswers.NONE))
                .isInstanceOfSatisfying(DocumentRefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(DocumentRefusedException.Reason.WRONG_NAME));
    }

    @Test
    void aColumnForEachPostNeedsNoWordNameInItsHead() throws IOException {
        assertThat(read("单位,联络员,负责人\n市一局,王小明,李建国\n市二局,赵敏,\n").entries())
                .extracting(RosterEntry::name, RosterEntry::unit, RosterReaderTests::role)
                .containsExactly(
                        tuple("王小明", "市一局", Role.LIAISON),
                        tuple("李建国", "市一局", Role.UNIT_LEADER),
                        tuple("赵敏", "市二局", Role.LIAISON));
    }

    @Test
    void groupsAboveTheHeadsSayWhosNameAndTelephoneStandBelow() throws IOException {
        byte[] file = workbook(
                List.of(
                        List.of("单位", "联络员", "", "负责人", ""),
                        List.of("", "姓名", "手机", "姓名", "手机"),
                        List.of("市一局", "王小明", "13900000001", "李建国", "13900000002")),
                new CellRangeAddress(0, 1, 0, 0),
                new CellRangeAddress(0, 0, 1, 2),
                new CellRangeAddress(0, 0, 3, 4));

        ReadRoster roster = read(file, RosterAnswers.NONE);

        assertThat(roster.entries())
                .extracting(RosterEntry::name, RosterReaderTests::role, RosterEntry::phone)
                .containsExactly(
                        tuple("王小明", Role.LIAISON, "13900000001"), tuple("李建国", Role.UNIT_LEADER, "13900000002"));
        assertThat(roster.leftOut()).isEmpty();
    }

    @Test
    void bothTelephonesAreKeptTheMobileOneFirst() throws IOException {
        assertThat(read("姓名,单位,岗位,办公电话,手机\n王小明,市一局,联络员,0553-6120001,13900000001\n")
                        .entries())
                .extracting(RosterEntry::phone)
                .containsExactly("13900000001 / 0553-6120001");
    }

    @Test
    void severalPostsInOneCellAreSeveralEntries() throws IOException {
        assertThat(read("姓名,单位,担任角色\n王小明,市一局,联络员兼负责人\n李建国,市一局,负责人、联络员\n赵敏,市二局,司机、联络员\n")
                        .entries())
                .extracting(RosterEntry::name, RosterEntry::post, RosterReaderTests::role)
                .containsExactly(
                        tuple("王小明", "联络员", Role.LIAISON),
                        tuple("王小明", "负责人", Role.UNIT_LEADER),
                        tuple("李建国", "负责人", Role.UNIT_LEADER),
                        tuple("李建国", "联络员", Role.LIAISON),
                        tuple("赵敏", "司机", null),
                        tuple("赵敏", "联络员", Role.LIAISON));
    }

    @Test
    void aColumnOfOfficesIsTheOneOfPostsOnlyIfItNamesSome() throws IOException {
        assertThat(read("姓名,单位,职务\n王小明,市一局,联络员\n").entries())
                .extracting(RosterReaderTests::role)
                .containsExactly(Role.LIAISON);

        ReadRoster other = read("姓名,单位,职务\n王小明,市一局,科长\n");

        assertThat(other.entries()).extracting(RosterReaderTests::role).containsExactly((Role) null);
        assertThat(other.columns())
                .extracting(HeadedColumn::head, HeadedColumn::reason)
                .contains(tuple("职务", Reason.NO_POSTS_IN_COLUMN));
    }

    @Test
    void whatIsLeftOutIsToldWithItsReason() throws IOException {
        ReadRoster roster = read(
                """
                2024年名册,,,,
                序号,姓名,单位,岗位,备注
                1,王小明,市一局,联络员,新任
                2,,市二局,,
                合计,,,,
                序号,姓名,单位,岗位,备注
                3,,,联络员,
                """);

        assertThat(roster.columns())
                .extracting(HeadedColumn::head, HeadedColumn::use, HeadedColumn::reason)
                .containsExactly(
                        tuple("序号", null, Reason.SERIAL_NUMBER),
                        tuple("姓名", PersonColumn.NAME, null),
                        tuple("单位", PersonColumn.UNIT, null),
                        tuple("岗位", PersonColumn.POST, null),
                        tuple("备注", null, Reason.UNKNOWN_COLUMN));
        assertThat(roster.leftOut())
                .extracting(each -> each.position().row(), LeftOut::text, LeftOut::reason)
                .containsExactly(
                        tuple(1, "2024年名册", Reason.ABOVE_HEADS),
                        tuple(4, "2 | 市二局", Reason.NOBODY_NAMED),
                        tuple(5, "合计", Reason.NOBODY_NAMED),
                        tuple(6, "序号 | 姓名 | 单位 | 岗位 | 备注", Reason.HEADS_AGAIN));
        assertThat(roster.entries())
                .as("a row that says more than a unit is kept, to be named")
                .extracting(RosterEntry::name)
                .containsExactly("王小明", "");
    }

    @Test
    void aHeadingOverTheWholeRowIsNobody() throws IOException {
        byte[] file = workbook(
                List.of(List.of("姓名", "单位", "岗位"), List.of("一、市直单位", "", ""), List.of("王小明", "市一局", "联络员")),
                new CellRangeAddress(1, 1, 0, 2));

        ReadRoster roster = read(file, RosterAnswers.NONE);

        assertThat(roster.entries()).extracting(RosterEntry::name).containsExactly("王小明");
        assertThat(roster.leftOut()).extracting(LeftOut::reason).containsExactly(Reason.HEADING);
    }

    @Test
    void aPersonSaysWhatColumnsHoldAndWhichPostRowsHaveThatNameNone() throws IOException {
        byte[] file = workbook(List.of(
                List.of("填报主体", "对接同志", "联络方式", "手机"),
                List.of("市一局", "王小明", "wang@example.org", "13900000001"),
                List.of("市二局", "赵敏", "", "")));

        ReadRoster unknown = read(file, RosterAnswers.NONE);
        ReadRoster said = read(
                file,
                new RosterAnswers(
                        Map.of("填报主体", PersonColumn.UNIT, "对接同志", PersonColumn.NAME, "联络方式", PersonColumn.MAIL),
                        Set.of("手机"),
                        Role.LIAISON));

        assertThat(unknown.entries()).isEmpty();
        assertThat(unknown.columns()).extracting(HeadedColumn::head).containsExactly("填报主体", "对接同志", "联络方式", "手机");
        assertThat(said.entries())
                .extracting(
                        RosterEntry::name,
                        RosterEntry::unit,
                        RosterEntry::mail,
                        RosterEntry::phone,
                        RosterReaderTests::role)
                .containsExactly(
                        tuple("王小明", "市一局", "wang@example.org", "", Role.LIAISON),
                        tuple("赵敏", "市二局", "", "", Role.LIAISON));
        assertThat(said.columns()).extracting(HeadedColumn::reason).containsExactly(null, null, null, Reason.AS_SAID);
    }

    @Test
    void aTableOfTasksIsNoRoster() {
        assertThatThrownBy(() -> read(
                        workbook(List.of(List.of("序号", "目标任务", "责任单位"), List.of("1", "建成城市公园三座", "市住建局"))),
                        RosterAnswers.NONE))
                .isInstanceOf(DomainException.class);
    }
}
