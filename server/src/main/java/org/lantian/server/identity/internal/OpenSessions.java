package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
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

    /** Ends all sessions but one. */
    public void endOthers(@Nullable HttpSession kept) {
        for (HttpSession session : open) {
            if (kept == null || !session.getId().equals(kept.getId())) {
                try {
                    session.invalidate();
                } catch (IllegalStateException e) {
                    open.remove(session); // ended meanwhile
                }
            }
        }
    }
}
