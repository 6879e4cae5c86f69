package org.supervision.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.ResponseEntity;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.TestCities.TestCity;
import org.supervision.authorization.Who.Cities;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.Accounts;
import org.supervision.identity.Accounts.Account;
import org.supervision.reporting.PlannedRound;
import org.supervision.reporting.RoundPlanning;
import org.supervision.shared.Quarter;

/** Two cities, one of them with an object of each kind in several states, to ask for by the patterns of addresses. */
final class AuthorizationScene {

    private static final String API = "/api/v1";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^}]*)?}");

    /** What forms and calls ask for: enough for each to get past the reading of what was sent. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("act", "change"),
            Map.entry("answer", "正在补办。"),
            Map.entry("code", "zz"),
            Map.entry("comment", "意见"),
            Map.entry("comparator", "GE"),
            Map.entry("confirmed", "true"),
            Map.entry("decision", "APPROVE"),
            Map.entry("direction", "UP"),
            Map.entry("effectiveFrom", "2024-12-01"),
            Map.entry("event", "MARK"),
            Map.entry("expectedUntil", "2024-12-31"),
            Map.entry("field", "GOAL"),
            Map.entry("from", "2024-12-01"),
            Map.entry("ground", "STATE_SECRET"),
            Map.entry("id", "1"),
            Map.entry("important", "true"),
            Map.entry("indicator", "1"),
            Map.entry("mail", "a@example.org"),
            Map.entry("name", "某某"),
            Map.entry("newDueOn", "2024-07-10"),
            Map.entry("newValue", "建成公园"),
            Map.entry("number", "1"),
            Map.entry("opensOn", "2024-10-08"),
            Map.entry("place", "城东"),
            Map.entry("plannedOn", "2024-12-01"),
            Map.entry("points", "-1"),
            Map.entry("progress", "完成选址。"),
            Map.entry("quarter", "2"),
            Map.entry("reason", "理由"),
            Map.entry("role", "LIAISON"),
            Map.entry("scale", "ONE"),
            Map.entry("severity", "ANSWER"),
            Map.entry("share", "1"),
            Map.entry("source", "TELEPHONE"),
            Map.entry("state", "CONFIRMED"),
            Map.entry("text", "请报告进展。"),
            Map.entry("value", "3"),
            Map.entry("verdict", "DONE"),
            Map.entry("version", "1"),
            Map.entry("year", "2024"));

    private static final Map<String, Object> GOOD = Map.of("verdict", "DONE", "progress", "已建成，面积3公顷。");

    /** An object of some kind and state, as an address names it. */
    record Target(String variant, String path) {}

    private final TestCities cities;
    private final RestCalls rest;
    private final TimeTravel time;
    private final String definition;

    /** By the beginning of the address: the objects there, by their names in the matrix. */
    private final Map<String, Map<String, String>> objects = new LinkedHashMap<>();

    /** By the name of a variable behind the first. */
    private final Map<String, String> details = new LinkedHashMap<>();

    private final Cities both;

    AuthorizationScene(
            TestCities cities,
            RestCalls rest,
            TimeTravel time,
            RoundPlanning planning,
            Accounts accounts,
            ApplicationContext context,
            String definition) {
        this.cities = cities;
        this.rest = rest;
        this.time = time;
        this.definition = definition;
        TestCity home = cities.create();
        TestCity foreign = cities.create();
        String nobody = home.code() + "-left";
        accounts.create(new Account(nobody, "离岗人员", Set.of()), "demo");
        this.both = new Cities(home, foreign, nobody);
        cities.keyTask(foreign, 1, 1);
        for (int number = 1; number <= 4; number++) {
            cities.keyTask(home, number, 1);
        }
        String past = publishedQuarter(home);
        String open = openQuarter(home);
        String planned = cities.as(
                home.officer(),
                () -> planning.plan(
                        home.code(),
                        new PlannedRound(
                                new Quarter(2024, 3), LocalDate.of(2024, 10, 8), null, null, null, null, null)));
        put("/rounds", "open", open, "published", past, "planned", planned);
        put("/public", "open", open, "published", past);
        put(
                "/cycles",
                "drafting",
                open + "-1",
                "unit-review",
                open + "-2",
                "office-review",
                open + "-3",
                "closed",
                past + "-1");
        put("/key-tasks", "led", keyTask(1), "other", keyTask(2));
        put("/public/key-tasks", "published", keyTask(1));
        slips(home);
        inspections(home);
        changeRequest(home, open);
        files(home, open);
        parts(home);
        work(home, open);
        directory(home);
        records(new AuthorizationRecords(context, cities, home));
    }

    Cities cities() {
        return both;
    }

    private String publishedQuarter(TestCity city) {
        String round = cities.openFirstQuarter(city);
        for (int number = 1; number <= 4; number++) {
            report(city, round + "-" + number);
            cities.complete(city.leader(0), round + "-" + number, "unit-review", Map.of("decision", "APPROVE"));
            cities.complete(
                    city.officer(),
                    round + "-" + number,
                    "office-review",
                    Map.of("decision", "APPROVE", "verdict", "DONE"));
        }
        cities.complete(city.officer(), round, "round-closing", Map.of());
        time.to(Instant.parse("2024-04-01T01:02:00Z"));
        cities.complete(city.officer(), round, "secrecy-check", Map.of("confirmed", true, "opinion", "已核对。"));
        cities.complete(city.chief(), round, "round-publication", Map.of("decision", "SIGN", "confirmed", true));
        return round;
    }

    /** The first is drafted, the second with the unit's leader, the third with the office; the fourth waits for its part. */
    private String openQuarter(TestCity city) {
        String round = cities.openRound(city, 2);
        report(city, round + "-2");
        report(city, round + "-3");
        cities.complete(city.leader(0), round + "-3", "unit-review", Map.of("decision", "APPROVE"));
        cities.complete(city.liaison(1), round + "-1", "partner-part", Map.of("progress", "已供地。"));
        return round;
    }

    private void report(TestCity city, String cycle) {
        cities.complete(city.liaison(1), cycle, "partner-part", Map.of("progress", "已供地。"));
        cities.complete(city.liaison(0), cycle, "progress-report", GOOD);
    }

    private void slips(TestCity city) {
        String draft = instruct(city, 1);
        String order = instruct(city, 2);
        cities.complete(city.officer(), order, "order-signature", Map.of("decision", "SIGN", "requirement", "请报告进展。"));
        put("/slips", "draft", draft, "order", order);
    }

    private String instruct(TestCity city, int number) {
        return id(rest.post(city.mayor(), "/key-tasks/{id}/instructions", Map.of("text", "请报告进展。"), keyTask(number)));
    }

    private void inspections(TestCity city) {
        Map<String, Object> plan = Map.of("place", "城东", "plannedOn", "2024-12-01");
        String planned = id(rest.post(city.officer(), "/key-tasks/{id}/inspections", plan, keyTask(1)));
        String recorded = id(rest.post(city.officer(), "/key-tasks/{id}/inspections", plan, keyTask(1)));
        cities.complete(
                city.officer(),
                recorded,
                "inspection-finding",
                Map.of("agreement", "NO_REPORT", "finding", "未开工", "place", "城东", "seenOn", "2024-07-01"));
        put("/inspections", "planned", planned, "recorded", recorded);
    }

    private void changeRequest(TestCity city, String round) {
        put(
                "/change-requests",
                "asked",
                id(rest.post(
                        city.liaison(0),
                        "/cycles/{id}/extension-requests",
                        Map.of("newDueOn", "2024-07-10", "reason", "征地延后", "progress", "完成选址"),
                        round + "-1")));
    }

    private void files(TestCity city, String round) {
        put(
                "/imports",
                "read",
                id(rest.upload(
                        city.officer(),
                        "/imports",
                        file("plan.txt", "2024年重点任务\n1. 建成公园。（牵头单位：市一局；责任单位：市二局）\n"),
                        Map.of("year", 2024))));
        String report = item(city.liaison(0), round + "-1", "progress-report");
        String evidence = id(
                rest.upload(city.liaison(0), "/work-items/{id}/attachments", file("选址.txt", "选址意见"), Map.of(), report));
        put("/attachments", "drafted", evidence);
        details.put("evidenceId", evidence);
        put(
                "/year-archives",
                "sealing",
                id(rest.post(
                        city.chief(),
                        "/year-archives",
                        Map.of("year", 2024, "retention", "YEARS_10", "confirmed", true))));
        objects.put("/exports/archives", objects.get("/year-archives"));
    }

    private void parts(TestCity city) {
        rest.post(
                city.officer(),
                "/key-tasks/{id}/withholdings",
                Map.of("ground", "STATE_SECRET", "reason", "涉密"),
                keyTask(3));
        details.put("withholding", "1");
        details.put("indicator", "1");
        details.put("item", "1");
    }

    private void work(TestCity city, String round) {
        put(
                "/work-items",
                "report",
                item(city.liaison(0), round + "-1", "progress-report"),
                "part",
                item(city.liaison(1), round + "-4", "partner-part"),
                "unit-review",
                item(city.leader(0), round + "-2", "unit-review"),
                "office-review",
                item(city.officer(), round + "-3", "office-review"));
        // The engine's own desk knows them by the same ids.
        objects.put("/camunda/api/engine/engine/default/task", objects.get("/work-items"));
        JsonNode inbox = rest.get(city.liaison(0), "/inbox").getBody();
        put("/inbox", "told", inbox.at("/items/0/id").asText());
    }

    private void directory(TestCity city) {
        put("/governments", "home", city.code());
        put("/units", "unit", city.units().get(2));
        put("/people", "liaison", city.liaison(2));
        put("/contacts/people", "liaison", city.liaison(2));
        put("/help", "liaison", "liaison", "open-data", "open-data");
        put("/channels", "home", city.code());
        put("/deliveries", "none", "1");
        put("/circulars", "none", city.code() + "-circular-1");
        put("/sign-ins", "none", new UUID(0, 1).toString());
        put("/saved-views", "none", "0");
        details.putAll(Map.of("year", "2024", "extension", "xlsx", "format", "csv", "results", "results", "row", "1"));
        details.putAll(Map.of(
                "definition", definition, "key", "quarterly-cycle", "screen", "desk", "event", "REPORT_CONTRADICTED"));
        details.putAll(Map.of("rule", "VALUE_MISSING", "kind", "REMINDER"));
        put("/statistics/cards", "lamps", "lamps");
        put("/statistics/years/{year}/cards", "lamps", "lamps");
        put("/government-rules", "margin", "AT_RISK_MARGIN");
    }

    private void records(AuthorizationRecords records) {
        put("/exports", "asked", records.export());
        put("/deputies", "named", records.deputy());
        objects.put("/me/deputies", objects.get("/deputies"));
        put("/hand-overs", "planned", records.handOver());
        objects.put("/people/hand-overs", objects.get("/hand-overs"));
        put("/contacts", "secretary", records.contact());
        put("/people/rosters", "read", records.roster());
        put("/inbox/digests", "none", "1");
    }

    /** The addresses a pattern stands for here, one for each object it may name. */
    List<Target> targets(String pattern) {
        String api = pattern.startsWith(API) ? API : "";
        String path = pattern.substring(api.length());
        Optional<String> kind = objects.keySet().stream()
                .filter(prefix -> path.startsWith(prefix + "/{"))
                .max(Comparator.comparingInt(String::length));
        if (kind.isEmpty()) {
            return List.of(new Target("-", filled(pattern)));
        }
        if (path.startsWith("/public/{government")) {
            String end = path.endsWith("/") ? "/" : "";
            return List.of(
                    new Target("nothing", "/public/" + both.foreign().code() + end),
                    new Target("published", "/public/" + both.home().code() + end));
        }
        String prefix = kind.get();
        String behind = path.substring(path.indexOf('}', prefix.length()) + 1);
        return objects.get(prefix).entrySet().stream()
                .map(each -> new Target(each.getKey(), api + filled(prefix) + "/" + each.getValue() + filled(behind)))
                .toList();
    }

    String form(String pattern) {
        return fields(pattern).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    String json(String pattern) {
        return fields(pattern).entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": \"" + field.getValue() + "\"")
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private Map<String, String> fields(String pattern) {
        Map<String, String> fields = new TreeMap<>(FIELDS);
        fields.put("unit", both.home().units().get(1));
        fields.put("predecessor", keyTask(1));
        fields.put("keyTask", keyTask(1));
        if (pattern.contains("/indicators/")) {
            fields.put("act", "confirm");
            fields.remove("indicator");
        }
        return fields;
    }

    private String filled(String pattern) {
        return VARIABLE.matcher(pattern).replaceAll(variable -> {
            String value = details.get(variable.group(1));
            if (value == null) {
                throw new NoSuchElementException("Nothing to put for " + variable.group() + " of " + pattern);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private void put(String prefix, String... namesAndIds) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < namesAndIds.length; i += 2) {
            named.put(namesAndIds[i], namesAndIds[i + 1]);
        }
        objects.put(prefix, named);
    }

    private String keyTask(int number) {
        return both.home().code() + "-2024-" + number;
    }

    private String item(String username, String businessKey, String kind) {
        return cities.as(username, () -> cities.waiting(businessKey, kind).id());
    }

    private static String id(ResponseEntity<JsonNode> created) {
        String id = created.getBody() == null ? "" : created.getBody().at("/id").asText();
        if (id.isEmpty()) {
            throw new AssertionError("Not created: " + created);
        }
        return id;
    }

    private static ByteArrayResource file(String name, String content) {
        return new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return name;
            }
        };
    }
}
