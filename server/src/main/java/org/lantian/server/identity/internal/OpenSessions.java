package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.ActorAuthentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The sessions that are open now, so that a new password can end them. */
@Component
public class OpenSessions implements HttpSessionListener {

    private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        open.add(event.getSession());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        open.remove(event.getSession());
    }

    /** Ends all sessions of an account but one. */
    public void endOthers(int accountId, @Nullable HttpSession kept) {
        for (HttpSession session : open) {
            try {
                if (accountOf(session) == accountId
                        && (kept == null || !session.getId().equals(kept.getId()))) {
                    session.invalidate();
                }
            } catch (IllegalStateException e) {
                open.remove(session); // ended meanwhile
            }
        }
    }

    private static int accountOf(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() instanceof ActorAuthentication authentication
                ? authentication.getPrincipal().accountId()
                : 0;
    }
}
