package org.lantian.server.identity;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Role;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.problem.ApiError;
import org.lantian.server.settings.LantianSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The three administrators 三员 that an installation begins with: system, security and audit. They are separate accounts
 * unless the operator chose otherwise.
 */
@Component
public class Administrators {

    /** User name of the system administrator, and of the only one where they are combined. */
    public static final String SYSTEM = "admin";

    /** Names that stand for an office, not for a person. */
    public static final List<String> USERNAMES = List.of(SYSTEM, "security", "audit");

    private static final List<Role> ROLES =
            List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    /** No characters that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int INITIAL_LENGTH = 16;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final IdentitySettings identity;
    private final SecureRandom random = new SecureRandom();

    Administrators(
            JdbcClient jdbc,
            Accounts accounts,
            PasswordEncoder encoder,
            AuditLog audit,
            TransactionTemplate transaction,
            IdentitySettings identity) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.encoder = encoder;
        this.audit = audit;
        this.transaction = transaction;
        this.identity = identity;
    }

    /** A password that is shown once and must be changed at the first login. */
    public record InitialPassword(String username, String password) {

        @Override
        public String toString() {
            return "initial password of " + username;
        }
    }

    /**
     * Sees to it that somebody holds each of the three roles: with an account for each, or all by {@link #SYSTEM} where
     * the operator chose that.
     *
     * @return the passwords of the accounts that were made
     */
    public List<InitialPassword> createMissing() {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("LOCK TABLE account_role IN SHARE ROW EXCLUSIVE MODE").update();
            List<InitialPassword> made = new ArrayList<>();
            for (Role role : ROLES) {
                String username = identity.combinedAdministrators() ? SYSTEM : USERNAMES.get(ROLES.indexOf(role));
                seeThatHeld(role, username).ifPresent(made::add);
            }
            return made;
        }));
    }

    /**
     * Gives any account a new random password, to be changed at the next login. An administrator whom no start has made yet
     * is made.
     *
     * @throws org.lantian.quantities.DomainException when there is no such account
     */
    public InitialPassword resetPassword(String username) {
        Optional<InitialPassword> made = createIfMissing(username);
        if (made.isPresent()) {
            return made.get();
        }
        Accounts.Credentials account = accounts.findCredentials(username)
                .orElseThrow(() -> ApiError.notFound(new BilingualText("账号", "account"), username));
        String password = randomPassword();
        String hash = Objects.requireNonNull(encoder.encode(password));
        transaction.executeWithoutResult(status -> {
            accounts.storePassword(account.accountId(), hash, true);
            audit.record(Event.of("account.password-reset")
                    .on(EntityRef.of("account", account.accountId()), account.username()));
        });
        return new InitialPassword(account.username(), password);
    }

    private Optional<InitialPassword> createIfMissing(String username) {
        int index = USERNAMES.indexOf(username);
        if (index < 0) {
            return Optional.empty();
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("LOCK TABLE account_role IN SHARE ROW EXCLUSIVE MODE").update();
            return accounts.findCredentials(username).isPresent()
                    ? Optional.empty()
                    : seeThatHeld(ROLES.get(index), username);
        }));
    }

    /** Gives a role that nobody holds to this account, which is made when there is none; then its password is the result. */
    private Optional<InitialPassword> seeThatHeld(Role role, String username) {
        if (isHeld(role)) {
            return Optional.empty();
        }
        Optional<InitialPassword> made =
                accounts.findCredentials(username).isPresent() ? Optional.empty() : Optional.of(create(username, role));
        grant(username, role);
        return made;
    }

    /** Where a start without terminal leaves the initial password of an administrator. */
    public static Path initialPasswordFile(LantianSettings settings, String username) {
        String name = username.equals(SYSTEM) ? "initial-password" : "initial-password-" + username;
        return settings.dataDirectory().resolve("secrets").resolve(name);
    }

    private boolean isHeld(Role role) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM account_role WHERE role = ? AND granted)")
                .param(role.name())
                .query(Boolean.class)
                .single();
    }

    private InitialPassword create(String username, Role role) {
        String password = randomPassword();
        int id = jdbc.sql("""
                        INSERT INTO account (username, display_name, state, password_hash, must_change_password,
                                             password_changed)
                        VALUES (?, ?, 'active', ?, true, now()) RETURNING id""")
                .params(username, role.text().zh(), Objects.requireNonNull(encoder.encode(password)))
                .query(Integer.class)
                .single();
        audit.record(Event.of("account.created").on(EntityRef.of("account", id), username));
        return new InitialPassword(username, password);
    }

    private void grant(String username, Role role) {
        jdbc.sql("""
                INSERT INTO account_role (account_id, role, granted, decided_by)
                SELECT id, ?, true, 'system' FROM account WHERE username = ?
                ON CONFLICT (account_id, role) DO UPDATE SET granted = true, decided_by = 'system', decided = now()""").params(role.name(), username).update();
        int id = accounts.findCredentials(username).orElseThrow().accountId();
        audit.record(Event.of("account.roles-granted")
                .on(EntityRef.of("account", id), username)
                .after(Map.of("roles", accounts.roles(id))));
    }

    private String randomPassword() {
        return random.ints(INITIAL_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }
}
