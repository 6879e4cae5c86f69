package org.supervision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.lang.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese unless English is asked for: pages by {@code ?lang=}, then remembered; REST by {@code Accept-Language}. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    private static final String REST = "/api/";

    @Bean
    LocaleResolver localeResolver(@Value("${supervision.cookie-prefix}") String cookiePrefix) {
        CookieLocaleResolver pages = new CookieLocaleResolver(cookiePrefix + "lang");
        pages.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        pages.setCookieHttpOnly(true);
        pages.setCookieSameSite("Lax");
        AcceptHeaderLocaleResolver rest = new AcceptHeaderLocaleResolver();
        rest.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        rest.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return (request.getRequestURI().startsWith(REST) ? rest : pages).resolveLocale(request);
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                pages.setLocale(request, response, locale);
            }
        };
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language).excludePathPatterns(REST + "**");
    }
}
