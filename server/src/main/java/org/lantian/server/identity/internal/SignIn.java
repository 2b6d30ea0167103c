package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.access.ActorAuthentication;
import org.lantian.server.access.Standing;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.http.ClientAddress;
import org.lantian.server.identity.Accounts;
import org.lantian.server.problem.ApiError;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks who somebody is, and opens and closes sessions. */
@Service
public class SignIn {

    /** A well-formed hash that is compared with when the name is unknown, so that the answer takes as long. */
    private static final String HASH_OF_NOBODY = "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

    private static final int AGENT_LENGTH = 200;

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final SecondFactors factors;
    private final SessionRepository sessions;
    private final SessionContexts contexts;
    private final CookieCsrfTokenRepository csrfTokens;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    SignIn(
            Accounts accounts,
            PasswordEncoder encoder,
            SignInThrottle throttle,
            SecondFactors factors,
            SessionRepository sessions,
            SessionContexts contexts,
            CookieCsrfTokenRepository csrfTokens,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.factors = factors;
        this.sessions = sessions;
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Opens a session for who shows the right name, password and, where one is in force, second factor; answers everybody
     * else alike.
     *
     * @param code of the second factor, null when it was not asked for yet
     */
    public void signIn(
            String username,
            String password,
            @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Accounts.Credentials account = verifyPassword(username, password, request, response);
        if (factors.isInForce(account.accountId())) {
            verifyCode(account, code, request);
        }
        throttle.succeeded(username, ClientAddress.of(request));
        open(account, request, response);
    }

    /** Checks once more, before something weighty, that whoever sits at the open session knows the password. */
    public void confirmPassword(
            Actor owner, String password, HttpServletRequest request, HttpServletResponse response) {
        verifyPassword(owner.name(), password, request, response);
        throttle.succeeded(owner.name(), ClientAddress.of(request));
    }

    /** Likewise with a code of the second factor. */
    public void confirmPasswordAndCode(
            Actor owner, String password, String code, HttpServletRequest request, HttpServletResponse response) {
        verifyCode(verifyPassword(owner.name(), password, request, response), code, request);
        throttle.succeeded(owner.name(), ClientAddress.of(request));
    }

    /** Closes the session of this request, if there is one. */
    public void signOut(HttpServletRequest request, HttpServletResponse response) {
        Actor actor = Actor.current();
        SessionContexts.current(request).ifPresent(session -> {
            transaction.executeWithoutResult(status -> {
                sessions.delete(session.accountId(), session.id());
                audit.record(Event.of("session.closed").on(EntityRef.of("account", session.accountId()), actor.name()));
            });
        });
        SessionContexts.sendCookie("", request, response);
        SecurityContextHolder.clearContext();
    }

    /** A new session with a new token and a new CSRF token, so that nothing known before is worth anything. */
    void open(Accounts.Credentials account, HttpServletRequest request, HttpServletResponse response) {
        String token = RandomToken.create(random);
        Optional<byte[]> before = SessionContexts.token(request).map(RandomToken::hash);
        Actor actor = accounts.findActor(Actor.Kind.PERSON, account.accountId(), Standing.FULL)
                .orElseThrow(SignIn::wrongCredentials);
        transaction.executeWithoutResult(status -> {
            before.flatMap(sessions::find).ifPresent(session -> sessions.delete(session.accountId(), session.id()));
            sessions.insert(RandomToken.hash(token), account.accountId(), ClientAddress.of(request), agent(request));
            sessions.tidy(account.accountId());
            accounts.recordSignIn(account.accountId());
            audit.record(Event.of("session.opened")
                    .on(EntityRef.of("account", account.accountId()), account.username())
                    .by(actor));
        });
        SessionContexts.sendCookie(token, request, response);
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        Actor acting = contexts.resolve(token, request).orElseThrow(SignIn::wrongCredentials);
        SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(acting)));
    }

    private Accounts.Credentials verifyPassword(
            String username, String password, HttpServletRequest request, HttpServletResponse response) {
        Optional<Duration> wait = throttle.begin(username, ClientAddress.of(request));
        if (wait.isPresent()) {
            throw tooMany(wait.get(), response);
        }
        Optional<Accounts.Credentials> account = accounts.findCredentials(username);
        String hash = account.map(Accounts.Credentials::passwordHash).orElse(HASH_OF_NOBODY);
        boolean matches = password.getBytes(StandardCharsets.UTF_8).length <= PasswordRules.GREATEST_BYTES
                && encoder.matches(password, hash);
        boolean mayAct = account.filter(found -> matches)
                .flatMap(found -> accounts.findActor(Actor.Kind.PERSON, found.accountId(), Standing.FULL))
                .isPresent();
        if (!mayAct) {
            recordRefusal(account);
            throw wrongCredentials();
        }
        return account.orElseThrow();
    }

    private void verifyCode(Accounts.Credentials account, @Nullable String code, HttpServletRequest request) {
        if (code == null || code.isBlank()) {
            throttle.takeBack(account.username(), ClientAddress.of(request));
            throw new DomainException(new ApiError(
                    401,
                    "identity.second-factor-needed",
                    new BilingualText("请输入第二因子的验证码。", "Enter the code of your second factor."),
                    Map.of()));
        }
        if (!factors.accepts(account.accountId(), account.username(), code)) {
            recordRefusal(Optional.of(account));
            throw SecondFactors.wrongCode();
        }
    }

    /** Without the name when nobody has it: it may be a password in the wrong field. */
    private void recordRefusal(Optional<Accounts.Credentials> account) {
        Event refused = Event.of("session.refused");
        audit.recordBounded(account.map(
                        found -> refused.on(EntityRef.of("account", found.accountId()), found.username()))
                .orElse(refused));
    }

    static DomainException wrongCredentials() {
        return new DomainException(new ApiError(
                401,
                "identity.wrong-credentials",
                new BilingualText("用户名或密码错误。", "The user name or the password is wrong."),
                Map.of()));
    }

    private static DomainException tooMany(Duration wait, HttpServletResponse response) {
        long seconds = wait.toSeconds() + 1;
        response.setHeader("Retry-After", Long.toString(seconds));
        return new DomainException(new ApiError(
                429,
                "identity.too-many-failures",
                new BilingualText(
                        "登录失败次数过多，请 " + seconds + " 秒后再试。",
                        "Too many failed attempts to sign in; try again in " + seconds + " seconds."),
                Map.of("retryAfterSeconds", seconds)));
    }

    private static String agent(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        String clean = agent.replaceAll("\\p{Cntrl}", "");
        return clean.substring(0, Math.min(clean.length(), AGENT_LENGTH));
    }
}
