package org.lantian.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LantianTest
@TestPropertySource(
        properties = {
            "logging.file.name=target/structured-log-test.log",
            "logging.config=classpath:logback-structured.xml"
        })
@Import(StructuredLogTest.Fault.class)
@DisplayName("The log file")
class StructuredLogTest {

    private static final Path FILE = Path.of("target", "structured-log-test.log");

    /** Fails as nobody foresaw. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Fault {

        @GetMapping("/api/v1/test/log-fault")
        @Access(Action.READ_AIR)
        String fail() {
            throw new IllegalStateException("what went wrong inside");
        }
    }

    private final TestServer server;

    @Autowired
    StructuredLogTest(TestServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("has one JSON object a line, with the id under which the person was told of the fault, and no token")
    void requestIds() throws IOException {
        TestServer.Answer answer =
                server.get("/api/v1/test/log-fault", "Cookie", "LANTIAN_SESSION=some-secret-token-of-a-session");
        assertThat(answer.status()).isEqualTo(500);
        String id = answer.json().get("requestId").asString();
        List<String> lines = Files.readAllLines(FILE);
        JsonMapper json = new JsonMapper();
        List<JsonNode> entries = lines.stream().map(line -> json.readTree(line)).toList();
        assertThat(entries).anySatisfy(entry -> {
            assertThat(entry.path("requestId").asString("")).isEqualTo(id);
            assertThat(entry.path("level").asString("")).isEqualTo("ERROR");
            assertThat(entry.path("stack_trace").asString("")).contains("what went wrong inside");
        });
        assertThat(String.join("\n", lines)).doesNotContain("some-secret-token");
    }
}
