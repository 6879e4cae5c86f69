package org.supervision.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.audit.TrailSeals;
import org.supervision.browser.PageCatalogue.Entry;

/**
 * Every page of the catalogue in Chromium: no complaint, no failed request, no barrier, nothing lost on a phone, with large
 * text or on paper, and not heavier than agreed. A usual build takes the first state of every third page; the long one takes all
 * and leaves their pictures in {@code target/pictures}, as does {@code -Dpages=} for those whose names match.
 * {@code -Dpictures=write} renews the pictures of the manuals.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "supervision.demo.data-directory=",
            "supervision.audit.sealing=false",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("demo")
@Import({TestCities.class, RestCalls.class, TrailSeals.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueIT {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String RULES =
            "() => checks.barriers(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])";

    /** Bytes over the wire of what a browser sees for the first time, and of a page whose style sheets it knows. */
    private static final long FIRST_LOAD = 400_000;

    private static final long LATER_PAGE = 60_000;

    private static final boolean IN_EVERY_STATE =
            Boolean.getBoolean("supervision.full") || System.getProperty("pages") != null;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private final Map<String, Visit> visits = new HashMap<>();
    private Chromium chromium;
    private Map<String, String> objects;
    private ManualPictures manuals;
    private String axe;
    private String checks;

    @BeforeAll
    void everythingIsThere() throws IOException {
        Files.createDirectories(PICTURES);
        chromium = Chromium.start();
        manuals = new ManualPictures();
        axe = resource("/axe.min.js");
        checks = resource("/catalogue/checks.js");
        objects = new CatalogueScene(context).make();
    }

    @AfterAll
    void stopChromium() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPageIsRightInEveryState() {
        return wanted().stream().map(entry -> DynamicTest.dynamicTest(entry.key(), () -> isRight(entry)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/statistics", "/cycles/demo-2026-q3-5", "/work-items/{report}"})
    void whatIsSeenFirstIsLightEnough(String address) {
        String liaison = "demo-u001-liaison";
        Visit visit = new Visit(signedIn(address.equals("/work-items/{report}") ? liaison : "officer"), checks);

        visit.open(address.replace("{report}", objects.get("report")), Visit.DESKTOP);
        assertThat(visit.bytes() + visit.keptBytes()).isLessThanOrEqualTo(FIRST_LOAD);

        visit.open("/key-tasks", Visit.DESKTOP);
        visit.open("/", Visit.DESKTOP);
        assertThat(visit.keptBytes()).as("style sheets and scripts once more").isLessThan(10_000);
    }

    /** The first state of every third page in a usual build. */
    private static List<Entry> wanted() {
        Pattern wanted = Pattern.compile(System.getProperty("pages", ".*"));
        Set<String> names = new HashSet<>();
        return PageCatalogue.read().entries().stream()
                .filter(entry -> wanted.matcher(entry.key()).matches())
                .filter(entry -> IN_EVERY_STATE || names.add(entry.name()) && names.size() % 3 == 1)
                .toList();
    }

    private void isRight(Entry entry) {
        Visit visit = visits.computeIfAbsent(entry.who(), who -> new Visit(signedIn(who), checks));
        visit.open(entry.address(objects), Visit.DESKTOP);
        if (!entry.act().isEmpty()) {
            visit.press(entry.act());
        }

        assertThat(visit.status()).isEqualTo(entry.status());
        if (entry.isPrinted()) {
            visit.print();
            assertThat(visit.ask("() => checks.tooWide()"))
                    .as("wider than the paper")
                    .isEmpty();
            photograph(entry, visit, Visit.PAPER);
        } else {
            isRightOnScreens(entry, visit);
        }
        assertThat(visit.mistakes()).isEmpty();
        assertThat(visit.bytes()).as("bytes").isLessThanOrEqualTo(LATER_PAGE);
    }

    private void isRightOnScreens(Entry entry, Visit visit) {
        photograph(entry, visit, Visit.DESKTOP);
        visit.page().evaluate(axe);
        List<String> barriers = visit.ask(RULES);
        List<String> wide = visit.ask("() => checks.tooWide()");
        visit.resize(Visit.PHONE);
        photograph(entry, visit, Visit.PHONE);
        List<String> wideOnPhone = visit.ask("() => checks.tooWide()");
        List<String> cutOnPhone = visit.ask("() => checks.cutOff()");
        visit.resize(Visit.DESKTOP);
        visit.page().evaluate("() => checks.enlargeText(2)");
        List<String> wideWithLargeText = visit.ask("() => checks.tooWide()");
        List<String> cutWithLargeText = visit.ask("() => checks.cutOff()");

        assertThat(Map.of(
                        "barriers", barriers,
                        "wide", wide,
                        "wide on a phone", wideOnPhone,
                        "cut off on a phone", cutOnPhone,
                        "wide with large text", wideWithLargeText,
                        "cut off with large text", cutWithLargeText))
                .allSatisfy((what, found) -> assertThat(found).as(what).isEmpty());
    }

    private void photograph(Entry entry, Visit visit, int width) {
        String name = entry.key() + "-" + width;
        manuals.take(name, visit.page());
        if (!IN_EVERY_STATE) {
            return;
        }
        visit.photograph(PICTURES.resolve(name + ".png"));
    }

    private BrowserContext signedIn(String who) {
        BrowserContext visitor = chromium.visitor("http://localhost:" + port, Visit.DESKTOP);
        if (!who.equals("-")) {
            Matcher token = TOKEN.matcher(visitor.request().get("/login").text());
            assertThat(token.find()).isTrue();
            visitor.request()
                    .post(
                            "/login",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set("_csrf", token.group(1))
                                            .set("username", who)
                                            .set("password", "demo")));
        }
        return visitor;
    }

    private static String resource(String name) throws IOException {
        try (var source = CatalogueIT.class.getResourceAsStream(name)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
