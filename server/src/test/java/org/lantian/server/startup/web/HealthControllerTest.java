package org.lantian.server.startup.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;

@LantianTest
@DisplayName("Health")
class HealthControllerTest {

    private final TestServer server;

    @Autowired
    HealthControllerTest(TestServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("says that the server answers and on which database, without login")
    void answers() {
        TestServer.Answer answer = server.get("/api/v1/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("status").asString()).isEqualTo("STARTING");
        assertThat(answer.json().get("database").asString()).startsWith("18.");
    }
}
