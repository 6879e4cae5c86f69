package org.supervision.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.supervision.calendar.DateWords;
import org.supervision.calendar.TestNotices;
import org.supervision.calendar.WorkingDays;

/** Every component, rendered with the gallery's data, keeps to what all pages promise. */
@SpringJUnitWebConfig(
        classes = GalleryTests.Templates.class,
        initializers = ConfigDataApplicationContextInitializer.class)
@ActiveProfiles("demo")
class GalleryTests {

    @Autowired
    private WebApplicationContext context;

    @ParameterizedTest
    @CsvSource({
        "/demo/gallery, zh-CN",
        "/demo/gallery, en",
        "/demo/gallery/desk, zh-CN",
        "/demo/gallery/report, zh-CN",
        "/demo/gallery/report, en",
        "/demo/gallery/public-list, en",
        "/demo/gallery/sign-in, zh-CN",
        "/demo/gallery/sign-in, en",
    })
    void aPageNeedsNoInlineStyleAndSaysEverythingInWords(String path, String language) throws Exception {
        MockMvc browser = MockMvcBuilders.webAppContextSetup(context).build();
        String html = browser.perform(get(path).locale(Locale.forLanguageTag(language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        Document page = Jsoup.parse(html);

        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.select("[onclick], [onload], [onsubmit]")).isEmpty();
        assertThat(html).doesNotContain("??").doesNotContain("th:");
        assertThat(page.select("html").attr("lang")).isEqualTo(language);
        assertThat(page.select("main#content")).hasSize(1);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("button, a[href], input:not([type=hidden]), select, textarea"))
                .as("controls without a name")
                .allMatch(control -> !nameOf(page, control).isBlank());
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[aria-describedby]").eachAttr("aria-describedby"))
                .allMatch(targets -> ids.containsAll(List.of(targets.split(" "))));
    }

    private static String nameOf(Document page, Element control) {
        String label = control.id().isEmpty()
                ? ""
                : page.select("label[for=\"" + control.id() + "\"]").text();
        Element around = control.closest("label");
        return label + control.text() + control.attr("aria-label") + (around == null ? "" : around.text());
    }

    @TestConfiguration
    @Import({GalleryController.class, DateWords.class})
    @ImportAutoConfiguration({
        WebMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        MessageSourceAutoConfiguration.class
    })
    static class Templates {

        @Bean
        WorkingDays workingDays() {
            return TestNotices.workingDays(2026);
        }

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-10-12T01:20:00Z"), ZoneId.of("Asia/Shanghai"));
        }
    }
}
