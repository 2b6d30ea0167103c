package org.lantian.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON as maps, lists, strings, doubles and booleans. Less than a mapper of objects, and several times quicker to be
 * ready, which the command line feels.
 */
final class JsonTree {

    private static final int DEEPEST = 100;

    private final JsonParser parser;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the file.
     *
     * @throws tools.jackson.core.JacksonException where it is no JSON, with the place
     */
    static @Nullable Object read(Path file) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            JsonTree tree = new JsonTree(parser);
            Object root = tree.value(parser.nextToken(), 0);
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "something follows the end");
            }
            return root;
        }
    }

    /** The entry of an object; null where there is none or this is no object. */
    static @Nullable Object get(@Nullable Object node, String name) {
        return node instanceof Map<?, ?> map ? map.get(name) : null;
    }

    /** The elements of an array; none where this is no array. */
    static List<?> elements(@Nullable Object node) {
        return node instanceof List<?> list ? list : List.of();
    }

    /** The text; empty where this is none. */
    static String text(@Nullable Object node) {
        return node instanceof String text ? text : "";
    }

    private @Nullable Object value(@Nullable JsonToken token, int depth) {
        if (token == null || depth > DEEPEST) {
            throw new StreamReadException(parser, token == null ? "unexpected end" : "too deep");
        }
        return switch (token) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Map<String, @Nullable Object> object(int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.put(name, value(parser.nextToken(), depth + 1));
        }
        return object;
    }

    private List<@Nullable Object> array(int depth) {
        List<@Nullable Object> array = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, depth + 1));
        }
        return array;
    }
}
