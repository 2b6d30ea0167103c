package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("Where no proxy is configured")
class UntrustedProxyTest {

    private final TestServer server;
    private final JdbcClient jdbc;

    @Autowired
    UntrustedProxyTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("headers about the client's address and about TLS are not believed")
    void notBelieved() {
        server.asRole(Role.COUNTY);
        TestServer.Answer answer =
                server.get("/api/v1/session", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Set-Cookie")).doesNotContain("Secure");
        server.send(
                "GET",
                "/api/v1/account/sessions",
                java.net.http.HttpRequest.BodyPublishers.noBody(),
                "X-Forwarded-For",
                "203.0.113.9");
        assertThat(jdbc.sql("SELECT count(*) FROM audit_event WHERE address = '203.0.113.9'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
