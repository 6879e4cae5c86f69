package org.supervision.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.supervision.ApplicationTest;
import org.supervision.Portal;
import org.supervision.Portal.Browser;
import org.supervision.Portal.Page;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.demo.TimeTravel;
import org.supervision.reporting.SampleFiles;

/** Inspections in the portal and over REST, and who may neither plan nor see them. */
@ApplicationTest
class InspectionPagesTests {

    @Autowired
    private TestCities cities;

    @Autowired
    private Portal portal;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private TimeTravel time;

    @Autowired
    private Clock clock;

    private TestCity city;
    private String keyTask;
    private String cycle;

    @BeforeEach
    void aReportIsApproved() {
        city = cities.create();
        keyTask = cities.keyTask(city, 1, 1).id();
        cycle = cities.openFirstQuarter(city) + "-1";
        cities.complete(city.liaison(1), cycle, "partner-part", Map.of("progress", "移交用地。"));
        cities.complete(
                city.liaison(0), cycle, "progress-report", Map.of("verdict", "DONE", "progress", "围墙建成，绿化完成3公顷。"));
        cities.complete(city.leader(0), cycle, "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(city.officer(), cycle, "office-review", Map.of("decision", "APPROVE", "verdict", "DONE"));
    }

    @Test
    void anOfficerPlansRecordsAndThePageTellsThoseConcerned() throws IOException {
        Browser officer = portal.signIn(city.officer());
        assertThat(officer.open("/inspections").text("main")).contains("没有实地督查");
        Page form = officer.open("/key-tasks/" + keyTask + "/inspections/new");
        assertThat(form.content().select("option[selected]").attr("value"))
                .as("the report that is there")
                .isEqualTo(cycle);
        assertThat(form.submit("#plan", Map.of("place", " ", "plannedOn", "2024-03-01"))
                        .text(".error-summary, [role=alert]"))
                .contains("请写地点");
        Page planned = form.submit("#plan", Map.of("place", "城东公园"));
        assertThat(planned.text(".flash")).contains("已安排实地督查");
        assertThat(portal.signIn(city.leader(0)).open(planned.path()).status())
                .as("not before something was found")
                .isEqualTo(404);

        Page record = planned.follow("a[href^=/work-items/]");
        assertThat(record.text("main")).contains("围墙建成，绿化完成3公顷。", "城东公园");
        String item = record.path().substring("/work-items/".length());
        Page photographs = officer.open("/work-items/" + item + "/attachments");
        assertThat(photographs.content().select("input[type=file]").attr("accept"))
                .isEqualTo("image/png,image/jpeg,image/webp");
        Map<String, String> found = Map.of("agreement", "CONTRADICTS", "finding", "围墙未建，绿化不足1公顷。");
        Page refused = record.submit("#work-item", found);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("main")).contains("请先附上至少一张照片", "围墙未建，绿化不足1公顷。");
        assertThat(upload(city.officer(), item, "现场.jpg", SampleFiles.pdf())).isEqualTo(422);
        assertThat(upload(city.officer(), item, "现场.pdf", SampleFiles.pdf())).isEqualTo(422);
        assertThat(upload(city.officer(), item, "现场.png", SampleFiles.png(1))).isEqualTo(201);
        record.submit("#work-item", found);

        Page page = officer.open(planned.path());
        assertThat(page.text("main")).contains("待主任决定", "围墙未建，绿化不足1公顷。", "与已通过的报告不符");
        assertThat(page.content().select(".photographs img")).hasSize(1);
        assertThat(page.content().select("#cancellation")).isEmpty();
        assertThat(officer.open("/inspections?agreement=CONTRADICTS&state=DECIDING")
                        .text("td"))
                .contains("不符", "城东公园");
        assertThat(officer.open("/inspections?state=PLANNED").text("main")).contains("没有实地督查");
        for (String person : List.of(city.liaison(0), city.leader(1), city.mayor())) {
            Browser concerned = portal.signIn(person);
            assertThat(concerned.open(planned.path()).text("main")).as(person).contains("围墙未建");
            assertThat(concerned.open("/key-tasks/" + keyTask + "/inspections").text("main"))
                    .as(person)
                    .contains("城东公园");
            assertThat(picture(person, page)).as(person).isEqualTo(200);
        }
        assertThat(portal.signIn(city.leader(0)).open("/cycles/" + cycle).text("[role=alert]"))
                .contains("与报告不符", "围墙未建");
        time.to(clock.instant());
        for (String person : List.of(city.liaison(0), city.leader(0))) {
            assertThat(portal.signIn(person).open("/inbox").text("main"))
                    .as(person)
                    .contains("实地督查情况与已审核通过的报告不符");
        }
        for (String stranger :
                List.of(city.liaison(1), city.liaison(2), cities.create().officer())) {
            assertThat(portal.signIn(stranger).open(planned.path()).status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(picture(stranger, page)).as(stranger).isEqualTo(404);
        }
    }

    private int picture(String person, Page page) {
        return http.withBasicAuth(person, "demo")
                .getForEntity(
                        "/api/v1" + page.content().select(".photographs a").attr("href"), byte[].class)
                .getStatusCode()
                .value();
    }

    @Test
    void restPlansListsAndCancels() {
        JsonNode planned =
                plan(city.officer(), keyTask, cycle, "城东公园", "2024-04-02").getBody();
        String id = planned.at("/id").asText();
        assertThat(planned.at("/state").asText()).isEqualTo("PLANNED");
        assertThat(rest.get(city.mayor(), "/inspections?cycle={c}&state=PLANNED", cycle)
                        .getBody()
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(rest.get(city.liaison(0), "/inspections")
                        .getBody()
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(rest.get(city.liaison(0), "/inspections/{id}", id)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(cancel(city.leader(0), id, "不去")).isEqualTo(403);
        assertThat(cancel(cities.create().officer(), id, "不去")).isEqualTo(404);
        assertThat(cancel(city.officer(), id, null)).isEqualTo(422);
        assertThat(cancel(city.chief(), id, "暴雨")).isEqualTo(200);
        assertThat(cancel(city.chief(), id, "暴雨")).isEqualTo(409);
    }

    @Test
    void whoMayNotPlanIsRefusedAndSoIsWhatCannotBePlanned() {
        for (String person : List.of(city.liaison(0), city.leader(0), city.mayor())) {
            assertThat(planning(person, keyTask, null, "城东", "2024-04-02"))
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(planning(cities.create().officer(), keyTask, null, "城东", "2024-04-02"))
                .isEqualTo(404);
        assertThat(planning(city.officer(), keyTask, null, "城东", "2024-03-31")).isEqualTo(422);
        assertThat(planning(city.officer(), keyTask, null, "城东", "2026-03-31")).isEqualTo(422);
        assertThat(planning(city.officer(), keyTask, null, "", "2024-04-02")).isEqualTo(422);
        assertThat(planning(city.officer(), keyTask, null, "城".repeat(201), "2024-04-02"))
                .isEqualTo(422);
        assertThat(planning(city.officer(), keyTask, "no-such-cycle", "城东", "2024-04-02"))
                .isEqualTo(422);
        assertThat(planning(city.officer(), keyTask, null, "城东", null)).isEqualTo(422);
        assertThat(portal.signIn(city.liaison(0))
                        .open("/key-tasks/" + keyTask + "/inspections/new")
                        .status())
                .isEqualTo(403);
    }

    private int planning(
            String person, String task, @Nullable String ofCycle, @Nullable String place, @Nullable String on) {
        return plan(person, task, ofCycle, place, on).getStatusCode().value();
    }

    private ResponseEntity<JsonNode> plan(
            String person, String task, @Nullable String ofCycle, @Nullable String place, @Nullable String on) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("cycle", ofCycle);
        body.put("place", place);
        body.put("plannedOn", on);
        return rest.post(person, "/key-tasks/{id}/inspections", body, task);
    }

    private int cancel(String person, String id, @Nullable String reason) {
        return rest.post(
                        person,
                        "/inspections/{id}/cancellation",
                        reason == null ? Map.of() : Map.of("reason", reason),
                        id)
                .getStatusCode()
                .value();
    }

    private int upload(String person, String item, String name, byte[] content) {
        return rest.upload(
                        person,
                        "/work-items/{id}/attachments",
                        new ByteArrayResource(content) {
                            @Override
                            public String getFilename() {
                                return name;
                            }
                        },
                        Map.of(),
                        item)
                .getStatusCode()
                .value();
    }
}
