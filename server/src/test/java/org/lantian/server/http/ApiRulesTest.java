package org.lantian.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Goes over every operation that the API describes, so that a later endpoint can't forget what the others do. */
@LantianTest
@DisplayName("Every endpoint that the API describes")
class ApiRulesTest {

    private final JsonNode description;

    @Autowired
    ApiRulesTest(TestServer server) {
        description = server.getAsAdministrator("/v3/api-docs").json();
    }

    @Test
    @DisplayName("answers a list page by page, with its orders described, or says what bounds it")
    void lists() {
        check("whole", (method, operation) -> method.equals("GET") && isList(operation) && !isPaged(operation));
    }

    @Test
    @DisplayName("that changes a thing asks from which version, or says why not")
    void versions() {
        check(
                "unversioned",
                (method, operation) -> (method.equals("PUT") || method.equals("PATCH") || changesOne(method, operation))
                        && !parameters(operation).contains("If-Match"));
    }

    @Test
    @DisplayName("that creates something can be repeated by an idempotency key, or says why not")
    void keys() {
        check(
                "keyless",
                (method, operation) ->
                        method.equals("POST") && !parameters(operation).contains("Idempotency-Key"));
    }

    private void check(String rule, BiPredicate<String, JsonNode> breaks) {
        Set<String> broken = new TreeSet<>();
        for (var path : description.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                if (breaks.test(method, operation.getValue())) {
                    broken.add(method + " " + path.getKey());
                }
            }
        }
        assertThat(broken)
                .as("rule '" + rule + "' of api-exceptions.csv: keep the rule, or give the reason there")
                .isEqualTo(exceptions(rule));
    }

    private static boolean changesOne(String method, JsonNode operation) {
        return (method.equals("POST") || method.equals("DELETE"))
                && operation
                        .path("parameters")
                        .valueStream()
                        .anyMatch(parameter -> parameter.get("in").asString().equals("path"));
    }

    private static Set<String> parameters(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
    }

    /** An answer that is an array, or holds one of things that are more than a word or a number. */
    private boolean isList(JsonNode operation) {
        JsonNode answer = answer(operation);
        return isArray(answer)
                || answer.path("properties").properties().stream()
                        .map(property -> resolved(property.getValue()))
                        .anyMatch(property -> isArray(property)
                                && resolved(property.path("items")).has("properties"));
    }

    private boolean isPaged(JsonNode operation) {
        boolean described = operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.get("name").asString().equals("sort")
                        && !parameter.at("/schema/enum").isEmpty());
        return described
                && parameters(operation).containsAll(List.of("limit", "cursor"))
                && answer(operation).at("/properties").has("items")
                && answer(operation).at("/properties").has("next");
    }

    private JsonNode answer(JsonNode operation) {
        return resolved(operation.at("/responses/200/content/application~1json/schema"));
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            String name = found.get("$ref").asString();
            found = description.at("/components/schemas/" + name.substring(name.lastIndexOf('/') + 1));
        }
        return found;
    }

    private static boolean isArray(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().anyMatch(one -> one.asString().equals("array"))
                : type.asString("").equals("array");
    }

    private static Set<String> exceptions(String rule) {
        try (InputStream file = Objects.requireNonNull(ApiRulesTest.class.getResourceAsStream("/api-exceptions.csv"))) {
            List<String[]> rows = new ArrayList<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(rule + ","))
                    .forEach(line -> rows.add(line.split(",", 4)));
            assertThat(rows).allSatisfy(row -> assertThat(row[3]).as("why").isNotBlank());
            return rows.stream().map(row -> row[1] + " " + row[2]).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
