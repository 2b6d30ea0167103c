package org.lantian.server.metrics.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Micrometer measures, as Prometheus reads it. An endpoint like any other, so that the matrix of roles decides who
 * may read it: a machine needs a token of a system administrator.
 */
@RestController
@Tag(name = "metrics")
class MetricsController {

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping(path = "/api/v1/metrics", produces = MediaType.TEXT_PLAIN_VALUE)
    @Access(Action.READ_METRICS)
    @Operation(operationId = "metrics", summary = "运行指标（Prometheus 文本格式） / metrics of operation (Prometheus text)")
    String scrape() {
        return registry.scrape();
    }
}
