package org.lantian.server.audit.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Records each request that was refused: not signed in, not allowed, too often. Stands within the security filters, where it is
 * still known who asked. Stays silent where somebody recorded something more exact.
 */
final class RefusalFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalFilter.class);
    private static final String NOTED = RefusalFilter.class.getName() + ".noted";
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);
    private static final int MOST_CHARACTERS = 200;

    private final EventPreparer preparer;
    private final FloodGate gate;

    RefusalFilter(EventPreparer preparer, FloodGate gate) {
        this.preparer = preparer;
        this.gate = gate;
    }

    /** Something about the current request was recorded already. */
    static void noted() {
        HttpServletRequest request = EventPreparer.request();
        if (request != null) {
            request.setAttribute(NOTED, true);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (REFUSALS.contains(response.getStatus()) && request.getAttribute(NOTED) == null) {
            try {
                gate.note(preparer.prepare(Event.of("access.refused")
                        .on(request.getMethod() + " " + path(request))
                        .after(Map.of("status", response.getStatus()))
                        .by(actor())));
            } catch (RuntimeException e) {
                LOG.error("a refusal could not be recorded: {}", e.toString());
            }
        }
    }

    /** Within a request, no authentication means that nobody has signed in; refusing takes it away. */
    private static Actor actor() {
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        return nobody ? Actor.ANONYMOUS : Actor.current();
    }

    /** The pattern of the endpoint where there is one: an address may hold a secret. */
    private static String path(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String path = pattern == null ? request.getRequestURI() : pattern.toString();
        return path.length() > MOST_CHARACTERS ? path.substring(0, MOST_CHARACTERS) + "…" : path;
    }
}
