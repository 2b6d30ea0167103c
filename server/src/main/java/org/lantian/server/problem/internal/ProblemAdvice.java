package org.lantian.server.problem.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a controller throws into problem details; what nobody foresaw is logged and answered without detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> domain(DomainException e, HttpServletRequest request, HttpServletResponse response) {
        forgetTag(response);
        return problems.answer(problems.of(e.error(), request));
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception e, HttpServletRequest request, HttpServletResponse response) {
        forgetTag(response);
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return problems.answer(problems.of(500, request));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest webRequest) {
        HttpServletRequest request = ((ServletWebRequest) webRequest).getRequest();
        if (status.is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        }
        HttpServletResponse response = ((ServletWebRequest) webRequest).getResponse();
        if (response != null) {
            forgetTag(response);
        }
        Map<String, Object> fields = fields(e);
        ResponseEntity<Object> answer = fields.isEmpty()
                ? problems.answer(problems.of(status.value(), request))
                : problems.answer(problems.of(status.value(), "bad-parameter", detail(fields), fields, request));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    /** The tag was set for the answer that did not come about. */
    private static void forgetTag(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, null);
    }

    /** Names of the parameters or fields at fault with what was wrong, as far as the exception tells. */
    private static Map<String, Object> fields(Exception e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (e) {
            case MethodArgumentNotValidException invalid ->
                invalid.getBindingResult()
                        .getFieldErrors()
                        .forEach(field -> fields.put(field.getField(), String.valueOf(field.getDefaultMessage())));
            case HandlerMethodValidationException invalid ->
                invalid.getParameterValidationResults()
                        .forEach(result -> fields.put(
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                result.getResolvableErrors().stream()
                                        .map(error -> String.valueOf(error.getDefaultMessage()))
                                        .collect(Collectors.joining("; "))));
            case MissingServletRequestParameterException missing -> fields.put(missing.getParameterName(), "missing");
            case MethodArgumentTypeMismatchException mismatch ->
                fields.put(mismatch.getName(), String.valueOf(mismatch.getValue()));
            case TypeMismatchException mismatch ->
                fields.put(String.valueOf(mismatch.getPropertyName()), String.valueOf(mismatch.getValue()));
            default -> {}
        }
        return fields;
    }

    private static BilingualText detail(Map<String, Object> fields) {
        String list = fields.entrySet().stream()
                .map(field -> field.getKey() + " (" + field.getValue() + ")")
                .collect(Collectors.joining(", "));
        return new BilingualText("参数有误：" + list + "。", "Wrong parameters: " + list + ".");
    }
}
