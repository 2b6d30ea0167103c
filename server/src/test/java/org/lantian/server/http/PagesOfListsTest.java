package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("Every list in pages")
class PagesOfListsTest {

    private final TestServer server;

    @Autowired
    PagesOfListsTest(TestServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("describes its orders, knows each of them both ways, and refuses others")
    void orders() {
        List<String> faults = new ArrayList<>();
        int lists = 0;
        JsonNode paths = server.getAsAdministrator("/v3/api-docs").json().get("paths");
        for (var path : paths.properties()) {
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                if (!parameter.get("name").asString().equals("sort")
                        || path.getKey().contains("{")) {
                    continue;
                }
                lists++;
                JsonNode orders = parameter.path("schema").path("enum");
                if (orders.isEmpty()) {
                    faults.add(path.getKey() + " does not say by what it can be sorted");
                }
                String list = path.getKey() + "?" + demanded(path.getValue().path("get"));
                orders.forEach(order -> expect(list + "limit=1&sort=" + order.asString(), 200, faults));
                expect(list + "sort=none", 400, faults);
                expect(list + "limit=201", 400, faults);
                expect(list + "cursor=none", 400, faults);
            }
        }
        assertThat(lists).isPositive();
        assertThat(faults).isEmpty();
    }

    /** What a list must be asked with. */
    private static String demanded(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.get("name").asString() + "=2026-03-01&")
                .collect(Collectors.joining());
    }

    private void expect(String address, int status, List<String> faults) {
        TestServer.Answer answer = server.getAsAdministrator(address);
        if (answer.status() != status) {
            faults.add(address + " → " + answer.status() + " " + answer.text());
        }
    }
}
