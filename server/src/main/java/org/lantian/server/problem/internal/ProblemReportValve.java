package org.lantian.server.problem.internal;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.lantian.server.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Answers what Tomcat refuses before any application is asked, such as a path with an encoded slash, as problem details. */
final class ProblemReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    private final Problems problems;

    private ProblemReportValve(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        boolean answered = response.getStatus() < 400 || response.getContentWritten() > 0 || response.isCommitted();
        if (answered || !response.setErrorReported()) {
            return;
        }
        if (throwable != null) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), throwable);
        }
        try {
            problems.write(problems.of(response.getStatus(), request), response);
            response.finishResponse();
        } catch (IOException e) {
            LOG.debug("nobody waits for the answer any more", e);
        }
    }

    /** Puts it behind Spring Boot's own, so that it is the first to see an error. */
    @Configuration(proxyBeanMethods = false)
    static class Customizer {

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        WebServerFactoryCustomizer<TomcatWebServerFactory> problemReports(Problems problems) {
            return factory -> factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemReportValve(problems)));
        }
    }
}
