package org.supervision.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.supervision.ApplicationTest;
import org.supervision.Counts;
import org.supervision.RestCalls;
import org.supervision.TestCities;
import org.supervision.authorization.AuthorizationMatrix.Line;
import org.supervision.authorization.AuthorizationScene.Target;
import org.supervision.demo.TimeTravel;
import org.supervision.identity.Accounts;
import org.supervision.reporting.RoundPlanning;
import org.supervision.workflow.Caller;

/**
 * Everybody asks for everything, over HTTP, and the answers are those of the matrix; acts are undone at once. A tenth of the
 * cells in each run, all of them in the long one.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixTests {

    private static final Path OBSERVED = Path.of("target/authorization-matrix.txt");

    /** In the tests only, and the page the container itself sends errors to. */
    private static final Set<String> NOT_OURS = Set.of("/unlisted", "/api/v1/unlisted", "/error");

    /** The engine answers 400 or 500 for what belongs to another tenant. */
    private static final Pattern NOT_FOUND_BY_ENGINE =
            Pattern.compile("no authenticated tenant|No work item|Cannot get form for task");

    private static final String UPLOAD =
            """
            --b\r
            Content-Disposition: form-data; name="file"; filename="a.txt"\r
            \r
            1. \u5EFA\u6210\u516C\u56ED\r
            --b--\r
            """;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestCities cities;

    @Autowired
    private RestCalls rest;

    @Autowired
    private TimeTravel time;

    @Autowired
    private RoundPlanning planning;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RepositoryService repository;

    private final Map<Who, Caller> callers = new EnumMap<>(Who.class);
    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private final Set<String> uploads = new TreeSet<>();
    private AuthorizationScene scene;
    private AuthorizationMatrix matrix;

    @BeforeAll
    void everybodySignsIn() {
        scene = new AuthorizationScene(
                cities,
                rest,
                time,
                planning,
                accounts,
                context,
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("quarterly-cycle")
                        .latestVersion()
                        .singleResult()
                        .getId());
        matrix = AuthorizationMatrix.read();
        for (Who who : Who.values()) {
            Caller caller = who.isSignedIn()
                    ? Caller.signedIn(port, who.username(scene.cities()), "demo")
                    : Caller.anonymous(port);
            tokens.put(who, caller.csrf("/login"));
            callers.put(who, caller.with(RolledBack.HEADER, "true"));
        }
    }

    @Test
    void everyAddressIsInTheMatrixForEveryObjectItMayName() {
        Set<String> listed = new TreeSet<>();
        matrix.lines().forEach(line -> listed.add(key(line.method(), line.pattern(), line.variant())));

        assertThat(listed).hasSameSizeAs(matrix.lines()).containsAll(keysOfControllers());
        assertThat(matrix.cells()).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void everybodyMayWhatTheMatrixSaysAndNothingElse() throws IOException {
        keysOfControllers();
        Who[] all = Who.values();
        int perLine = Counts.of(2, all.length);
        List<String> different = new ArrayList<>();
        List<String> observed = new ArrayList<>();
        for (int i = 0; i < matrix.lines().size(); i++) {
            Line line = matrix.lines().get(i);
            char[] outcomes = line.outcomes().toCharArray();
            for (int n = 0; n < perLine; n++) {
                Who who = all[(i * perLine + n) % all.length];
                outcomes[who.ordinal()] = outcome(line, who);
                if (outcomes[who.ordinal()] != line.of(who)) {
                    different.add("%s %s %s: %s %s, not %s"
                            .formatted(
                                    line.method(),
                                    line.pattern(),
                                    line.variant(),
                                    who,
                                    outcomes[who.ordinal()],
                                    line.of(who)));
                }
            }
            observed.add(new Line(line.method(), line.pattern(), line.variant(), new String(outcomes)).written());
        }
        Files.write(OBSERVED, observed);

        assertThat(different).as("all that was seen is in " + OBSERVED).isEmpty();
    }

    private Set<String> keysOfControllers() {
        Set<String> keys = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping :
                context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> keys.addAll(keys(info, handler)));
        }
        return keys;
    }

    private List<String> keys(RequestMappingInfo info, HandlerMethod handler) {
        List<String> keys = new ArrayList<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            if (!NOT_OURS.contains(pattern)) {
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    if (Arrays.stream(handler.getMethodParameters())
                            .map(MethodParameter::getGenericParameterType)
                            .anyMatch(type -> type.getTypeName().contains(MultipartFile.class.getName()))) {
                        uploads.add(method + " " + pattern);
                    }
                    scene.targets(pattern).forEach(target -> keys.add(key(method.name(), pattern, target.variant())));
                }
            }
        }
        return keys;
    }

    private static String key(String method, String pattern, String variant) {
        return method + " " + pattern + " " + variant;
    }

    private char outcome(Line line, Who who) {
        Target target = scene.targets(line.pattern()).stream()
                .filter(each -> each.variant().equals(line.variant()))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> answer = callers.get(who).exchange(request(line, target, who));
        String sentTo =
                URI.create(answer.headers().firstValue("Location").orElse("")).getPath();
        if (answer.statusCode() == 302 && !sentTo.equals("/login")) {
            if (!sentTo.startsWith(ofObject(target))) {
                return '+'; // to what the act made, which is undone by now, or on to the next
            }
            // Back to the page of the object: it tells whether there was anything to act on.
            answer = callers.get(who).get(sentTo);
        }
        int status = answer.statusCode();
        if (status == 401 || status == 302) {
            return 's';
        }
        if (line.pattern().startsWith("/camunda/api/")
                && NOT_FOUND_BY_ENGINE.matcher(answer.body()).find()) {
            return '.';
        }
        if (line.pattern().startsWith("/work-items/") && status == 409) {
            return '.'; // no longer, or never, theirs: they get back what they typed
        }
        return status == 403 ? 'x' : status == 404 || status == 405 ? '.' : status >= 500 ? '!' : '+';
    }

    /** The kind and id an address begins with. */
    private static String ofObject(Target target) {
        String[] segments = target.path().split("/");
        return segments.length < 3 ? target.path() : "/" + segments[1] + "/" + segments[2];
    }

    private HttpRequest.Builder request(Line line, Target target, Who who) {
        HttpRequest.Builder request =
                callers.get(who).request(target.path() + "?year=2024&quarter=2&version=1&head=x&same=true");
        if (line.method().equals("GET")) {
            return request.GET();
        }
        request.header("X-CSRF-TOKEN", tokens.get(who));
        callers.get(who).cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        if (uploads.contains(line.method() + " " + line.pattern())) {
            return request.header("Content-Type", "multipart/form-data; boundary=b")
                    .method(line.method(), BodyPublishers.ofString(UPLOAD));
        }
        boolean json = line.pattern().startsWith("/api/") || line.pattern().startsWith("/camunda/api/");
        return request.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .method(
                        line.method(),
                        BodyPublishers.ofString(json ? scene.json(line.pattern()) : scene.form(line.pattern())));
    }
}
