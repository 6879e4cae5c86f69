package org.supervision.tables.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.supervision.ApplicationTest;
import org.supervision.PortalPages;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.identity.OrgUnits;
import org.supervision.keytask.KeyTask;
import org.supervision.keytask.KeyTasks;
import org.supervision.keytask.SupportingUnit;

/** Imports in the portal, from the upload to the confirmation, as the office sees and does them. */
@ApplicationTest
class ImportsPageTests {

    private static final String RESULTS = "2031年一季度重点工作完成情况\n序号\t目标任务\t责任单位\t工作进展\n";

    @Autowired
    private TestCities cities;

    @Autowired
    private PortalPages pages;

    @Autowired
    private KeyTasks keyTasks;

    @Autowired
    private OrgUnits units;

    private TestCity city;

    @BeforeEach
    void createCity() {
        city = cities.create();
    }

    @Test
    void theOfficeUploadsAnswersTheQuestionsAndConfirms() {
        String page = upload(RESULTS + "3\t修建两座水库\t市一局、相关县(市、区)政府\t已开工\n5\t种树百亩\t市林业局\t完成");

        Document draft = pages.get(city.officer(), page);
        assertThat(draft.select(".import-strip .strip-ERROR b").text()).isEqualTo("0");
        assertThat(draft.select("#problems li").text()).contains("相关县(市、区)政府", "指多个单位", "第3行");
        assertThat(draft.select("#row h2").text()).contains("第 3 项");
        assertThat(draft.select("#row mark").eachText()).contains("相关县(市、区)政府");
        assertThat(draft.select("#unit-groups input[name=unit]").eachAttr("value"))
                .containsAll(city.units());
        assertThat(draft.select("#units").text()).contains("市林业局");
        assertThat(draft.select(".action-bar .button-primary").text()).isEqualTo("写入 2 项");
        assertThat(draft.select(".bar-names li").eachText()).containsExactly("市林业局");
        assertThat(draft.select("main").text()).contains("缺 1 至 2、4");

        MockHttpServletResponse group = pages.post(
                city.officer(),
                page + "/unit-groups",
                Map.of("text", "相关县(市、区)政府", "unit", city.units().get(1), "further", "北县政府\n南县政府"));
        assertThat(group.getRedirectedUrl()).isEqualTo(page + "#unit-groups");
        Document answered = pages.get(city.officer(), page);
        assertThat(answered.select("#unit-groups").text()).contains("指 3 个单位", "市二局、北县政府、南县政府");
        assertThat(answered.select("#problems li").text()).doesNotContain("指多个单位");

        pages.post(
                city.officer(),
                page + "/units",
                Map.of("name", "市林业局", "unit", city.units().get(2)));
        assertThat(pages.get(city.officer(), page).select(".bar-names li").eachText())
                .containsExactly("北县政府", "南县政府");

        MockHttpServletResponse unaccepted = pages.post(city.officer(), page + "/confirmation", Map.of());
        assertThat(unaccepted.getStatus()).isEqualTo(409);
        assertThat(PortalPages.document(unaccepted).select("[role=alert]").text())
                .contains("2 个没见过的单位");

        assertThat(confirm(page).getRedirectedUrl()).isEqualTo(page);
        assertThat(pages.get(city.officer(), page).select(".notice-green").text())
                .contains("新建 2 项，合并 0 项");
        assertThat(pages.get(city.officer(), "/imports").select("tbody tr").text())
                .contains("完成情况.txt", "已写入", "新建 2");
        KeyTask written = keyTask(3);
        assertThat(written.supportingUnits())
                .extracting(SupportingUnit::unitCodes)
                .containsExactly(List.of(city.units().get(1), city.code() + "-u004", city.code() + "-u005"));
        assertThat(keyTask(5).leadUnit()).isEqualTo(city.units().get(2));
        assertThat(units.get(city.units().get(2)).aliases()).containsExactly("市林业局");
    }

