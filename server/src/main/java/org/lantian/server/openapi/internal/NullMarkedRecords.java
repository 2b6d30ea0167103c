package org.lantian.server.openapi.internal;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells clients what the null-marked records of the API promise: a component is always present, and is null only where
 * it is {@code @Nullable}.
 *
 * <p>Without this every property of the generated description is optional, and each client has to guess.
 */
@Component
class NullMarkedRecords implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType javaType = Json.mapper().constructType(type.getType());
        if (resolved == null || javaType == null || !javaType.getRawClass().isRecord()) {
            return resolved;
        }
        Schema<?> model = definition(resolved, context);
        if (model != null && model.getProperties() != null) {
            mark(model, javaType.getRawClass());
        }
        return resolved;
    }

    private static @Nullable Schema<?> definition(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        if (reference == null) {
            return resolved;
        }
        return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @SuppressWarnings("rawtypes") // the model's own map of properties is raw
    private static void mark(Schema<?> model, Class<?> record) {
        Map<String, Schema> properties = model.getProperties();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Schema property = properties.get(component.getName());
            if (property == null) {
                continue;
            }
            required.add(component.getName());
            markItems(property, component.getAnnotatedType());
            if (isNullable(component.getAnnotatedType())) {
                properties.put(component.getName(), nullable(property));
            }
        }
        model.setRequired(required);
    }

    /** Follows {@code List<@Nullable X>} inwards. */
    private static void markItems(Schema<?> schema, java.lang.reflect.AnnotatedType type) {
        if (schema.getItems() == null || !(type instanceof AnnotatedParameterizedType list)) {
            return;
        }
        java.lang.reflect.AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
        markItems(schema.getItems(), element);
        if (isNullable(element)) {
            schema.setItems(nullable(schema.getItems()));
        }
    }

    private static Schema<?> nullable(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<?> reference = new Schema<>().$ref(schema.get$ref());
            Schema<?> either = new Schema<>().description(schema.getDescription());
            either.setOneOf(List.of(reference, new Schema<>().types(Set.of("null"))));
            return either;
        }
        Set<String> types = new LinkedHashSet<>();
        if (schema.getTypes() != null) {
            types.addAll(schema.getTypes());
        } else if (schema.getType() != null) {
            types.add(schema.getType());
        }
        types.add("null");
        schema.setTypes(types);
        return schema;
    }

    private static boolean isNullable(java.lang.reflect.AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
