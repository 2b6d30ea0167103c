package org.lantian.server.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;
import org.lantian.server.problem.internal.RequestIdFilter;
import org.lantian.server.problem.internal.StatusTexts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the problem details for an error, in the language of the request. */
@Component
public final class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** The problem for a domain error. */
    public Problem of(DomainError error, HttpServletRequest request) {
        return of(Problem.status(error), error.code(), error.message(), error.arguments(), request);
    }

    /** The problem for a bare HTTP status. */
    public Problem of(int status, HttpServletRequest request) {
        return of(status, StatusTexts.code(status), StatusTexts.detail(status), Map.of(), request);
    }

    public Problem of(
            int status, String code, BilingualText detail, Map<String, Object> arguments, HttpServletRequest request) {
        return new Problem(
                "urn:lantian:" + code,
                StatusTexts.title(status).in(Languages.of(request)),
                status,
                detail.in(Languages.of(request)),
                request.getRequestURI(),
                code,
                spoken(arguments, Languages.of(request)),
                RequestIdFilter.idOf(request));
    }

    /** The arguments with their texts in one language, also those of fields. */
    private static Map<String, Object> spoken(Map<String, Object> arguments, Locale language) {
        Map<String, Object> spoken = new LinkedHashMap<>();
        arguments.forEach((name, value) -> spoken.put(name, spoken(value, language)));
        return spoken;
    }

    private static Object spoken(Object value, Locale language) {
        return switch (value) {
            case BilingualText text -> text.in(language);
            case FieldError error ->
                Map.of("field", error.field(), "message", error.message().in(language));
            case List<?> list ->
                list.stream().<Object>map(item -> spoken(item, language)).toList();
            default -> value;
        };
    }

    /** The problem as an answer of a controller. */
    public ResponseEntity<Object> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Writes the problem where no controller is at work, such as in a filter. */
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
