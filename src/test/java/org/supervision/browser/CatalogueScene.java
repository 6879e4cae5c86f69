package org.supervision.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.audit.TrailSeals;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.notification.Contact;
import org.supervision.notification.Contacts;
import org.supervision.reporting.SampleFiles;
import org.supervision.tables.Rosters;
import org.supervision.tables.YearExports;
import org.supervision.tables.read.SharedDocuments;
import org.supervision.workflow.HandOvers;
import org.supervision.workflow.PostDeputies;

/**
 * The demo city a week after its reports were due, with an object of each kind a page can be about, beside a government
 * without anything and one with a single key task. What people do here is what they may do over REST.
 */
final class CatalogueScene {

    private static final String CITY = "demo";
    private static final String YEAR = "demo-2026-";
    private static final String ROUND = "demo-2026-q3";

    /** The fifth working day after the reports were due: orders wait to be signed. */
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    private final ApplicationContext context;
    private final RestCalls rest;
    private final TestCities people;
    private final Map<String, String> objects = new LinkedHashMap<>();

    CatalogueScene(ApplicationContext context) {
        this.context = context;
        this.rest = context.getBean(RestCalls.class);
        this.people = context.getBean(TestCities.class);
    }

    /** The ids of what was made, by the names the catalogue gives them. */
    Map<String, String> make() {
        goOnTo("2026-10-20T01:00:00Z");
        otherGovernments();
        quarter();
        slips();
        inspections();
        tables();
        directory();
        goOnTo("2026-10-20T02:00:00Z");
        context.getBean(TrailSeals.class).all();
        objects.put(
                "digest",
                String.valueOf(context.getBean(JdbcClient.class)
                        .sql("select id from digest where recipient = 'demo-u001-liaison' order by id desc limit 1")
                        .query(Long.class)
                        .single()));
        return Map.copyOf(objects);
    }

    private void otherGovernments() {
        for (String[] each : new String[][] {{"kong", "临河市", "市教育局"}, {"yi", "望江县", "县水务局"}}) {
            created(rest.post("sysadmin", "/governments", Map.of("code", each[0], "name", each[1])));
            created(rest.post("sysadmin", "/units", Map.of("government", each[0], "name", each[2])));
        }
        String plan = id(rest.upload(
                "yi-officer",
                "/imports",
                file("plan.txt", "2026年重点任务\n1. 改造农村供水管网12公里。（牵头单位：县水务局）\n"),
                Map.of("year", 2026)));
        created(rest.post("yi-officer", "/imports/{id}/confirmation", Map.of("acceptNewUnits", true), plan));
        created(rest.post("yi-chief", "/plans/2026/issuance", Map.of()));
        created(rest.post(
                "yi-officer",
                "/rounds",
                Map.of("year", 2026, "quarter", 3, "opensOn", TODAY.toString(), "reportDueOn", "2026-10-27")));
        created(rest.post("yi-officer", "/rounds/{id}/opening", Map.of(), "yi-2026-q3"));
        context.getBean(Accounts.class).create(new Account("nobody", "离岗人员", Set.of()), "demo");
    }

