package org.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Uses the portal as a browser without script does: signs in, follows links, fills forms and sends them. */
@TestComponent
public class Portal {

    private final Environment environment;

    Portal(Environment environment) {
        this.environment = environment;
    }

    /** A browser in which that person has signed in. */
    public Browser signIn(String username) {
        Browser browser = anonymous();
        Page desk =
                browser.open("/login").submit("form[action=/login]", Map.of("username", username, "password", "demo"));
        assertThat(desk.path()).as("after sign-in").isEqualTo("/");
        return browser;
    }

    /** A browser in which nobody has signed in. */
    public Browser anonymous() {
        return new Browser("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    /** A browser with its cookies. */
    public static final class Browser {

        private final String origin;
        private final Connection session;

        private Browser(String origin) {
            this.origin = origin;
            this.session = Jsoup.newSession()
                    .ignoreHttpErrors(true)
                    .ignoreContentType(true)
                    .header("Accept", "text/html");
        }

        public Page open(String path) {
            return send(session.newRequest(origin + path));
        }

        /** A write as the page's own script sends it, with or without the page's token. */
        public int write(Page page, Connection.Method method, String path, String json, boolean withToken) {
            Connection request = session.newRequest(origin + path)
                    .method(method)
                    .header("Content-Type", "application/json")
                    .requestBody(json);
            if (withToken) {
                request.header(
                        page.content().select("meta[name=csrf-header]").attr("content"),
                        page.content().select("meta[name=csrf-token]").attr("content"));
            }
            return send(request).status();
        }

        private Page send(Connection request) {
            try {
                Connection.Response response = request.execute();
                return new Page(this, response.statusCode(), response.url().getPath(), response.parse());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the browser shows. */
    public record Page(Browser browser, int status, String path, Document content) {

        public String text(String selector) {
            return content.select(selector).text();
        }

        /** Follows the link with this address or, if it begins otherwise, the first that matches as a selector. */
        public Page follow(String selector) {
            Element link = content.expectFirst(selector);
            return browser.open(link.attr("href"));
        }

        /** Sends a form with these values over those it shows. */
        public Page submit(String form, Map<String, String> values) {
            return submit(form, values, null);
        }

        /** As {@link #submit(String, Map)}, by the button that sends it elsewhere. */
        public Page submit(String form, Map<String, String> values, @Nullable String address) {
            // Not cloned: a cloned form would send its fields twice, as they were and as they are.
            Document copy = Jsoup.parse(content.outerHtml(), content.baseUri()).connection(content.connection());
            FormElement shown = (FormElement) copy.expectFirst(form);
            values.forEach((name, value) -> fill(shown, name, value));
            Connection request = shown.submit();
            if (address != null) {
                request.url(browser.origin + address);
            }
            return browser.send(request);
        }

        private static void fill(FormElement form, String name, String value) {
            String named = "[name=\"" + name + "\"]";
            Element radio = form.selectFirst("input[type=radio]" + named + "[value=\"" + value + "\"]");
            if (radio != null) {
                form.select("input[type=radio]" + named).removeAttr("checked");
                radio.attr("checked", "checked");
                return;
            }
            Element field = form.expectFirst(named);
            if (field.normalName().equals("select")) {
                field.select("option").removeAttr("selected");
                field.expectFirst("option[value=\"" + value + "\"]").attr("selected", "selected");
                return;
            }
            if (field.attr("type").equals("checkbox")) {
                field.attr("checked", "checked");
            } else {
                field.val(value);
            }
        }
    }
}
