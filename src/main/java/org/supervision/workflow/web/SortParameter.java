package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses an order that is still encoded: Spring Data decodes it once more and fails. No property is called so. */
@Configuration(proxyBeanMethods = false)
class SortParameter implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String[] wishes = request.getMethod().equals("GET") ? request.getParameterValues("sort") : null;
        if (wishes != null) {
            Arrays.stream(wishes).filter(wish -> wish.contains("%")).findFirst().ifPresent(wish -> {
                throw new TypeMismatchException(wish, Sort.class);
            });
        }
        return true;
    }
}