    private void quarter() {
        created(rest.post("officer", "/rounds", Map.of("year", 2026, "quarter", 4, "opensOn", "2027-01-04")));
        created(rest.post("officer", "/rounds/{id}/spot-check", Map.of(), ROUND));
        objects.put("report", item("demo-u001-liaison", ROUND + "-1", "progress-report"));
        objects.put("part", item("demo-u012-liaison", ROUND + "-1", "partner-part"));
        objects.put("unitReview", item("demo-u005-leader", ROUND + "-5", "unit-review"));
        objects.put("review", item("officer", ROUND + "-2", "office-review"));
        try {
            created(rest.upload(
                    "demo-u001-liaison",
                    "/work-items/{id}/attachments",
                    file("验收单.pdf", SampleFiles.pdf()),
                    Map.of(),
                    objects.get("report")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        objects.put(
                "changeRequest",
                id(rest.post(
                        "demo-u006-liaison",
                        "/key-tasks/{id}/plan-change-requests",
                        Map.of("field", "GOAL", "newValue", "新改建农村公路120公里，改造危桥11座", "reason", "两处危桥改为重建，工程量减少。"),
                        YEAR + 6)));
        created(rest.post(
                "officer",
                "/key-tasks/{id}/withholdings",
                Map.of("ground", "SECRETS_OF_OTHERS", "reason", "涉及企业未公开的投资计划"),
                YEAR + 11));
    }

    private void slips() {
        String order = slip(6, "SUPERVISION_ORDER", true);
        complete("officer", order, "order-signature", Map.of("decision", "SIGN", "requirement", "请在两个工作日内报告第三季度进展。"));
        objects.put("order", order);
        objects.put("circular", id(rest.post("officer", "/circulars", Map.of("slipIds", List.of(order)))));
        objects.put("orderDraft", slip(8, "SUPERVISION_ORDER", true));
        objects.put("reminder", slip(6, "REMINDER", false));
        created(rest.post("mayor", "/key-tasks/{id}/instructions", Map.of("text", "请报告进展和下一步安排。"), YEAR + 9));
    }

    private String slip(int number, String kind, boolean draft) {
        return created(rest.get(
                        "officer", "/slips?cycle={cycle}&kind={kind}&draft={draft}", ROUND + "-" + number, kind, draft))
                .at("/items/0/id")
                .asText();
    }

    private void inspections() {
        Map<String, Object> plan =
                Map.of("place", "栖云区第三幼儿园工地", "plannedOn", TODAY.plusDays(2).toString());
        objects.put("inspectionPlanned", id(rest.post("officer", "/key-tasks/{id}/inspections", plan, YEAR + 4)));
        String seen = id(rest.post("officer", "/key-tasks/{id}/inspections", plan, YEAR + 3));
        complete(
                "officer",
                seen,
                "inspection-finding",
                Map.of(
                        "agreement",
                        "NO_REPORT",
                        "finding",
                        "三所幼儿园主体完工，一所尚未开工。",
                        "place",
                        "栖云区第三幼儿园工地",
                        "seenOn",
                        TODAY.toString()));
        objects.put("inspection", seen);
    }

    private void tables() {
        objects.put("import", upload("seeds/000", 2027));
        objects.put("narrative", upload("seeds/004", 2027));
        objects.put(
                "archive",
                id(rest.post(
                        "chief", "/year-archives", Map.of("year", 2026, "retention", "YEARS_10", "confirmed", true))));
        YearExports exports = context.getBean(YearExports.class);
        objects.put("export", people.as("officer", () -> exports.request(2026).id()));
    }

    private String upload(String document, int year) {
        try {
            return id(rest.upload(
                    "officer",
                    "/imports",
                    file("plan.txt", Files.readAllBytes(SharedDocuments.find(document))),
                    Map.of("year", year)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void directory() {
        PostDeputies deputies = context.getBean(PostDeputies.class);
        people.as(
                "demo-u001-liaison",
                () -> deputies.name(null, "demo-u001-leader", TODAY.plusDays(5), TODAY.plusDays(9)));
        HandOvers handOvers = context.getBean(HandOvers.class);
        HandOvers.Wish wish = new HandOvers.Wish(List.of(), null, "陈晓", null, null, TODAY.plusDays(12), null, null);
        objects.put("handOver", people.as("chief", () -> handOvers
                .begin(CITY, "demo-u002-liaison", wish)
                .id()));
        Contacts contacts = context.getBean(Contacts.class);
        people.as("chief", () -> contacts.add(CITY, Contact.Kind.SECRETARY, null, "王秘书", "wang@example.org"));
        Rosters rosters = context.getBean(Rosters.class);
        byte[] table = "单位,姓名,岗位,账号\n市教育局,李四,联络员,demo-lisi\n市教育局,,负责人,\n市旅游局,赵五,联络员,demo-zhaowu\n"
                .getBytes(StandardCharsets.UTF_8);
        objects.put("roster", people.as("chief", () -> {
            try {
                return rosters.upload(CITY, "名册.csv", new ByteArrayInputStream(table));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Files are written and people are told on the way. */
    private void goOnTo(String instant) {
        context.getBean(TimeTravel.class).to(Instant.parse(instant));
    }

    private void complete(String username, String businessKey, String kind, Map<String, ?> values) {
        created(rest.post(
                username, "/work-items/{id}/completion", Map.of("values", values), item(username, businessKey, kind)));
    }

    private String item(String username, String businessKey, String kind) {
        return people.as(username, () -> people.waiting(businessKey, kind).id());
    }

    private static String id(ResponseEntity<JsonNode> answer) {
        return created(answer).at("/id").asText();
    }

    private static JsonNode created(ResponseEntity<JsonNode> answer) {
        if (!answer.getStatusCode().is2xxSuccessful()) {
            throw new AssertionError("Not done: " + answer);
        }
        return answer.getBody() == null ? com.fasterxml.jackson.databind.node.NullNode.getInstance() : answer.getBody();
    }

    private static ByteArrayResource file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ByteArrayResource file(String name, byte[] content) {
        return new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
