package org.supervision.workflow.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** Headers are written before an answer is known to be an error. */
@Configuration(proxyBeanMethods = false)
class ErrorAnswersConfiguration {

    /** A file that is missing now may be there tomorrow. */
    @Bean
    FilterRegistrationBean<Filter> errorsAreNotKept() {
        Filter filter = (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            chain.doFilter(request, response);
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setDispatcherTypes(DispatcherType.ERROR);
        return registration;
    }
}
