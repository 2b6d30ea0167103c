package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Role;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.identity.internal.AccessRule;
import org.lantian.server.problem.Languages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The matrix of roles and actions with the endpoints behind each action, read from the running server itself. */
@RestController
@Tag(name = "roles")
class MatrixController {

    private final RoleMatrix matrix;
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    MatrixController(
            RoleMatrix matrix,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.matrix = matrix;
        this.mapping = mapping;
    }

    record RoleText(Role role, String text) {}

    record Endpoint(String method, String path, String summary) {}

    /**
     * An action.
     *
     * @param roles that may take it; the public means everybody
     */
    record ActionRow(Action action, String text, List<Role> roles, List<Endpoint> endpoints) {}

    record Matrix(List<RoleText> roles, List<ActionRow> actions) {}

    @GetMapping("/api/v1/roles/matrix")
    @Access(Action.READ_MATRIX)
    @Operation(operationId = "getRoleMatrix", summary = "角色与操作权限表 / roles, actions and the endpoints behind them")
    Matrix matrix(HttpServletRequest request) {
        Locale language = Languages.of(request);
        Map<Action, List<Endpoint>> endpoints = endpoints(language);
        return new Matrix(
                Arrays.stream(Role.values())
                        .map(role -> new RoleText(role, role.text().in(language)))
                        .toList(),
                Arrays.stream(Action.values())
                        .map(action -> new ActionRow(
                                action,
                                action.text().in(language),
                                matrix.roles(action).stream().sorted().toList(),
                                endpoints.getOrDefault(action, List.of())))
                        .toList());
    }

    private record Served(Action action, Endpoint endpoint) {}

    private Map<Action, List<Endpoint>> endpoints(Locale language) {
        return mapping.getObject().getHandlerMethods().entrySet().stream()
                .flatMap(entry -> served(entry.getKey(), entry.getValue(), language))
                .sorted(Comparator.comparing(
                                (Served served) -> served.endpoint().path())
                        .thenComparing(served -> served.endpoint().method()))
                .collect(Collectors.groupingBy(
                        Served::action, Collectors.mapping(Served::endpoint, Collectors.toList())));
    }

    private static Stream<Served> served(RequestMappingInfo info, HandlerMethod handler, Locale language) {
        Optional<Action> action = AccessRule.action(handler);
        Operation operation = handler.getMethodAnnotation(Operation.class);
        String summary = operation == null ? "" : inLanguage(operation.summary(), language);
        return action.stream()
                .flatMap(known -> info.getPatternValues().stream()
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> new Served(known, new Endpoint(method, path, summary)))));
    }

    /** Summaries are written "中文 / English". */
    private static String inLanguage(String summary, Locale language) {
        int slash = summary.indexOf(" / ");
        if (slash < 0) {
            return summary;
        }
        return language.getLanguage().equals("en") ? summary.substring(slash + 3) : summary.substring(0, slash);
    }
}
