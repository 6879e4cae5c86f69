package org.supervision.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.People;
import org.supervision.identity.Person;
import org.supervision.identity.Role;
import org.supervision.shared.DomainException;
import org.supervision.tables.Roster.Correction;
import org.supervision.tables.Roster.Counts;
import org.supervision.tables.RosterPreview.Line;
import org.supervision.tables.RosterPreview.Outcome;
import org.supervision.tables.RosterPreview.Problem;
import org.supervision.tables.read.PersonColumn;
import org.supervision.tables.read.RosterAnswers;

/** Lists of people come in by preview and confirmation, all or nothing, and twice without effect. */
@ApplicationTest
class RosterTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private Rosters rosters;

    @Autowired
    private People people;

    @Autowired
    private PortalPages pages;

    private String upload(TestCity city, String keeper, byte[] file) {
        return cities.as(keeper, () -> {
            try {
                return rosters.upload(city.code(), "名册", new ByteArrayInputStream(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String upload(TestCity city, String csv) {
        return upload(city, city.chief(), csv.getBytes(StandardCharsets.UTF_8));
    }

    private RosterPreview preview(TestCity city, String id) {
        return cities.as(city.chief(), () -> rosters.preview(id));
    }

    private List<String> codes(TestCity city, String csv) {
        return preview(city, upload(city, csv)).lines().stream()
                .flatMap(line -> line.problems().stream())
                .map(Problem::code)
                .toList();
    }

    private Counts confirm(TestCity city, String id) {
        return cities.as(city.chief(), () -> rosters.confirm(id));
    }

    private Map<String, Person> known(TestCity city) {
        return cities.as(city.chief(), () -> people.known(city.code()));
    }

    private static byte[] workbook(Workbook workbook, List<List<String>> rows) {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("人员");
            for (List<String> texts : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (int i = 0; i < texts.size(); i++) {
                    row.createCell(i).setCellValue(texts.get(i));
                }
            }
            sheet.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final List<List<String>> SHEET = List.of(
            List.of("2024 年督查工作人员名册"),
            List.of("手机号码", "工作单位", "人员类别", "姓 名", "E-mail"),
            List.of("13900000001", "市一局", "联络员", "王 小明", "wang@example.org"),
            List.of("13900000002", "", "单位负责人", "李建国", ""),
            List.of("", "市二局", "联络人", "赵敏", ""));

    @Test
    void aWorkbookWithColumnsInAnyOrderMakesAccountsWithoutAnyKnownPassword() {
        TestCity city = cities.create();
        for (Workbook workbook : List.of(new XSSFWorkbook(), new HSSFWorkbook())) {
            RosterPreview preview = preview(city, upload(city, city.chief(), workbook(workbook, SHEET)));
            assertThat(preview.lines())
                    .extracting(line -> line.row().values().name())
                    .containsExactly("王小明", "李建国", "赵敏");
            assertThat(preview.lines())
                    .allSatisfy(line -> assertThat(line.isBlocked()).isFalse());
        }
        String id = upload(city, city.chief(), workbook(new XSSFWorkbook(), SHEET));

        assertThat(confirm(city, id)).isEqualTo(new Counts(3, 0, 0, 0));

        String unit = city.units().get(0);
        Person liaison = known(city).get(unit + "-01");
        assertThat(liaison.name()).isEqualTo("王小明");
        assertThat(liaison.mail()).isEqualTo("wang@example.org");
        assertThat(liaison.roles()).containsExactly(Role.LIAISON);
        assertThat(known(city).get(unit + "-02").roles()).containsExactly(Role.UNIT_LEADER);
        assertThat(people.phones(List.of(unit + "-01"))).containsEntry(unit + "-01", "13900000001");
        assertThat(pages.get(city.chief(), "/people").text()).contains("王小明", "初始密码待发");
        assertThat(pages.get(city.chief(), "/people/rosters").text()).contains("新建 3 人，改动 0 行", "已写入", "待核对");
    }

    @Test
    void theSameFileAgainChangesNothing() {
        TestCity city = cities.create();
        byte[] file = workbook(new XSSFWorkbook(), SHEET);
        confirm(city, upload(city, city.chief(), file));
        Map<String, Person> before = known(city);

        String again = upload(city, city.chief(), file);

        assertThat(preview(city, again).lines()).extracting(Line::outcome).containsOnly(Outcome.UNCHANGED);
        assertThat(confirm(city, again)).isEqualTo(new Counts(0, 0, 3, 0));
        assertThat(known(city)).isEqualTo(before);
    }

    @Test
    void whoIsKnownIsShownWithWhatChanges() {
        TestCity city = cities.create();
        confirm(city, upload(city, "姓名,单位,岗位,手机\n王小明,市一局,联络员,13900000001\n"));

        String id = upload(city, "姓名,单位,岗位,手机\n王小明,市一局,联络员,13900000009\n王小明,市一局,督查员,\n");
        RosterPreview preview = preview(city, id);

        assertThat(preview.lines().get(0).differences())
                .containsExactly(new RosterPreview.Difference("phone", "13900000001", "13900000009"));
        assertThat(preview.lines().get(1).outcome())
                .as("an officer of the same name is somebody else, and it is asked")
                .isEqualTo(Outcome.CREATE);
        assertThat(preview.lines().get(1).problems()).extracting(Problem::code).containsExactly("same-name-elsewhere");
        assertThat(confirm(city, id)).isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void oneNewPersonWithTwoPostsIsOneAccount() {
        TestCity city = cities.create();
        String id = upload(city, "姓名,单位,岗位\n王小明,市一局,联络员\n王小明,市一局,负责人\n王小明,市一局,联络员\n");

        assertThat(confirm(city, id)).isEqualTo(new Counts(1, 1, 1, 0));

        assertThat(known(city).get(city.units().get(0) + "-01").roles())
                .containsExactlyInAnyOrder(Role.LIAISON, Role.UNIT_LEADER);
    }

    @Test
    void aListWithAColumnOfNamesForEachPostIsReadPersonByPerson() {
        TestCity city = cities.create();

        RosterPreview preview = preview(
                city, upload(city, "序号,单位名称,分管负责人,电话,联络员姓名,手机\n1,市一局,李建国,6120001,王小明,13900000001\n2,市二局,,,赵敏,\n"));

        assertThat(preview.lines())
                .extracting(line -> line.row().values().name(), Line::role, line -> line.row()
                        .values()
                        .phone())
                .containsExactly(
                        tuple("李建国", Role.UNIT_LEADER, "6120001"),
                        tuple("王小明", Role.LIAISON, "13900000001"),
                        tuple("赵敏", Role.LIAISON, ""));
    }

    @Test
    void problemsAreNamed() {
        TestCity city = cities.create();

        assertThat(codes(city, "姓名,单位,岗位\n,市一局,联络员\n")).containsExactly("name-missing");
        assertThat(codes(city, "姓名,单位,岗位\n王小明,市一局,司机\n")).containsExactly("post-unknown");
        assertThat(codes(city, "姓名,单位,岗位\n王小明,市第一局,联络员\n")).containsExactly("unit-unknown");
        assertThat(codes(city, "姓名,单位,岗位\n王小明,市一局,负责人\n"))
                .as("the unit has a leader")
                .containsExactly("second-leader");
        assertThat(codes(city, "姓名,岗位\n王小明,督查室主任\n")).containsExactly("post-not-yours");
        assertThat(codes(city, "姓名,单位,岗位,登录名\n王小明,市一局,联络员,wxm\n李四,市一局,联络员,wxm\n"))
                .containsExactly("username-repeated");
        assertThat(codes(city, "姓名,单位,岗位,登录名\n王小明,市一局,联络员," + city.liaison(0) + "\n"))
                .containsExactly("username-of-other");
        assertThat(codes(city, "姓名,单位,岗位,登录名\n王小明,市一局,联络员," + cities.create().chief() + "\n"))
                .containsExactly("username-taken");
        assertThat(codes(city, "姓名,单位,岗位,电话,邮箱\n王小明,市一局,联络员,不详,wang@\n"))
                .containsExactly("mail-invalid", "phone-invalid");
    }

    @Test
    void anErrorStandsInTheWayUntilItIsCorrectedInPlace() {
        TestCity city = cities.create();
        String id = upload(city, "姓名,单位,岗位\n王小明,市第一局,联络员\n李四,市二局,联络员\n");
        Map<String, Person> before = known(city);

        assertThat(pages.post(city.chief(), "/people/rosters/{id}/confirmation", Map.of(), id)
                        .getStatus())
                .isEqualTo(409);
        assertThat(known(city)).isEqualTo(before);
        Document page = pages.get(city.chief(), "/people/rosters/{id}", id);
        assertThat(page.select("tbody tr").first().text()).contains("单位目录里没有“市第一局”");
        assertThat(page.select("tbody tr").first().select("optgroup").first().text())
                .contains("市一局");

        MockHttpServletResponse saved = pages.post(
                city.chief(),
                "/people/rosters/{id}/rows/1",
                Map.of("name", "王小明", "unit", city.units().get(0), "role", "LIAISON"),
                id);
        assertThat(saved.getStatus()).isEqualTo(302);

        assertThat(pages.post(city.chief(), "/people/rosters/{id}/confirmation", Map.of(), id)
                        .getStatus())
                .isEqualTo(302);
        assertThat(pages.get(city.chief(), "/people/rosters/{id}", id).text()).contains("新建 2 人");
        assertThatThrownBy(() -> confirm(city, id)).isInstanceOf(DomainException.class);
    }

    @Test
    void aRowCanBeLeftOut() {
        TestCity city = cities.create();
        String id = upload(city, "姓名,单位,岗位\n王小明,市第一局,联络员\n李四,市二局,联络员\n");

        cities.as(city.chief(), () -> {
            rosters.correct(id, 1, new Correction("王小明", null, "LIAISON", "", "", ""), true);
            return null;
        });

        assertThat(confirm(city, id)).isEqualTo(new Counts(1, 0, 0, 1));
    }

    @Test
    void everyColumnAndRowThatIsNotReadIsShownWithItsReason() {
        TestCity city = cities.create();
        String id = upload(city, "姓名,单位,担任角色,备注\n王小明,市一局,联络员兼负责人,新任\n,市二局,,\n");

        Document page = pages.get(city.chief(), "/people/rosters/{id}", id);

        assertThat(page.select("#columns .plain-list").text()).contains("“备注”列没有读入", "不认识这个表头", "新任");
        assertThat(page.select("#left-out").text()).contains("没有读成人员的 1 行", "第 3 行", "市二局", "没有写姓名");
        assertThat(confirm(city, id)).isEqualTo(new Counts(1, 1, 0, 0));
        assertThat(known(city).get(city.units().get(0) + "-01").roles())
                .containsExactlyInAnyOrder(Role.LIAISON, Role.UNIT_LEADER);
    }

    @Test
    void whoBringsAListInSaysWhatItsColumnsHoldAndWhichPostAllHave() {
        TestCity city = cities.create();
        String id = upload(
                city,
                city.chief(),
                workbook(
                        new XSSFWorkbook(),
                        List.of(
                                List.of("对接同志", "填报主体", "办公电话"),
                                List.of("王小明", "市一局", "6120001"),
                                List.of("李建国", "市二局", ""),
                                List.of("赵敏", "", ""))));
        assertThat(pages.get(city.chief(), "/people/rosters/{id}", id).text()).contains("还没有认出一个人");
        assertThat(pages.post(city.chief(), "/people/rosters/{id}/confirmation", Map.of(), id)
                        .getStatus())
                .isEqualTo(409);

        cities.as(
                city.chief(),
                () -> rosters.map(
                        id,
                        new RosterAnswers(
                                Map.of(
                                        "填报主体",
                                        PersonColumn.UNIT,
                                        "对接同志",
                                        PersonColumn.NAME,
                                        "办公电话",
                                        PersonColumn.OFFICE_PHONE),
                                Set.of(),
                                Role.LIAISON)));
        assertThat(confirm(city, id)).isEqualTo(new Counts(3, 0, 0, 0));
        assertThat(people.phones(List.of(city.units().get(0) + "-01"))).containsValue("6120001");
    }

    @Test
    void theFormOfTheColumnsReadsTheListAgain() {
        TestCity city = cities.create();
        String id = upload(city, "姓名,单位\n王小明,市一局\n");
        assertThat(pages.get(city.chief(), "/people/rosters/{id}", id).text()).contains("没有写岗位");

        assertThat(pages.post(city.chief(), "/people/rosters/{id}/columns", Map.of("post", "LIAISON"), id)
                        .getStatus())
                .isEqualTo(302);

        assertThat(preview(city, id).lines()).extracting(Line::isBlocked).containsExactly(false);
    }

    @Test
    void theBlankRosterIsReadAsItIsFilledIn() throws IOException {
        TestCity city = cities.create();
        byte[] blank =
                pages.response(city.chief(), "/people/rosters/template.xlsx").getContentAsByteArray();
        byte[] filled;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(blank));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Row row = workbook.getSheetAt(0).getRow(3);
            List<String> texts = List.of("王小明", "市一局", "联络员、单位负责人", "", "13900000001", "6120001", "");
            for (int i = 0; i < texts.size(); i++) {
                row.getCell(i).setCellValue(texts.get(i));
            }
            assertThat(workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                    .as("units are chosen from the directory")
                    .isEqualTo("市一局");
            workbook.write(bytes);
            filled = bytes.toByteArray();
        }

        RosterPreview preview = preview(city, upload(city, city.chief(), filled));

        assertThat(preview.lines())
                .extracting(Line::role, line -> line.row().values().phone(), Line::isBlocked)
                .containsExactly(
                        tuple(Role.LIAISON, "13900000001 / 6120001", false),
                        tuple(Role.UNIT_LEADER, "13900000001 / 6120001", false));
        assertThat(preview.roster().source().unread()).isEmpty();
        assertThat(preview.roster().source().leftOut()).as("title and hint").hasSize(2);
    }

    @Test
    void theSystemAdministratorChoosesTheGovernment() {
        TestCity city = cities.create();
        for (String address : List.of("/people/rosters", "/people/hand-overs")) {
            Document page = pages.get("sysadmin", address);
            assertThat(page.select("select[name=government] option[value=" + city.code() + "]"))
                    .hasSize(1);
            assertThat(page.text()).contains("先选一个政府");
            assertThat(pages.get("sysadmin", address + "?government={city}", city.code())
                            .select("option[selected]")
                            .val())
                    .isEqualTo(city.code());
        }
    }

    @Test
    void whatIsNoRosterIsRefusedInWords() {
        TestCity city = cities.create();
        for (String text : List.of("序号,目标任务\n1,建成公园\n", "")) {
            MockHttpServletResponse answer = pages.upload(
                    city.chief(),
                    "/people/rosters",
                    new MockMultipartFile("file", "表.csv", "text/csv", text.getBytes(Charset.forName("GBK"))));
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(PortalPages.document(answer).select(".notice-red").text())
                    .contains("什么都没有保存");
        }
    }

    @Test
    void onlyWhoKeepsAccountsBringsThemIn() {
        TestCity city = cities.create();
        String id = upload(city, "姓名,单位,岗位\n王小明,市一局,联络员\n");

        for (String other :
                List.of(city.officer(), city.mayor(), city.liaison(0), city.leader(0), "secadmin", "auditor")) {
            assertThat(pages.status(other, "/people/rosters/{id}", id)).isEqualTo(403);
        }
        assertThat(pages.status(cities.create().chief(), "/people/rosters/{id}", id))
                .isEqualTo(404);
        assertThat(pages.status("sysadmin", "/people/rosters/{id}", id)).isEqualTo(200);
    }
}
