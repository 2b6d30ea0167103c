package org.lantian.server.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.identity.AccountState;
import org.lantian.server.identity.Accounts;
import org.lantian.server.identity.Administrators;
import org.lantian.server.identity.PasswordLinks;
import org.lantian.server.problem.ApiError;
import org.lantian.server.settings.LantianSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes passwords: by their owner, by a one-time link, by the command line. Each change ends the open sessions. */
@Service
public class Passwords {

    private static final Logger LOG = LoggerFactory.getLogger(Passwords.class);

    private final Accounts accounts;
    private final Administrators administrators;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final PasswordLinks links;
    private final SessionRepository sessions;
    private final SignIn signIn;
    private final SignInThrottle throttle;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final LantianSettings settings;

    Passwords(
            Accounts accounts,
            Administrators administrators,
            PasswordRules rules,
            PasswordEncoder encoder,
            PasswordLinks links,
            SessionRepository sessions,
            SignIn signIn,
            SignInThrottle throttle,
            AuditLog audit,
            TransactionTemplate transaction,
            LantianSettings settings) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.rules = rules;
        this.encoder = encoder;
        this.links = links;
        this.sessions = sessions;
        this.signIn = signIn;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** By who knows the present one; a new session takes the place of all open ones. */
    public void change(
            Actor owner, String current, String fresh, HttpServletRequest request, HttpServletResponse response) {
        signIn.confirmPassword(owner, current, request, response);
        store(account(owner.accountId()), fresh, "account.password-changed");
        signIn.open(account(owner.accountId()), request, response);
    }

    /** A link that is good until then. */
    public record OpenLink(Accounts.Credentials owner, Instant expires) {}

    /** Whose link this is. */
    public OpenLink openLink(String token) {
        return links.find(token)
                .map(link -> new OpenLink(account(link.accountId()), link.expires()))
                .filter(link -> link.owner().state() != AccountState.DISABLED)
                .orElseThrow(Passwords::noLink);
    }

    /** By who holds a one-time link; a link serves once. */
    public void redeem(String token, String fresh) {
        Accounts.Credentials account = openLink(token).owner();
        transaction.executeWithoutResult(status -> {
            if (!links.use(token)) {
                throw noLink();
            }
            store(account, fresh, "account.password-chosen-by-link");
        });
        throttle.forgive(account.username());
    }

    /** Makes a link for somebody who cannot sign in. */
    public PasswordLinks.Link issueLink(String username) {
        Accounts.Credentials account = accountBelow(username);
        return Objects.requireNonNull(transaction.execute(status -> links.issue(account.accountId())));
    }

    /** A new random password, ending all sessions; for the command line. */
    public Administrators.InitialPassword reset(String username) {
        Administrators.InitialPassword fresh = administrators.resetPassword(username);
        endSessions(accounts.findCredentials(username).orElseThrow());
        throttle.forgive(username);
        return fresh;
    }

    /**
     * The account of this name, for somebody who is about to let its owner in anew.
     *
     * @throws DomainException when it holds an administrator's role that the caller does not hold: whoever could take over
     *     such an account would raise themselves
     */
    Accounts.Credentials accountBelow(String username) {
        Accounts.Credentials account = accounts.findCredentials(username)
                .orElseThrow(() -> ApiError.notFound(new BilingualText("账号", "account"), username));
        Actor actor = Actor.current();
        Set<Role> above = StandingRule.administratorsAmong(accounts.roles(account.accountId()));
        if (actor.kind() != Actor.Kind.LOCAL_COMMAND_LINE && !actor.roles().containsAll(above)) {
            throw new DomainException(new ApiError(
                    403,
                    "identity.above-you",
                    new BilingualText(
                            "该账号有您没有的管理员角色；请由同类管理员或在服务器上用命令行处理。",
                            "This account holds an administrator's role that you do not hold; another administrator of"
                                    + " that kind, or the command line on the server, can do it."),
                    Map.of()));
        }
        return account;
    }

    private void store(Accounts.Credentials account, String fresh, String action) {
        rules.check(fresh, account.username());
        if (isPresent(fresh, account.passwordHash())) {
            throw PasswordRules.refused(
                    List.of(new BilingualText("不得与原密码相同。", "Must differ from the present password.")));
        }
        String hash = Objects.requireNonNull(encoder.encode(fresh));
        transaction.executeWithoutResult(status -> {
            accounts.storePassword(account.accountId(), hash, false);
            links.revoke(account.accountId());
            endSessions(account);
            audit.record(Event.of(action).on(EntityRef.of("account", account.accountId()), account.username()));
        });
        forgetInitial(account.username());
    }

    /** Says nothing of the token. */
    private static DomainException noLink() {
        return new DomainException(new ApiError(
                404,
                "identity.no-link",
                new BilingualText(
                        "该链接不存在、已使用或已过期，请向管理员重新索取。",
                        "This link does not exist, was used or is over; ask your administrator for a new one."),
                Map.of()));
    }

    private boolean isPresent(String fresh, @Nullable String hash) {
        return hash != null && encoder.matches(fresh, hash);
    }

    private void endSessions(Accounts.Credentials account) {
        sessions.deleteAll(account.accountId(), null);
    }

    private Accounts.Credentials account(int id) {
        return accounts.findCredentials(id).orElseThrow();
    }

    private void forgetInitial(String username) {
        try {
            Files.deleteIfExists(Administrators.initialPasswordFile(settings, username));
        } catch (IOException e) {
            LOG.warn("the file with the initial password, no longer valid, could not be deleted: {}", e.toString());
        }
    }
}
