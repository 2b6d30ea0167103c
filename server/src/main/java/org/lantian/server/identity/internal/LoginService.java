package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.access.ActorAuthentication;
import org.lantian.server.access.Standing;
import org.lantian.server.identity.Accounts;
import org.lantian.server.identity.Administrators;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.problem.ApiError;
import org.lantian.server.settings.LantianSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks passwords, and opens and ends sessions. */
@Service
public class LoginService {

    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);

    private static final int LEAST_LENGTH = 12;
    /** bcrypt reads no more than this. */
    private static final int GREATEST_BYTES = 72;

    /** A well-formed hash that is compared with when the name is unknown, so that the answer takes as long. */
    private static final String HASH_OF_NOBODY = "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

    private final Accounts accounts;
    private final Administrators administrators;
    private final PasswordEncoder encoder;
    private final LantianSettings settings;
    private final LoginThrottle throttle;
    private final OpenSessions sessions;
    private final SecurityContextRepository contexts;
    private final CookieCsrfTokenRepository csrfTokens;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    LoginService(
            Accounts accounts,
            Administrators administrators,
            PasswordEncoder encoder,
            LantianSettings settings,
            LoginThrottle throttle,
            OpenSessions sessions,
            SecurityContextRepository contexts,
            CookieCsrfTokenRepository csrfTokens,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.encoder = encoder;
        this.settings = settings;
        this.throttle = throttle;
        this.sessions = sessions;
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Opens a session for who shows the right name and password, and answers everybody else alike. */
    public Authentication login(
            String username, String password, HttpServletRequest request, HttpServletResponse response) {
        Accounts.Credentials accepted = verify(username, password, request, response);
        Authentication authentication = open(accepted, request, response);
        transaction.executeWithoutResult(status -> {
            accounts.recordSignIn(accepted.accountId());
            audit.record(Event.of("session.opened")
                    .on(EntityRef.of("account", accepted.accountId()), accepted.username())
                    .by(actor(accepted)));
        });
        return authentication;
    }

    /** Replaces the password of who is logged in and knows the present one; ends all other sessions. */
    public Authentication changePassword(
            String username, String current, String fresh, HttpServletRequest request, HttpServletResponse response) {
        Accounts.Credentials account = verify(username, current, request, response);
        boolean acceptable = fresh.codePointCount(0, fresh.length()) >= LEAST_LENGTH
                && fresh.getBytes(StandardCharsets.UTF_8).length <= GREATEST_BYTES
                && fresh.chars().distinct().count() >= 5
                && !fresh.equals(current);
        if (!acceptable) {
            throw new DomainException(new ApiError(
                    400,
                    "identity.password-too-weak",
                    new BilingualText(
                            "新密码至少 12 个字符、至多 72 字节、含 5 种以上不同字符，且不同于原密码。",
                            "The new password needs at least 12 characters, at most 72 bytes, at least 5 different"
                                    + " characters, and must differ from the old one."),
                    Map.of("leastLength", LEAST_LENGTH)));
        }
        String hash = Objects.requireNonNull(encoder.encode(fresh));
        transaction.executeWithoutResult(status -> {
            accounts.storePassword(account.accountId(), hash, false);
            audit.record(Event.of("account.password-changed")
                    .on(EntityRef.of("account", account.accountId()), account.username()));
        });
        try {
            Files.deleteIfExists(Administrators.initialPasswordFile(settings, account.username()));
        } catch (IOException e) {
            LOG.warn("the file with the initial password, no longer valid, could not be deleted: {}", e.toString());
        }
        Authentication authentication =
                open(accounts.findCredentials(account.accountId()).orElseThrow(), request, response);
        sessions.endOthers(account.accountId(), request.getSession(false));
        return authentication;
    }

    /** Gives an account a new random password and ends all its sessions. */
    public Administrators.InitialPassword resetPassword(String username) {
        Administrators.InitialPassword fresh = administrators.resetPassword(username);
        sessions.endOthers(accounts.findCredentials(username).orElseThrow().accountId(), null);
        return fresh;
    }

    private Accounts.Credentials verify(
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
        Optional<Accounts.Credentials> account = accounts.findCredentials(username);
        String hash = account.map(Accounts.Credentials::passwordHash).orElse(HASH_OF_NOBODY);
        boolean matches =
                password.getBytes(StandardCharsets.UTF_8).length <= GREATEST_BYTES && encoder.matches(password, hash);
        Optional<Actor> actor = account.filter(found -> matches)
                .flatMap(found -> accounts.findActor(Actor.Kind.PERSON, found.accountId(), Standing.FULL));
        if (actor.isEmpty()) {
            audit.recordBounded(Event.of("session.refused"));
            throw new DomainException(new ApiError(
                    401,
                    "identity.wrong-credentials",
                    new BilingualText("用户名或密码错误。", "The user name or the password is wrong."),
                    Map.of()));
        }
        throttle.succeeded(username, address);
        return account.orElseThrow();
    }

    /** A new session with a new id and a new CSRF token, so that nothing known before the login is worth anything. */
    private Authentication open(
            Accounts.Credentials accepted, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true);
        Authentication authentication = new ActorAuthentication(actor(accepted));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        return authentication;
    }

    private Actor actor(Accounts.Credentials account) {
        return accounts.findActor(
                        Actor.Kind.PERSON,
                        account.accountId(),
                        account.mustChangePassword() ? Standing.MUST_CHANGE_PASSWORD : Standing.FULL)
                .orElseThrow();
    }
}
