package org.supervision.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One visitor's window: what it asks for, what that costs, and what its console complains about. */
final class Visit {

    static final int DESKTOP = 1366;
    static final int PHONE = 390;

    /** A4 across at 96 dots an inch, less its margins. */
    static final int PAPER = 1016;

    private static final int HEIGHT = 800;

    /** What is the same for everybody and kept by the browser. */
    private static final Pattern KEPT = Pattern.compile("/(css|js|img|webjars|_static)/.*");

    private final Page page;
    private final String checks;
    private final Set<Request> underWay = new HashSet<>();
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, String> addresses = new HashMap<>();
    private int status;
    private long bytes;
    private long keptBytes;

    Visit(BrowserContext visitor, String checks) {
        this.page = visitor.newPage();
        this.checks = checks;
        page.onRequest(underWay::add);
        page.onRequestFinished(underWay::remove);
        page.onRequestFailed(request -> {
            underWay.remove(request);
            // A page that is left gives up what it still waits for.
            if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
                mistakes.add("failed: " + request.url() + " " + request.failure());
            }
        });
        page.onResponse(this::answered);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of " + status)) {
                mistakes.add("console: " + message.text());
            }
        });
        page.onPageError(error -> mistakes.add("script: " + error));
        CDPSession network = visitor.newCDPSession(page);
        network.on("Network.requestWillBeSent", this::asked);
        network.on("Network.loadingFinished", this::came);
        network.send("Network.enable");
    }

    private void answered(Response response) {
        if (response.request().isNavigationRequest()) {
            status = response.status();
        } else if (response.status() >= 400) {
            mistakes.add(response.status() + ": " + response.url());
        }
    }

    private void asked(JsonObject event) {
        addresses.put(
                event.get("requestId").getAsString(),
                event.getAsJsonObject("request").get("url").getAsString());
    }

    private void came(JsonObject event) {
        long length = event.get("encodedDataLength").getAsLong();
        String address = addresses.getOrDefault(event.get("requestId").getAsString(), "");
        String path = address.isEmpty() ? "" : URI.create(address).getRawPath();
        if (KEPT.matcher(path == null ? "" : path).matches()) {
            keptBytes += length;
        } else {
            bytes += length;
        }
    }

    /** Opens a page as it is shown at that width; what was counted before is forgotten. */
    void open(String address, int width) {
        mistakes.clear();
        underWay.clear();
        bytes = 0;
        keptBytes = 0;
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(width, HEIGHT);
        page.navigate(address);
        settle();
    }

    /** Presses a button as if the browser itself had nothing to say against what was entered. */
    void press(String selector) {
        page.waitForNavigation(() -> page.locator(selector)
                .first()
                .evaluate("button => { if (button.form) button.form.noValidate = true; button.click(); }"));
        settle();
    }

    void resize(int width) {
        page.setViewportSize(width, HEIGHT);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    void print() {
        page.setViewportSize(PAPER, 664);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }

    private void settle() {
        page.evaluate(checks);
        page.waitForCondition(() -> underWay.isEmpty());
        page.waitForFunction("() => window.checks.isSettled()");
        page.waitForCondition(() -> underWay.isEmpty());
    }

    @SuppressWarnings("unchecked")
    List<String> ask(String question) {
        return (List<String>) page.evaluate(question);
    }

    void photograph(Path picture) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    }

    Page page() {
        return page;
    }

    int status() {
        return status;
    }

    List<String> mistakes() {
        return mistakes;
    }

    /** Of the page, its parts and its data, as they came over the wire. */
    long bytes() {
        return bytes;
    }

    /** Of style sheets, scripts and pictures. */
    long keptBytes() {
        return keptBytes;
    }
}
