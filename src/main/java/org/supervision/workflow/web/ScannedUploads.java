package org.supervision.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Where there is a virus scanner, it looks at every file that is sent before anything else does. */
@Configuration(proxyBeanMethods = false)
class ScannedUploads implements WebMvcConfigurer, HandlerInterceptor {

    private final VirusScanner scanner;

    ScannedUploads(VirusScanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (scanner.isThere() && request instanceof MultipartHttpServletRequest upload) {
            for (List<MultipartFile> files : upload.getMultiFileMap().values()) {
                for (MultipartFile file : files) {
                    try (InputStream content = file.getInputStream()) {
                        scanner.look(content);
                    }
                }
            }
        }
        return true;
    }
}
