package org.supervision.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium; tests that need it are skipped, loudly, where there is none. */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
    }

    static Chromium start() {
        Optional<Path> program = Stream.concat(Optional.ofNullable(System.getenv("CHROMIUM")).stream(), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            System.err.println("SKIPPED: no Chromium at " + PLACES + ", the portal was not tried in a browser");
        }
        Assumptions.assumeTrue(program.isPresent(), "no Chromium at " + PLACES);
        return new Chromium(program.get());
    }

    /** A page of a new visitor who reads Chinese. */
    Page open(String origin, int width) {
        return visitor(origin, width).newPage();
    }

    /** The same, who may open several. */
    BrowserContext visitor(String origin, int width) {
        BrowserContext visitor = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(origin)
                .setLocale("zh-CN")
                .setViewportSize(width, 800));
        visitor.setDefaultTimeout(20_000);
        return visitor;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
