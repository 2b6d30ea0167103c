package org.lantian.server.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.access.ActorAuthentication;
import org.lantian.server.identity.LocalSecret;
import org.lantian.server.problem.Problems;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who shows a bearer token: the command line by the secret of this start, programs by theirs. */
class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final LocalSecret secret;
    private final MachineTokens tokens;
    private final Problems problems;

    BearerFilter(LocalSecret secret, MachineTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.secret = secret;
        this.problems = problems;
    }

    static boolean shows(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(SCHEME);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!shows(request)) {
            chain.doFilter(request, response);
            return;
        }
        String shown = request.getHeader("Authorization").substring(SCHEME.length());
        MachineTokens.Shown examined =
                secret.matches(shown) ? new MachineTokens.Shown.Good(Actor.LOCAL_COMMAND_LINE) : tokens.examine(shown);
        switch (examined) {
            case MachineTokens.Shown.Refused(BilingualText why) ->
                problems.write(problems.of(401, "identity.token-refused", why, Map.of(), request), response);
            case MachineTokens.Shown.Good(Actor actor) -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new ActorAuthentication(actor));
                SecurityContextHolder.setContext(context);
                chain.doFilter(request, response);
            }
        }
    }
}
