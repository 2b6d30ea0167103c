package org.lantian.server.attacks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.server.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation as the API describes itself, with an innocent example of each thing it reads.
 *
 * @param path with braces around what varies
 * @param pathParameters an example for each
 * @param queryParameters an example for each
 * @param body an example, null when it reads no JSON
 * @param upload whether it reads a form with files
 */
record ApiOperation(
        String method,
        String path,
        Map<String, String> pathParameters,
        Map<String, String> queryParameters,
        @Nullable ObjectNode body,
        boolean upload,
        List<String> produces) {

    private static final JsonMapper JSON = new JsonMapper();

    boolean changes() {
        return !method.equals("GET") && !method.equals("HEAD");
    }

    /** All operations of the description that the server gives of itself. */
    static List<ApiOperation> all(TestServer server) {
        JsonNode description = server.getAsAdministrator("/v3/api-docs").json();
        List<ApiOperation> operations = new ArrayList<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(read(
                                description,
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue()))));
        return operations;
    }

    private static ApiOperation read(JsonNode description, String method, String path, JsonNode operation) {
        Map<String, String> inPath = new LinkedHashMap<>();
        Map<String, String> inQuery = new LinkedHashMap<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.get("name").asString();
            String example = example(description, parameter.path("schema"), 0).asString("1");
            switch (parameter.get("in").asString()) {
                case "path" -> inPath.put(name, example);
                case "query" -> inQuery.put(name, example);
                default -> {} // headers are attacked by themselves
            }
        }
        JsonNode content = operation.path("requestBody").path("content");
        JsonNode schema = content.path("application/json").path("schema");
        JsonNode body = schema.isMissingNode() ? null : example(description, schema, 0);
        List<String> produces = new ArrayList<>();
        operation.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer ->
                        produces.addAll(answer.getValue().path("content").propertyNames()));
        return new ApiOperation(
                method,
                path,
                inPath,
                inQuery,
                body instanceof ObjectNode object ? object : null,
                content.has("multipart/form-data"),
                produces);
    }

    private static JsonNode example(JsonNode description, JsonNode schema, int depth) {
        if (depth > 6) {
            return JSON.nullNode();
        }
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString();
            return example(
                    description,
                    description.at("/components/schemas/" + name.substring(name.lastIndexOf('/') + 1)),
                    depth + 1);
        }
        if (schema.has("oneOf")) {
            return example(description, schema.get("oneOf").get(0), depth + 1);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("properties")
                        .properties()
                        .forEach(property ->
                                object.set(property.getKey(), example(description, property.getValue(), depth + 1)));
                yield object;
            }
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                array.add(example(description, schema.path("items"), depth + 1));
                yield array;
            }
            case "integer", "number" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(false);
            default ->
                JSON.getNodeFactory()
                        .stringNode(
                                switch (schema.path("format").asString("")) {
                                    case "date" -> "2026-03-01";
                                    case "date-time" -> "2026-03-01T08:00:00+08:00";
                                    default -> "example";
                                });
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asString().equals("null")) {
                    return one.asString();
                }
            }
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    /** The address with the innocent examples, but for one parameter with this value. */
    String address(String parameter, String value) {
        String address = path;
        for (Map.Entry<String, String> one : pathParameters.entrySet()) {
            address = address.replace(
                    "{" + one.getKey() + "}", encode(one.getKey().equals(parameter) ? value : one.getValue()));
        }
        StringBuilder query = new StringBuilder();
        queryParameters.forEach((name, example) -> {
            // only the one under attack: the others are optional more often than their examples are good
            if (name.equals(parameter)) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(encode(name))
                        .append('=')
                        .append(encode(value));
            }
        });
        return address + query;
    }

    String address() {
        return address("", "");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
