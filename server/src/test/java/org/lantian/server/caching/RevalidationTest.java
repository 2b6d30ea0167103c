package org.lantian.server.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.lantian.server.problem.ApiError;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@LantianTest
@Import(RevalidationTest.Counted.class)
@DisplayName("An answer that depends only on the data")
class RevalidationTest {

    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Counted {

        final AtomicInteger computed = new AtomicInteger();

        @GetMapping("/api/v1/test/counted")
        @Access(Action.READ_AIR)
        @RevalidatedByData
        int count() {
            return computed.incrementAndGet();
        }

        @GetMapping("/api/v1/test/absent")
        @Access(Action.READ_AIR)
        @RevalidatedByData
        int absent() {
            throw ApiError.notFound(new BilingualText("东西", "thing"), "x");
        }
    }

    private final TestServer server;
    private final Counted counted;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    @Autowired
    RevalidationTest(TestServer server, Counted counted, AuditLog audit, TransactionTemplate transaction) {
        this.server = server;
        this.counted = counted;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Test
    @DisplayName("is not computed again for who has it, until the data change; another language is another answer")
    void revalidated() {
        TestServer.Answer first = server.get("/api/v1/test/counted");
        String tag = first.header("ETag");
        assertThat(first.status()).isEqualTo(200);
        assertThat(tag).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.raw().headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept-Language"));
        int computed = counted.computed.get();

        assertThat(server.get("/api/v1/test/counted", "If-None-Match", tag).status())
                .isEqualTo(304);
        assertThat(counted.computed.get()).isEqualTo(computed);
        assertThat(server.get("/api/v1/test/counted", "If-None-Match", tag, "Accept-Language", "en")
                        .status())
                .isEqualTo(200);

        transaction.executeWithoutResult(
                status -> audit.record(Event.of("data.exported").on("x")));
        TestServer.Answer changed = server.get("/api/v1/test/counted", "If-None-Match", tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
    }

    @Test
    @DisplayName("carries no tag when it is an error")
    void errors() {
        TestServer.Answer answer = server.get("/api/v1/test/absent");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("ETag")).isEmpty();
    }
}
