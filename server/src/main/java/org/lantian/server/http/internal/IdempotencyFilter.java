package org.lantian.server.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.http.internal.IdempotencyStore.Answer;
import org.lantian.server.http.internal.IdempotencyStore.Known;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A POST that carries an {@code Idempotency-Key} is done once: the same call again, within a day, gets the answer of the
 * first. A call that failed changed nothing, so its key may be used again.
 */
@Component
@Order(RateLimits.AFTER_SECURITY + 10)
class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,100}");

    /** A longer answer is not kept. */
    private static final int GREATEST_KEPT_BYTES = 64 * 1024;

    private final IdempotencyStore store;
    private final Problems problems;

    IdempotencyFilter(IdempotencyStore store, Problems problems) {
        this.store = store;
        this.problems = problems;
    }

    /** Who has not signed in creates nothing that could be made twice. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || Actor.current().kind() == Actor.Kind.ANONYMOUS;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        String actor = Actor.current().kind() + " " + Actor.current().name();
        HttpServletRequest readable = request;
        byte[] fingerprint;
        try {
            check(key);
            if (BodyLimitFilter.isUpload(request)) {
                fingerprint = RequestFingerprint.ofUpload(request);
            } else {
                byte[] body = request.getInputStream().readAllBytes();
                readable = new RereadableRequest(request, body);
                fingerprint = RequestFingerprint.of(request, body);
            }
        } catch (DomainException e) {
            problems.write(problems.of(e.error(), request), response);
            return;
        } catch (IllegalStateException | ServletException e) {
            chain.doFilter(request, response); // a broken or too large upload: the controller says it in words
            return;
        }
        Optional<Known> known = store.claim(actor, key, fingerprint);
        if (known.isPresent()) {
            repeat(known.get(), request, response);
        } else {
            first(actor, key, readable, response, chain);
        }
    }

    private static void check(String key) {
        if (!KEY.matcher(key).matches()) {
            throw ApiError.badParameter(
                    HEADER,
                    key,
                    new BilingualText("8–100 个字母、数字、连字符或下划线", "8–100 letters, digits, hyphens or underscores"));
        }
    }

    private void first(
            String actor, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        boolean good = false;
        try {
            chain.doFilter(request, caught);
            good = caught.getStatus() < 300 && !request.isAsyncStarted();
        } finally {
            if (good) {
                store.answered(actor, key, answer(request, caught));
            } else {
                store.giveBack(actor, key);
            }
        }
        caught.copyBodyToResponse();
    }

    private static Answer answer(HttpServletRequest request, ContentCachingResponseWrapper caught) {
        boolean secret =
                request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method
                        && (method.hasMethodAnnotation(SecretAnswer.class)
                                || method.getBeanType().isAnnotationPresent(SecretAnswer.class));
        boolean kept = !secret && caught.getContentSize() <= GREATEST_KEPT_BYTES;
        return new Answer(
                caught.getStatus(),
                kept,
                caught.getContentType(),
                caught.getHeader(HttpHeaders.LOCATION),
                caught.getHeader(HttpHeaders.ETAG),
                kept ? caught.getContentAsByteArray() : null);
    }

    private void repeat(Known known, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (known) {
            case Known.OtherRequest() ->
                refuse(
                        422,
                        "idempotency.other-request",
                        new BilingualText(
                                "该 Idempotency-Key 已用于另一个请求，请换一个。",
                                "This Idempotency-Key was used for another request; take a new one."),
                        request,
                        response);
            case Known.Running() -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
                refuse(
                        409,
                        "idempotency.in-progress",
                        new BilingualText("同一请求正在处理，请稍后再试。", "The same request is being worked on; try again shortly."),
                        request,
                        response);
            }
            case Known.Unknown() ->
                refuse(
                        409,
                        "idempotency.unknown-outcome",
                        new BilingualText(
                                "服务器在处理该请求时中断，结果不明；请先查看是否已生效，再换一个 Idempotency-Key 提交。",
                                "The server was interrupted during this request, so its outcome is unknown; look whether"
                                        + " it took effect, then submit with a new Idempotency-Key."),
                        request,
                        response);
            case Known.Answered(Answer answer)
            when !answer.kept() ->
                refuse(
                        409,
                        "idempotency.done",
                        new BilingualText(
                                "该请求已完成，其答复只显示一次，不再保存。",
                                "This request was done; its answer was shown once and is not kept."),
                        request,
                        response);
            case Known.Answered(Answer answer) -> replay(answer, response);
        }
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader(REPLAYED, "true");
        if (answer.contentType() != null) {
            response.setContentType(answer.contentType());
        }
        if (answer.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.entityTag() != null) {
            response.setHeader(HttpHeaders.ETAG, answer.entityTag());
        }
        if (answer.body() != null) {
            response.getOutputStream().write(answer.body());
        }
    }

    private void refuse(
            int status, String code, BilingualText text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(problems.of(status, code, text, Map.of(), request), response);
    }
}
