package org.lantian.server.identity.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;
import org.lantian.server.access.Actor;
import org.lantian.server.access.ActorAuthentication;
import org.lantian.server.access.Standing;
import org.lantian.server.identity.Accounts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Finds who acts by the session's cookie. Account, roles and scope are read anew with each request, so that what was
 * withdrawn counts at once; nothing is asked of the database before somebody wants to know.
 */
@Component
public class SessionContexts implements SecurityContextRepository {

    static final String COOKIE = "LANTIAN_SESSION";

    private static final String SESSION = SessionContexts.class.getName();

    private final SessionRepository sessions;
    private final Accounts accounts;
    private final StandingRule standing;

    SessionContexts(SessionRepository sessions, Accounts accounts, StandingRule standing) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.standing = standing;
    }

    /** The session of this request, if whoever acts in it acts by one. */
    public static Optional<OpenSession> current(HttpServletRequest request) {
        return Optional.ofNullable((OpenSession) request.getAttribute(SESSION));
    }

    /** What the browser sent as its session's token. */
    static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    /** Gives the browser a token, or takes it away when it is empty. */
    static void sendCookie(String token, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(token.isEmpty() ? 0 : -1)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Who acts by this token now; the session is remembered in the request. */
    Optional<Actor> resolve(String token, HttpServletRequest request) {
        Optional<OpenSession> session = sessions.find(RandomToken.hash(token));
        Optional<Actor> actor = session.flatMap(open -> actor(open));
        if (actor.isPresent()) {
            sessions.recordUse(session.orElseThrow());
            request.setAttribute(SESSION, session.orElseThrow());
        }
        return actor;
    }

    private Optional<Actor> actor(OpenSession session) {
        return accounts.findActor(Actor.Kind.PERSON, session.accountId(), Standing.FULL)
                .map(actor -> new Actor(
                        actor.kind(),
                        actor.accountId(),
                        actor.name(),
                        actor.roles(),
                        standing.of(session, actor.roles()),
                        actor.scope()));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> token(request)
                .flatMap(token -> resolve(token, request))
                .<SecurityContext>map(actor -> new SecurityContextImpl(new ActorAuthentication(actor)))
                .orElseGet(SecurityContextHolder::createEmptyContext));
    }

    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> load;
        private Optional<SecurityContext> loaded = Optional.empty();

        Deferred(Supplier<SecurityContext> load) {
            this.load = load;
        }

        @Override
        public SecurityContext get() {
            if (loaded.isEmpty()) {
                loaded = Optional.of(load.get());
            }
            return loaded.get();
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    /** Sessions are opened by signing in and by nothing else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).isPresent();
    }
}
