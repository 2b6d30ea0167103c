package org.lantian.server.http.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.lantian.server.http.HttpSettings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} when, and only when, a configured proxy says them.
 *
 * <p>Each proxy appends the address it saw, so the list is read from its end: the first address that is no proxy of ours
 * is the client's. What stands before it was said by the client and is not looked at.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ProxyFilter extends OncePerRequestFilter {

    static final String FORWARDED_FOR = "X-Forwarded-For";
    static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private final Networks proxies;

    ProxyFilter(HttpSettings settings) {
        this.proxies = Networks.of(settings.trustedProxies());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean behindProxy = Networks.literal(request.getRemoteAddr())
                .filter(proxies::contains)
                .isPresent();
        chain.doFilter(behindProxy ? new Forwarded(request, client(request), isSecure(request)) : request, response);
    }

    private String client(HttpServletRequest request) {
        String client = request.getRemoteAddr();
        List<String> hops = Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .toList();
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = Networks.literal(hop.strip());
            if (address.isEmpty()) {
                return client; // nobody of ours wrote that
            }
            client = address.get().getHostAddress();
            if (!proxies.contains(address.get())) {
                return client;
            }
        }
        return client;
    }

    private static boolean isSecure(HttpServletRequest request) {
        String scheme = request.getHeader(FORWARDED_PROTO);
        return scheme == null ? request.isSecure() : scheme.strip().equalsIgnoreCase("https");
    }

    private static final class Forwarded extends HttpServletRequestWrapper {

        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : "http";
        }
    }

    /** The wrapped request goes on into the error and asynchronous dispatches by itself. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
