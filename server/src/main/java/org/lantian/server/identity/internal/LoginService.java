package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.access.ActorAuthentication;
import org.lantian.server.access.Role;
import org.lantian.server.access.Scope;
import org.lantian.server.access.Standing;
import org.lantian.server.identity.Administrator;
import org.lantian.server.identity.IdentityChange;
import org.lantian.server.problem.ApiError;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks passwords, and opens and ends sessions. */
@Service
public class LoginService {

    private final Administrator administrator;
    private final LoginThrottle throttle;
    private final OpenSessions sessions;
    private final SecurityContextRepository contexts;
    private final CookieCsrfTokenRepository csrfTokens;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LoginService(
            Administrator administrator,
            LoginThrottle throttle,
            OpenSessions sessions,
            SecurityContextRepository contexts,
            CookieCsrfTokenRepository csrfTokens,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.administrator = administrator;
        this.throttle = throttle;
        this.sessions = sessions;
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.events = events;
        this.transaction = transaction;
    }

    /** Opens a session for who shows the right name and password, and answers everybody else alike. */
    public Authentication login(
            String username, String password, HttpServletRequest request, HttpServletResponse response) {
        Administrator.Verdict.Accepted accepted = verify(username, password, request, response);
        Authentication authentication = open(accepted, request, response);
        transaction.executeWithoutResult(
                status -> events.publishEvent(new IdentityChange(username, "session.opened", request.getRemoteAddr())));
        return authentication;
    }

    /** Replaces the password of who is logged in and knows the present one; ends all other sessions. */
    public Authentication changePassword(
            String username, String current, String fresh, HttpServletRequest request, HttpServletResponse response) {
        verify(username, current, request, response);
        administrator.changePassword(fresh);
        Authentication authentication = open(new Administrator.Verdict.Accepted(username, false), request, response);
        sessions.endOthers(request.getSession(false));
        return authentication;
    }

    /** Gives a new random password and ends all sessions. */
    public String resetPassword() {
        String password = administrator.resetPassword();
        sessions.endOthers(null);
        return password;
    }

    private Administrator.Verdict.Accepted verify(
            String username, String password, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        Optional<Duration> wait = throttle.begin(username, address);
        if (wait.isPresent()) {
            long seconds = wait.get().toSeconds() + 1;
            response.setHeader("Retry-After", Long.toString(seconds));
            throw new DomainException(new ApiError(
                    429,
                    "identity.too-many-failures",
                    new BilingualText(
                            "登录失败次数过多，请 " + seconds + " 秒后再试。",
                            "Too many failed logins; try again in " + seconds + " seconds."),
                    Map.of("retryAfterSeconds", seconds)));
        }
        switch (administrator.check(username, password)) {
            case Administrator.Verdict.Accepted accepted -> {
                throttle.succeeded(username, address);
                return accepted;
            }
            case Administrator.Verdict.Refused() -> {
                transaction.executeWithoutResult(
                        status -> events.publishEvent(new IdentityChange("anonymous", "session.refused", address)));
                throw new DomainException(new ApiError(
                        401,
                        "identity.wrong-credentials",
                        new BilingualText("用户名或密码错误。", "The user name or the password is wrong."),
                        Map.of()));
            }
        }
    }

    /** A new session with a new id and a new CSRF token, so that nothing known before the login is worth anything. */
    private Authentication open(
            Administrator.Verdict.Accepted accepted, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
        Authentication authentication = new ActorAuthentication(new Actor(
                Actor.Kind.PERSON,
                1,
                accepted.username(),
                Set.of(
                        Role.CITY_OFFICE,
                        Role.SYSTEM_ADMINISTRATOR,
                        Role.SECURITY_ADMINISTRATOR,
                        Role.AUDIT_ADMINISTRATOR),
                accepted.mustChangePassword() ? Standing.MUST_CHANGE_PASSWORD : Standing.FULL,
                Scope.EVERYWHERE));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        return authentication;
    }
}
