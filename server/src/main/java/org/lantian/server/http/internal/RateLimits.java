package org.lantian.server.http.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.http.ClientAddress;
import org.lantian.server.http.HttpSettings;
import org.lantian.server.problem.Problems;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to who calls too often: by address before anything is looked at, by account once it is known who calls. */
@Configuration(proxyBeanMethods = false)
class RateLimits {

    /** Behind Spring Security's filter chain, which stands at −100. */
    static final int AFTER_SECURITY = -50;

    @Bean
    FilterRegistrationBean<Filter> rateByAddress(HttpSettings settings, Problems problems) {
        return filter(
                new Limit(new Buckets(settings.perAddress()), RateLimits::address, problems),
                Ordered.HIGHEST_PRECEDENCE + 2);
    }

    @Bean
    FilterRegistrationBean<Filter> rateByAccount(HttpSettings settings, Problems problems) {
        return filter(new Limit(new Buckets(settings.perAccount()), RateLimits::account, problems), AFTER_SECURITY);
    }

    private static FilterRegistrationBean<Filter> filter(Filter filter, int order) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }

    /** Of an IPv6 address the network of 64 bits, all of which one subscriber holds. */
    static Optional<String> address(HttpServletRequest request) {
        String text = ClientAddress.of(request);
        Optional<InetAddress> address = Networks.literal(text);
        return Optional.of(
                address.isPresent() && address.get() instanceof Inet6Address six
                        ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
                        : text);
    }

    /** The account of a person or a token; the local command line and who has not signed in are not counted here. */
    private static Optional<String> account(HttpServletRequest request) {
        Actor actor = Actor.current();
        return switch (actor.kind()) {
            case PERSON, TOKEN -> Optional.of(actor.kind() + " " + actor.name());
            case ANONYMOUS, LOCAL_COMMAND_LINE, SYSTEM -> Optional.empty();
        };
    }

    private static final class Limit extends OncePerRequestFilter {

        private final Buckets buckets;
        private final Function<HttpServletRequest, Optional<String>> caller;
        private final Problems problems;

        Limit(Buckets buckets, Function<HttpServletRequest, Optional<String>> caller, Problems problems) {
            this.buckets = buckets;
            this.caller = caller;
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<Duration> wait = caller.apply(request).flatMap(buckets::take);
            if (wait.isEmpty()) {
                chain.doFilter(request, response);
                return;
            }
            long seconds = wait.get().toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            problems.write(
                    problems.of(
                            429,
                            "too-many-requests",
                            new BilingualText(
                                    "请求过于频繁，请 " + seconds + " 秒后再试。",
                                    "Too many requests; try again in " + seconds + " seconds."),
                            Map.of("retryAfterSeconds", seconds),
                            request),
                    response);
        }

        /** There are two of these in the chain. */
        @Override
        protected String getAlreadyFilteredAttributeName() {
            return Limit.class.getName() + System.identityHashCode(this);
        }
    }
}
