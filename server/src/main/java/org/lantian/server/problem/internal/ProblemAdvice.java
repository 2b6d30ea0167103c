package org.lantian.server.problem.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.FieldError;
import org.lantian.server.problem.Problem;
import org.lantian.server.problem.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever a controller throws into problem details; what nobody foresaw is logged and answered without detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /**
     * States of PostgreSQL that a value of the caller brings about: numeric_value_out_of_range, invalid_datetime_format,
     * datetime_field_overflow, character_not_in_repertoire, untranslatable_character.
     */
    private static final Set<String> UNSTORABLE = Set.of("22003", "22007", "22008", "22021", "22P05");

    private static final BilingualText INVALID =
            new BilingualText("填写的内容有误，请看各栏的说明。", "Some fields are wrong; see the words at each.");

    private static final BilingualText MALFORMED = new BilingualText("格式不正确", "has the wrong form");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> domain(DomainException e, HttpServletRequest request, HttpServletResponse response) {
        forgetTag(response);
        return problems.answer(problems.of(e.error(), request));
    }

    /** What the database cannot store, such as the character U+0000 or the year 300000, is the caller's fault. */
    @ExceptionHandler
    ResponseEntity<Object> data(DataAccessException e, HttpServletRequest request, HttpServletResponse response) {
        boolean unstorable = causes(e)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .anyMatch(UNSTORABLE::contains);
        if (!unstorable) {
            return unforeseen(e, request, response);
        }
        forgetTag(response);
        return problems.answer(problems.of(
                400,
                "bad-value",
                new BilingualText(
                        "有的值超出范围或含有不能保存的字符。", "A value is out of range or contains a character that cannot be stored."),
                Map.of(),
                request));
    }

    /** An upload whose parts cannot be told from each other, or a parameter's name that the firewall does not let in. */
    @ExceptionHandler({MultipartException.class, RequestRejectedException.class})
    ResponseEntity<Object> malformed(HttpServletRequest request, HttpServletResponse response) {
        forgetTag(response);
        return problems.answer(problems.of(400, request));
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(Exception e, HttpServletRequest request, HttpServletResponse response) {
        forgetTag(response);
        Optional<DomainException> domain = domain(e); // such as one thrown while a parameter was read
        if (domain.isPresent()) {
            return problems.answer(problems.of(domain.get().error(), request));
        }
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
        ResponseEntity<Object> answer = problems.answer(problem(e, status.value(), request));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.getBody());
    }

    private Problem problem(Exception e, int status, HttpServletRequest request) {
        if (e instanceof MethodArgumentNotValidException invalid) {
            return problems.of(status, "validation", INVALID, Map.of("errors", fieldErrors(invalid)), request);
        }
        // what was thrown while a body was read, such as its being too large
        Optional<DomainException> domain = domain(e);
        if (domain.isPresent()) {
            return problems.of(domain.get().error(), request);
        }
        Map<String, Object> fields = fields(e);
        return fields.isEmpty()
                ? problems.of(status, request)
                : problems.of(status, "bad-parameter", detail(fields), fields, request);
    }

    private static List<FieldError> fieldErrors(MethodArgumentNotValidException invalid) {
        return invalid.getBindingResult().getFieldErrors().stream()
                .map(field -> new FieldError(
                        field.getField(),
                        field.isBindingFailure() ? MALFORMED : words(String.valueOf(field.getDefaultMessage()))))
                .toList();
    }

    /** The validator has chosen the language already. */
    private static BilingualText words(String text) {
        return new BilingualText(text, text);
    }

    private static Optional<DomainException> domain(Exception e) {
        return causes(e)
                .filter(DomainException.class::isInstance)
                .map(DomainException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(20);
    }

    /** The tag was set for the answer that did not come about. */
    private static void forgetTag(HttpServletResponse response) {
        response.setHeader(HttpHeaders.ETAG, null);
    }

    /** Names of the parameters or fields at fault with what was wrong, as far as the exception tells. */
    private static Map<String, Object> fields(Exception e) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (e) {
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
