package org.supervision.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.supervision.ApplicationTest;

/** The sign-in page and the pages of failure, as a browser gets them. */
@ApplicationTest
class SignInPageTests {

    @Autowired
    private TestRestTemplate http;

    @Test
    void theFormCarriesTheTokenThatProtectsIt() {
        Document page = page("/login");

        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("form[action=/login] input[name=_csrf]").attr("value"))
                .isNotBlank();
        assertThat(page.select(".notice")).isEmpty();
    }

    @Test
    void aFailedSignInSaysSoWithoutNamingTheAccount() {
        assertThat(page("/login?error").select(".notice-red[role=alert]")).hasSize(1);
    }

    @Test
    void englishIsOneParameterAway() {
        assertThat(page("/login?lang=en").select("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void aPublicPageThatDoesNotExistIsAnsweredInWords() {
        Document page = page("/public/no-such-page");

        assertThat(page.select("main#content h1").text()).isNotBlank();
        assertThat(page.select("main#content a[href=/public/]")).hasSize(1);
    }

    private Document page(String path) {
        HttpHeaders headers = new HttpHeaders();
        headers.setAccept(java.util.List.of(MediaType.TEXT_HTML));
        return Jsoup.parse(http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class)
                .getBody());
    }
}
