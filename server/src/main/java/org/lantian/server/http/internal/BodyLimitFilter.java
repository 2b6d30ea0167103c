package org.lantian.server.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.http.HttpSettings;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over the limit with 413: by their announced length before anything is read, else while they are read.
 * Uploads (multipart) have limits of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class BodyLimitFilter extends OncePerRequestFilter {

    private final long greatest;
    private final Problems problems;

    BodyLimitFilter(HttpSettings settings, Problems problems) {
        this.greatest = settings.greatestBodyBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isUpload(request)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > greatest) {
            problems.write(problems.of(tooLarge(greatest), request), response);
        } else {
            chain.doFilter(new Limited(request, greatest), response);
        }
    }

    static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    static ApiError tooLarge(long greatest) {
        return new ApiError(
                413,
                "too-large",
                new BilingualText(
                        "请求内容超过上限 " + greatest + " 字节。", "The body exceeds the limit of " + greatest + " bytes."),
                Map.of("greatestBytes", greatest));
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long greatest;

        Limited(HttpServletRequest request, long greatest) {
            super(request);
            this.greatest = greatest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), greatest);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream in;
        private final long greatest;
        private long count;

        Counted(ServletInputStream in, long greatest) {
            this.in = in;
            this.greatest = greatest;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            count += Math.max(0, read);
            if (count > greatest) {
                throw new DomainException(tooLarge(greatest));
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
