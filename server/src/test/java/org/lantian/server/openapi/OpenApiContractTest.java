package org.lantian.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.lantian.testing.ReferenceKit;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

@LantianTest
@DisplayName("The API's description")
class OpenApiContractTest {

    private static final Path COMMITTED =
            ReferenceKit.checkout().orElseThrow().resolve("web").resolve("openapi.json");

    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private final TestServer server;

    @Autowired
    OpenApiContractTest(TestServer server) {
        this.server = server;
    }

    @Test
    @DisplayName("is the committed one, from which the pages generate their types")
    void committed() throws IOException {
        JsonNode served = server.asAdministrator("GET", "/v3/api-docs", BodyPublishers.noBody())
                .json();
        if (Boolean.getBoolean("openapi.update")) {
            write(served);
        }
        JsonNode committed = json.readTree(Files.readString(COMMITTED));
        assertThat(differences("", committed, served))
                .as("run this test with -Dopenapi.update=true and commit web/openapi.json")
                .isEmpty();
    }

    @Test
    @DisplayName("names every operation, its parameters and its answers")
    void complete() {
        JsonNode served = server.asAdministrator("GET", "/v3/api-docs", BodyPublishers.noBody())
                .json();
        List<String> missing = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : served.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey() + " " + path.getKey();
                if (operation.getValue().path("summary").asString("").isBlank()) {
                    missing.add(name + ": summary");
                }
                names.add(operation.getValue().path("operationId").asString());
                if (!operation.getValue().at("/responses/default/content").has("application/problem+json")) {
                    missing.add(name + ": problem details");
                }
                boolean answers = operation.getValue().get("responses").properties().stream()
                        .anyMatch(response -> response.getKey().startsWith("2"));
                if (!answers) {
                    missing.add(name + ": a good answer");
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(names).as("operation ids").doesNotHaveDuplicates().noneMatch(id -> id.matches(".*_\\d+"));
    }

    /** In the order of names, so that a change is small to read. */
    private void write(JsonNode served) throws IOException {
        Files.writeString(COMMITTED, json.writeValueAsString(json.treeToValue(served, TreeMap.class)) + "\n");
    }

    /** Paths in the documents at which they differ. */
    private static List<String> differences(String at, JsonNode committed, JsonNode served) {
        List<String> found = new ArrayList<>();
        if (committed.isObject() && served.isObject()) {
            committed.propertyNames().forEach(name -> {
                if (served.has(name)) {
                    found.addAll(differences(at + "/" + name, committed.get(name), served.get(name)));
                } else {
                    found.add(at + "/" + name + " is no longer served");
                }
            });
            served.propertyNames().forEach(name -> {
                if (!committed.has(name)) {
                    found.add(at + "/" + name + " is not committed");
                }
            });
        } else if (!committed.equals(served)) {
            found.add(at + ": " + committed + " is now " + served);
        }
        return found;
    }
}
