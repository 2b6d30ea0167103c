package org.lantian.server.startup.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.settings.LantianVersion;
import org.lantian.server.startup.internal.Readiness;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether the server works. */
@RestController
@Tag(name = "health")
class HealthController {

    private final JdbcClient jdbc;
    private final Readiness readiness;

    HealthController(JdbcClient jdbc, Readiness readiness) {
        this.jdbc = jdbc;
        this.readiness = readiness;
    }

    enum Status {
        /** Answers, but the tasks of the start are still running. */
        STARTING,
        UP,
        /** The database cannot be reached. */
        DOWN
    }

    /**
     * @param status whether requests can be served
     * @param version of Lantian
     * @param commit of the source it was built from, empty when unknown
     * @param database version of PostgreSQL, empty when it cannot be reached
     */
    record Health(Status status, String version, String commit, String database) {}

    @GetMapping("/api/v1/health")
    @Access(Action.READ_AIR)
    @Operation(operationId = "health", summary = "是否运行正常 / whether the server works")
    ResponseEntity<Health> health() {
        try {
            String database =
                    jdbc.sql("SHOW server_version").query(String.class).single();
            Status status = readiness.isReady() ? Status.UP : Status.STARTING;
            return ResponseEntity.ok(new Health(status, LantianVersion.version(), LantianVersion.commit(), database));
        } catch (DataAccessException e) {
            return ResponseEntity.status(503)
                    .body(new Health(Status.DOWN, LantianVersion.version(), LantianVersion.commit(), ""));
        }
    }
}
