package org.supervision.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Page;
import org.supervision.PortalPages;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;

/** A circular on its pages, over REST and as an office file. */
@ApplicationTest
class CircularPageTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Portal portal;

    @Autowired
    private PortalPages pages;

    @Autowired
    private RestCalls rest;

    private TestCity city;

    @BeforeEach
    void anOrderIsSigned() {
        city = cities.create();
        cities.keyTask(city, 1);
        cities.openFirstQuarter(city);
        time.to(OffsetDateTime.parse("2024-04-15T09:00:00+08:00").toInstant());
        time.to(OffsetDateTime.parse("2024-04-16T09:00:00+08:00").toInstant());
        Page desk = portal.signIn(city.officer()).open("/");
        desk.follow("a[href*=/work-items/]")
                .submit("#work-item", Map.of("decision", "SIGN", "requirement", "请说明逾期原因。"));
    }

    @Test
    void isWrittenSignedAndReadOnItsPages() throws IOException {
        Page list = portal.signIn(city.officer()).open("/circulars");
        assertThat(list.text("#pending")).contains("督办〔2024〕1号", "建成第1号公园");

        MockHttpServletResponse none = pages.post(city.officer(), "/circulars", Map.of());
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(PortalPages.document(none).select("main").text()).contains("请至少选一份督办单");

        Page writing = list.submit("form[action$=/circulars]", Map.of());
        assertThat(writing.path()).startsWith("/work-items/");
        assertThat(writing.text("h1")).contains("拟写通报");
        assertThat(writing.text("main dl")).contains("督办〔2024〕1号", "市一局", "第 1 项");
        assertThat(writing.content().select("#field-body").text()).contains("截至2024年4月16日", "1 家单位牵头的 1 项");
        Page done = writing.submit("#work-item", Map.of("decision", "SUBMIT", "subject", "关于逾期未报的通报"));
        assertThat(done.text(".flash")).contains("拟写通报：送主任签发");

        String id = rest.get(city.officer(), "/circulars")
                .getBody()
                .path("items")
                .get(0)
                .path("id")
                .asText();
        assertThat(pages.status(city.leader(1), "/circulars/" + id)).isEqualTo(404);
        Page paper = portal.signIn(city.chief()).open("/circulars/" + id);
        assertThat(paper.text(".paper")).contains("待签发", "关于逾期未报的通报", "市一局");
        paper.follow("a[href*=/work-items/]").submit("#work-item", Map.of("decision", "SIGN"));

        assertThat(pages.get(city.leader(1), "/circulars").select("main").text())
                .contains("督通〔2024〕1号");
        assertThat(pages.get(city.leader(1), "/circulars/" + id)
                        .select(".paper")
                        .text())
                .contains("督通〔2024〕1号", "各有关单位：", "督办〔2024〕1号", "2024年4月16日");
        time.to(OffsetDateTime.parse("2024-04-16T11:00:00+08:00").toInstant());
        assertThat(told(city.leader(0))).as("the unit it names is told").contains("督通〔2024〕1号已印发");
        assertThat(told(city.leader(1))).doesNotContain("督通");
        JsonNode matter = rest.get(city.leader(1), "/slips?kind=CIRCULAR")
                .getBody()
                .path("items")
                .get(0);
        assertThat(matter.path("id").asText()).isEqualTo(id);
        assertThat(matter.path("number").asInt()).isEqualTo(1);
        assertThat(matter.path("keyTaskNumber").asInt()).isEqualTo(1);
        MockHttpServletResponse file = pages.response(city.leader(1), "/circulars/" + id + ".docx");
        assertThat(text(file)).contains("督查室", "督通〔2024〕1号", "关于逾期未报的通报", "第 1 项：建成第1号公园");
    }

    @Test
    void aSlipIsAnOfficeFileOnceItIsIssued() throws IOException {
        JsonNode slips = rest.get(city.leader(0), "/slips").getBody().path("items");
        String order = slips.get(0).path("id").asText();

        assertThat(pages.get(city.leader(0), "/slips/" + order).select(".paper").text())
                .as("it waited for a person, not for the system")
                .doesNotContain("补发");

        MockHttpServletResponse file = pages.response(city.leader(0), "/slips/" + order + ".docx");

        assertThat(file.getHeader("Content-Disposition")).contains(".docx");
        assertThat(text(file)).contains("督办〔2024〕1号", "关于第 1 项重点任务的督办单", "请说明逾期原因。", "2024年4月16日", "抄送");
        assertThat(pages.status(city.leader(1), "/slips/" + order + ".docx")).isEqualTo(404);
    }

    @Test
    void beginsOverRestWithEverythingThatWaits() {
        assertThat(rest.get(city.officer(), "/circulars/pending").getBody().path("items"))
                .hasSize(1);
        assertThat(rest.post(city.leader(0), "/circulars", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(403);

        var created = rest.post(city.officer(), "/circulars", Map.of());

        assertThat(created.getStatusCode().value()).isEqualTo(201);
        assertThat(created.getBody().path("entries")).hasSize(1);
        var second = rest.post(city.officer(), "/circulars", Map.of());
        assertThat(second.getStatusCode().value()).isEqualTo(422);
        assertThat(second.getBody().path("errors").get(0).path("field").asText())
                .isEqualTo("slipIds");
    }

    private String told(String account) {
        return pages.get(account, "/inbox").select("main").text();
    }

    private static String text(MockHttpServletResponse file) throws IOException {
        assertThat(file.getStatus()).isEqualTo(200);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file.getContentAsByteArray()));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        }
    }
}
