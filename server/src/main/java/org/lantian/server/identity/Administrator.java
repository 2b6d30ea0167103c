package org.lantian.server.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;
import org.lantian.server.settings.LantianSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one account that may change things. */
@Component
public class Administrator {

    public static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(Administrator.class);

    private static final int LEAST_LENGTH = 12;
    /** bcrypt reads no more than this. */
    private static final int GREATEST_BYTES = 72;

    /** A well-formed hash that is compared with when the name is unknown, so that the answer takes as long. */
    private static final String HASH_OF_NOBODY = "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

    /** No characters that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int INITIAL_LENGTH = 16;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    private final LantianSettings settings;

    Administrator(
            JdbcClient jdbc,
            PasswordEncoder encoder,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            LantianSettings settings) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.events = events;
        this.transaction = transaction;
    }

    private record Account(String username, String passwordHash, boolean mustChangePassword) {}

    /** Whether somebody may log in, and then whether that somebody must choose a new password first. */
    public sealed interface Verdict {

        /** Wrong name or password, which of them is not said. */
        record Refused() implements Verdict {}

        record Accepted(String username, boolean mustChangePassword) implements Verdict {}
    }

    /** Checks name and password; takes as long for an unknown name as for a wrong password. */
    public Verdict check(String username, String password) {
        Optional<Account> account = account().filter(found -> found.username().equals(username));
        String hash = account.map(Account::passwordHash).orElse(HASH_OF_NOBODY);
        boolean matches =
                password.getBytes(StandardCharsets.UTF_8).length <= GREATEST_BYTES && encoder.matches(password, hash);
        if (account.isEmpty() || !matches) {
            return new Verdict.Refused();
        }
        return new Verdict.Accepted(username, account.get().mustChangePassword());
    }

    /** Makes the account with a random password when there is none yet, and gives that password. */
    public Optional<String> createIfMissing() {
        return account().isPresent() ? Optional.empty() : Optional.of(resetPassword("administrator.created"));
    }

    /** Gives the account a new random password, to be changed at the next login. */
    public String resetPassword() {
        return resetPassword("administrator.password-reset");
    }

    /**
     * Replaces the password. The file in which the initial one may stand is deleted.
     *
     * @throws DomainException when the new one is too short, too long, or no secret
     */
    public void changePassword(String fresh) {
        boolean acceptable = fresh.codePointCount(0, fresh.length()) >= LEAST_LENGTH
                && fresh.getBytes(StandardCharsets.UTF_8).length <= GREATEST_BYTES
                && fresh.chars().distinct().count() >= 5
                && !(account().isPresent()
                        && encoder.matches(fresh, account().get().passwordHash()));
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
        store(fresh, false, "administrator.password-changed");
        try {
            Files.deleteIfExists(initialPasswordFile(settings));
        } catch (IOException e) {
            LOG.warn("the file with the initial password, no longer valid, could not be deleted: {}", e.toString());
        }
    }

    /** Where a start without terminal leaves the initial password. */
    public static Path initialPasswordFile(LantianSettings settings) {
        return settings.dataDirectory().resolve("secrets").resolve("initial-password");
    }

    private String resetPassword(String action) {
        String password = new SecureRandom()
                .ints(INITIAL_LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
        store(password, true, action);
        return password;
    }

    private void store(String password, boolean mustChange, String action) {
        String hash = Objects.requireNonNull(encoder.encode(password));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    INSERT INTO administrator (username, password_hash, must_change_password) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET password_hash = excluded.password_hash,
                        must_change_password = excluded.must_change_password, changed = now()""").params(USERNAME, hash, mustChange).update();
            events.publishEvent(new IdentityChange(null, action, USERNAME));
        });
    }

    private Optional<Account> account() {
        return jdbc.sql("SELECT username, password_hash, must_change_password FROM administrator")
                .query(Account.class)
                .optional();
    }
}