    @Test
    void anErrorKeepsTheImportOutUntilTheRowIsCorrectedOrSkipped() {
        String page = upload(RESULTS + "甲\t修建两座水库\t市一局\t已开工\n2\t种树百亩\t\t完成");

        Document draft = pages.get(city.officer(), page + "?show=ERROR");
        assertThat(draft.select("#problems li")).hasSize(2);
        assertThat(draft.select(".action-bar .button-primary").hasAttr("disabled"))
                .isTrue();
        assertThat(draft.select(".import-left").text()).contains("还有 2 处错误", "第 1 条", "第 2 项");
        assertThat(draft.select("[data-source=number].cell-ERROR").text()).contains("甲");
        assertThat(confirm(page).getStatus()).isEqualTo(409);

        MockHttpServletResponse wrong =
                pages.post(city.officer(), page + "/rows/1?show=ERROR", Map.of("number", "乙", "goal", "修建三座水库"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        Document again = PortalPages.document(wrong);
        assertThat(again.select("#field-number").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.select("#told-number").text()).contains("“编号”的内容无法读取");
        assertThat(again.select("[role=alert]").text()).contains("“编号”的内容无法读取");
        assertThat(again.select("#field-goal").text()).isEqualTo("修建三座水库");

        MockHttpServletResponse corrected = pages.post(
                city.officer(),
                page + "/rows/1?show=ERROR",
                Map.of("number", "1", "goal", "修建三座水库", "leadUnit", "市一局", "supportingUnits", "市二局\n市三局"));
        assertThat(corrected.getRedirectedUrl()).isEqualTo(page + "?show=ERROR&row=2#done");
        assertThat(pages.post(city.officer(), page + "/rows/2", Map.of("skip", "true"))
                        .getRedirectedUrl())
                .isEqualTo(page + "#done");
        assertThat(pages.get(city.officer(), page + "?row=2").select("#row").text())
                .contains("这一项不写入", "不跳过了");

        assertThat(confirm(page).getRedirectedUrl()).isEqualTo(page);
        assertThat(keyTask(1).goal()).isEqualTo("修建三座水库");
        assertThat(keyTask(1).supportingUnits()).hasSize(2);
        assertThat(keyTasks.find(city.code(), 2031, 2)).isEmpty();
    }

    @Test
    void whatIsStoredAlreadyIsShownWithItsDifferences() {
        confirm(upload(RESULTS + "1\t修建两座水库\t市一局\t已开工\n2\t种树百亩\t市二局\t完成"));

        String page = upload(RESULTS + "1\t修建三座水库\t市一局\t已开工\n2\t种树百亩\t市二局\t完成");

        Document merge = pages.get(city.officer(), page + "?row=1");
        assertThat(merge.select(".differences del").text()).isEqualTo("两");
        assertThat(merge.select(".differences ins").text()).isEqualTo("三");
        assertThat(merge.select("#rows tbody tr").get(0).text()).contains("合并", "有变化：目标任务");
        assertThat(pages.get(city.officer(), page + "?show=UNCHANGED").select("#rows tbody tr"))
                .hasSize(1);
        assertThat(merge.select(".action-bar .button-primary").text()).isEqualTo("写入 1 项");
    }

    @Test
    void anotherDocumentIsAskedAboutAtTheTopAndOneAnswerDoesForAll() {
        confirm(upload(RESULTS + "1\t修建两座水库\t市一局\t已开工\n2\t种树百亩\t市二局\t完成"));
        String page = upload(RESULTS + "1\t新增三家上市公司\t市一局\t完成\n2\t引进人才若干\t市二局\t完成");

        Document draft = pages.get(city.officer(), page);
        assertThat(draft.select("#differing").text()).contains("有 2 项与库中 2031 年", "没有回答之前，这些项不写入");
        assertThat(draft.select("#rows .badge").eachText()).containsOnly("跳过");
        assertThat(draft.select(".action-bar").text()).contains("没定的 2 项不写入", "没有变化");

        assertThat(pages.post(city.officer(), page + "/differing-rows", Map.of("same", "true"))
                        .getRedirectedUrl())
                .isEqualTo(page + "#done");
        Document taken = pages.get(city.officer(), page);
        assertThat(taken.select("#differing").text()).contains("已定为 2031 年同编号的任务", "跳过 2 项");
        assertThat(taken.select("#rows .badge").eachText()).containsOnly("合并");

        pages.post(city.officer(), page + "/differing-rows", Map.of("same", "false"));
        confirm(page);
        assertThat(keyTask(1).goal()).isEqualTo("修建两座水库");
    }

    @Test
    void aRowOfAnotherDocumentIsAnsweredOrItsNumberCorrected() {
        confirm(upload(RESULTS + "1\t修建两座水库\t市一局\t已开工\n2\t种树百亩\t市二局\t完成"));
        String page = upload(RESULTS + "1\t新增三家上市公司\t市一局\t完成");

        Document draft = pages.get(city.officer(), page);
        assertThat(draft.select("#differing")).isEmpty();
        assertThat(draft.select("#row").text()).contains("没有回答之前，这一项不写入", "如果是同一项");
        assertThat(draft.select("#row button[name=sameAs]").attr("value")).isEqualTo("1");

        Map<String, String> another = Map.of("number", "2", "sameAs", "1");
        assertThat(pages.post(city.officer(), page + "/rows/1", another).getRedirectedUrl())
                .isEqualTo(page + "?row=1#done");
        Document asked = pages.get(city.officer(), page + "?row=1");
        assertThat(asked.select("#row button[name=sameAs]").attr("value")).isEqualTo("2");

        pages.post(city.officer(), page + "/rows/1", Map.of("number", "2", "sameAs", "2"));
        confirm(page);
        assertThat(keyTask(1).goal()).isEqualTo("修建两座水库");
        assertThat(keyTask(2).goal()).isEqualTo("新增三家上市公司");
    }

    @Test
    void aCorrectionThatLeavesAnErrorStaysAtTheRowAndSaysSo() {
        String page = upload(RESULTS + "3\t修建两座水库\t市一局\t已开工\n4\t种树百亩\t市二局\t完成");

        assertThat(pages.post(city.officer(), page + "/rows/2", Map.of("number", "3"))
                        .getRedirectedUrl())
                .isEqualTo(page + "?row=2#done");
        assertThat(pages.get(city.officer(), page + "?row=2")
                        .select("#told-number")
                        .text())
                .contains("编号 3 与文件中第 1 条“修建两座水库”重复");
        assertThat(pages.post(city.officer(), page + "/rows/2", Map.of("number", "4"))
                        .getRedirectedUrl())
                .isEqualTo(page + "#done");
    }

    @Test
    void newUnitsThatNobodyAcceptedAreMarkedWhereTheyAreAccepted() {
        String page = upload(RESULTS + "3\t修建两座水库\t市水利局\t已开工");

        Document refused = PortalPages.document(pages.post(city.officer(), page + "/confirmation", Map.of()));

        String form = refused.select("[name=acceptNewUnits]").attr("form");
        assertThat(refused.select("form#" + form).hasAttr("novalidate")).isTrue();
        assertThat(refused.select("[name=acceptNewUnits]").attr("aria-describedby"))
                .isEqualTo("refused");
        assertThat(refused.select("#refused").text()).contains("1 个没见过的单位");
    }

    @Test
    void aLongTableIsPagedAndKeepsItsFilter() {
        StringBuilder rows = new StringBuilder(RESULTS);
        for (int number = 1; number <= 152; number++) {
            rows.append(number).append("\t完成第").append(number).append("项工作\t市一局\t正常\n");
        }
        String page = upload(rows.toString());

        Document first = pages.get(city.officer(), page + "?show=CLEAN");
        assertThat(first.select("#rows tbody tr")).hasSize(50);
        String next = first.select("#rows .pages a[rel=next]").attr("href");
        assertThat(next).contains("show=CLEAN");
        assertThat(pages.get(city.officer(), next)
                        .select("#rows tbody tr")
                        .get(0)
                        .text())
                .startsWith("51");
        assertThat(pages.get(city.officer(), page).select("#problems .empty")).hasSize(1);
    }

    @Test
    void theYearIsAskedForWhereTheTitleHasNone() {
        String page = upload("重点工作完成情况\n序号\t目标任务\t责任单位\t工作进展\n1\t修建两座水库\t市一局\t已开工");

        Document draft = pages.get(city.officer(), page);
        assertThat(draft.select(".period-change").hasAttr("open")).isTrue();
        assertThat(draft.select(".import-left").text()).contains("标题中没有年份", "标题中没有季度");

        assertThat(pages.post(city.officer(), page + "/period", Map.of("year", "1999", "quarter", "1"))
                        .getStatus())
                .isEqualTo(422);
        pages.post(city.officer(), page + "/period", Map.of("year", "2031", "quarter", "1"));
        assertThat(pages.get(city.officer(), page).select(".facts").text()).contains("2031 年第 1 季度");
    }

    @Test
    void aDraftCanBeGivenUpAndIsThenNoLongerOpen() {
        String page = upload(RESULTS + "1\t修建两座水库\t市一局\t已开工");

        pages.post(city.officer(), page + "/discarding", Map.of());

        Document discarded = pages.get(city.officer(), page);
        assertThat(discarded.select(".import-said").text()).contains("已经放弃");
        assertThat(discarded.select(".action-bar, #problems, main form")).isEmpty();
        assertThat(pages.post(city.officer(), page + "/rows/1", Map.of("goal", "别的"))
                        .getStatus())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"任务.pdf, 无法识别的文件格式", "任务.txt, 没有可识别的任务表", "'', 请选择要导入的文件"})
    void aRefusedFileIsNamedWithItsReasonAndWhatWouldBeAccepted(String name, String reason) {
        byte[] content = name.endsWith(".pdf") ? new byte[] {1, 2, 3, 4, 0, 0} : "会议通知\n明天开会".getBytes();

        MockHttpServletResponse answer = send(name, content);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(PortalPages.document(answer).select("[role=alert]").text())
                .contains(name, reason, ".xlsx、.xls、.docx、.doc、.pdf、.html、.txt、.csv 或 .json", "20 MB", "什么都没有存");
        assertThat(pages.get(city.officer(), "/imports").select(".empty")).hasSize(1);
    }

    @Test
    void aPastedTableIsReadLikeAFile() {
        MockHttpServletResponse answer = paste(RESULTS + "1\t\"修建\n两座水库\"\t市一局\t\"已开工\n投资\"\"过半\"\"\"", "");

        Document draft = pages.get(city.officer(), answer.getRedirectedUrl() + "?row=1");
        assertThat(draft.select("main").text()).contains("修建两座水库", "粘贴的文字.txt");
        assertThat(draft.select("[name=progress]").text()).isEqualToIgnoringWhitespace("已开工投资\"过半\"");
    }

    @Test
    void aPastedTextThatIsRefusedStaysInItsField() {
        Document refused = PortalPages.document(paste("明天开会", ""));

        assertThat(refused.select("[role=alert]").text()).contains("粘贴的文字.txt", "没有可识别的任务表");
        assertThat(refused.select("textarea[name=pasted]").text()).isEqualTo("明天开会");
        assertThat(PortalPages.document(paste("明天开会", "任务.txt"))
                        .select("[role=alert]")
                        .text())
                .contains("只能有一样");
    }

    @Test
    void anUploadOverTwentyMegabytesSaysSo() {
        MockHttpServletResponse answer = send("任务.txt", new byte[20 * 1024 * 1024 + 1]);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(PortalPages.document(answer).select("[role=alert]").text()).contains("超过 20 MB");
    }

    @Test
    void theOriginalIsHandedOutAsAFileAndNothingElse() {
        String page = upload(RESULTS + "1\t修建两座水库\t市一局\t已开工");

        MockHttpServletResponse file = pages.response(city.chief(), page + "/file");

        assertThat(new String(file.getContentAsByteArray(), StandardCharsets.UTF_8))
                .startsWith("2031年一季度");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(file.getContentType()).isEqualTo("application/octet-stream");
        assertThat(file.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void anotherGovernmentsImportDoesNotExistAndOthersThanTheOfficeAreTurnedAway() {
        String page = upload(RESULTS + "1\t修建两座水库\t市一局\t已开工");
        String stranger = cities.create().chief();

        for (String path : List.of(page, page + "?row=1", page + "/file")) {
            assertThat(pages.status(stranger, path)).as(path).isEqualTo(404);
        }
        for (String act : List.of("/rows/1", "/units", "/confirmation", "/discarding")) {
            assertThat(pages.post(stranger, page + act, Map.of("goal", "别的")).getStatus())
                    .as(act)
                    .isEqualTo(404);
        }
        for (String person : List.of(city.liaison(0), city.leader(0), city.mayor(), "sysadmin", "auditor")) {
            assertThat(pages.status(person, "/imports")).as(person).isEqualTo(403);
            assertThat(pages.status(person, page)).as(person).isEqualTo(403);
            assertThat(confirm(person, page).getStatus()).as(person).isEqualTo(403);
        }
        assertThat(keyTasks.of(city.code(), 2031)).isEmpty();
    }

    @Test
    void anEnglishReaderGetsEnglish() {
        String page = upload(RESULTS + "甲\t修建两座水库\t市一局\t已开工");

        assertThat(pages.get(city.officer(), page + "?lang=en")
                        .select("#problems")
                        .text())
                .contains("Problems first", "line 3");
    }

    private String upload(String text) {
        return send("完成情况.txt", text.getBytes(StandardCharsets.UTF_8)).getRedirectedUrl();
    }

    private MockHttpServletResponse send(String name, byte[] content) {
        return pages.upload(city.officer(), "/imports", new MockMultipartFile("file", name, null, content));
    }

    private MockHttpServletResponse paste(String text, String file) {
        return pages.upload(
                city.officer(),
                "/imports",
                new MockMultipartFile("file", file, null, file.getBytes(StandardCharsets.UTF_8)),
                Map.of("pasted", text));
    }

    private MockHttpServletResponse confirm(String page) {
        return confirm(city.officer(), page);
    }

    private MockHttpServletResponse confirm(String person, String page) {
        return pages.post(person, page + "/confirmation", Map.of("acceptNewUnits", "true"));
    }

    private KeyTask keyTask(int number) {
        Supplier<KeyTask> stored =
                () -> keyTasks.find(city.code(), 2031, number).orElseThrow();
        return cities.as(city.officer(), stored);
    }
}
