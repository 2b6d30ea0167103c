package org.lantian.server.http.internal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import org.lantian.server.http.HttpSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Bounds of what is read as JSON. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class HttpConfiguration {

    static final int GREATEST_DEPTH = 32;
    static final int GREATEST_NUMBER_LENGTH = 100;
    static final int GREATEST_STRING_LENGTH = 300_000;
    static final int GREATEST_NAME_LENGTH = 200;

    /** As Spring Boot makes it, over a factory that knows our bounds; a name given twice is an error, not a riddle. */
    @Bean
    @Scope("prototype")
    JsonMapper.Builder jsonMapperBuilder(List<JsonMapperBuilderCustomizer> customizers) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(GREATEST_DEPTH)
                        .maxNumberLength(GREATEST_NUMBER_LENGTH)
                        .maxStringLength(GREATEST_STRING_LENGTH)
                        .maxNameLength(GREATEST_NAME_LENGTH)
                        .build())
                .build();
        // a list in a record holds no nothings
        JsonSetter.Value noNulls = JsonSetter.Value.forContentNulls(Nulls.FAIL);
        JsonMapper.Builder builder = JsonMapper.builder(factory)
                .withConfigOverride(List.class, list -> list.setNullHandling(noNulls))
                .withConfigOverride(Set.class, set -> set.setNullHandling(noNulls));
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder;
    }
}
