package org.supervision.tables.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Gives public pages an entity tag, so that a reader who has one already is not sent it again. */
@Configuration(proxyBeanMethods = false)
class PublicPagesConfiguration {

    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> publicPageTags() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        // The bytes may be compressed on their way, and then they are others.
        tags.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<>(tags);
        registration.addUrlPatterns("/public/*");
        return registration;
    }
}
