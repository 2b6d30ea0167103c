package org.lantian.server.caching.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.lantian.server.caching.DataVersion;
import org.lantian.server.caching.RevalidatedByData;
import org.lantian.server.problem.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers 304 before the controller is called when the client already has what it would say. */
@Component
class RevalidationInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private final DataVersion version;

    RevalidationInterceptor(DataVersion version) {
        this.version = version;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean revalidated = handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(RevalidatedByData.class)
                        || method.getBeanType().isAnnotationPresent(RevalidatedByData.class));
        if (!revalidated) {
            return true;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        String tag = version.entityTag(Languages.of(request));
        return !new ServletWebRequest(request, response).checkNotModified(tag);
    }
}
