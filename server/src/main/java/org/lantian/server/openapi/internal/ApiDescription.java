package org.lantian.server.openapi.internal;

import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.lantian.server.problem.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for the whole API: its name, that it lives where it was read from, and how it says that something is wrong. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenApiCustomizer wholeApi() {
        return api -> {
            api.setInfo(new Info()
                    .title("Lantian 蓝天")
                    .version("v1")
                    .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
            api.setServers(List.of(new Server().url("/")));
            io.swagger.v3.core.converter.ModelConverters.getInstance(true)
                    .readAllAsResolvedSchema(Problem.class)
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
            ApiResponse problem = new ApiResponse()
                    .description("出错（RFC 9457） / a problem (RFC 9457)")
                    .content(new Content()
                            .addMediaType(
                                    Problem.MEDIA_TYPE,
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations()
                            .forEach(operation -> operation.getResponses().addApiResponse("default", problem)));
        };
    }
}
