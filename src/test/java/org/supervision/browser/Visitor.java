package org.supervision.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;

/** Somebody signed in with a browser that keeps what its console and its requests complain about. */
final class Visitor {

    static {
        // The engine's applications are large and draw themselves piece by piece, on a busy machine slowly.
        PlaywrightAssertions.setDefaultAssertionTimeout(90_000);
    }

    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(Page page) {
        this.page = page;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(this::look);
        page.onRequestFailed(request -> {
            // A page that is left gives up what it still waits for.
            if (!String.valueOf(request.failure()).contains("ERR_ABORTED")) {
                complaints.add(request.url() + " " + request.failure());
            }
        });
    }

    static Visitor signIn(Chromium chromium, int port, String username) {
        Visitor visitor = new Visitor(chromium.open("http://localhost:" + port, 1366));
        visitor.page.setDefaultTimeout(90_000);
        visitor.page.navigate("/login");
        visitor.page.locator("#username").fill(username);
        visitor.page.locator("#password").fill("demo");
        visitor.page.keyboard().press("Enter");
        assertThat(visitor.page.locator(".title-line h1")).isVisible();
        return visitor;
    }

    private void look(Response response) {
        if (response.status() >= 400) {
            complaints.add(response.status() + " " + response.request().method() + " " + response.url());
        }
    }

    Page page() {
        return page;
    }

    /** What there was to complain about since this was asked last. */
    List<String> complaints() {
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        return told;
    }
}
