package org.lantian.server.audit.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.ChainEncoding;
import org.lantian.server.audit.Personal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes the state of a thing as JSON, without secrets and without what is personal. */
@Component
class StateJson {

    private static final int MOST_CHARACTERS = 100_000;
    private static final int BEGINNING = 2000;

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * The state as JSON.
     *
     * @param state a record or a map; null gives null
     * @param prefix {@code before} or {@code after}: with it begin the names of the personal texts found
     * @param personal receives the components marked as {@link Personal}
     */
    @Nullable
    String write(@Nullable Object state, String prefix, Map<String, String> personal) {
        if (state == null) {
            return null;
        }
        JsonNode tree = mapper.valueToTree(state);
        if (state instanceof Record row && tree instanceof ObjectNode object) {
            setApart(row, object, prefix, personal);
        }
        String json = EventPreparer.storable(mapper.writeValueAsString(Secrets.blank(tree)));
        return json.length() <= MOST_CHARACTERS ? json : summary(json);
    }

    /** Of a state that is too large to keep with an event: what it was, so that it can be recognised. */
    private String summary(String json) {
        ObjectNode summary = mapper.createObjectNode();
        summary.put("characters", json.length());
        summary.put("digest", ChainEncoding.hash(json));
        summary.put("beginning", EventPreparer.storable(json.substring(0, BEGINNING)));
        return mapper.writeValueAsString(summary);
    }

    private static void setApart(Record row, ObjectNode object, String path, Map<String, String> personal) {
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            String name = component.getName();
            Object value = read(row, component);
            if (component.isAnnotationPresent(Personal.class)) {
                object.remove(name);
                if (value != null && !value.toString().isEmpty()) {
                    personal.put(path + "." + name, EventPreparer.clean(value.toString()));
                }
            } else if (value instanceof Record inner && object.get(name) instanceof ObjectNode innerObject) {
                setApart(inner, innerObject, path + "." + name, personal);
            }
        }
    }

    private static @Nullable Object read(Record row, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true); // records of other packages need not be public
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(row.getClass() + "." + component.getName(), e);
        }
    }
}
