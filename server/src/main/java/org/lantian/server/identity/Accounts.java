package org.lantian.server.identity;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.access.Standing;
import org.lantian.server.identity.internal.ScopeReader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signing in, and whoever acts for an account, needs to know of it. */
@Component
public class Accounts {

    private static final String CREDENTIALS = """
            SELECT a.id AS account_id, a.username, a.display_name, a.unit_id, u.name_zh AS unit_zh,
                   u.name_en AS unit_en, a.state, a.password_hash, a.must_change_password, a.password_changed
              FROM account a LEFT JOIN unit u ON u.id = a.unit_id
            """;

    private final JdbcClient jdbc;
    private final ScopeReader scopes;

    Accounts(JdbcClient jdbc, ScopeReader scopes) {
        this.jdbc = jdbc;
        this.scopes = scopes;
    }

    /**
     * An account as signing in sees it. Its text shows no secret.
     *
     * @param unitId null for who belongs to no unit, then the names are null too
     * @param passwordHash bcrypt, null until a password was chosen
     * @param passwordChanged null while it is null
     */
    public record Credentials(
            int accountId,
            String username,
            String displayName,
            @Nullable Integer unitId,
            @Nullable String unitZh,
            @Nullable String unitEn,
            AccountState state,
            @Nullable String passwordHash,
            boolean mustChangePassword,
            @Nullable Instant passwordChanged) {

        @Override
        public String toString() {
            return "credentials of " + username;
        }
    }

    /** The account of this name, in any state; upper and lower case mean the same. */
    public Optional<Credentials> findCredentials(String username) {
        return username.length() > 50 || username.indexOf('\0') >= 0
                ? Optional.empty()
                : credentials("WHERE a.username = ?", username.toLowerCase(Locale.ROOT));
    }

    public Optional<Credentials> findCredentials(int accountId) {
        return credentials("WHERE a.id = ?", accountId);
    }

    /** Roles granted to the account. */
    public Set<Role> roles(int accountId) {
        return Set.copyOf(jdbc.sql("SELECT role FROM account_role WHERE account_id = ? AND granted")
                .param(accountId)
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .list());
    }

    /**
     * Who acts for this account now; empty unless it is active and has a role. To be asked anew with each request, so
     * that a role withdrawn or an account disabled counts at once.
     *
     * @param kind by password or by token
     */
    public Optional<Actor> findActor(Actor.Kind kind, int accountId, Standing standing) {
        Optional<Credentials> account =
                findCredentials(accountId).filter(found -> found.state() == AccountState.ACTIVE);
        Set<Role> roles = roles(accountId);
        return account.filter(found -> !roles.isEmpty())
                .map(found -> new Actor(
                        kind, accountId, found.username(), roles, standing, scopes.scope(roles, found.unitId())));
    }

    /** Replaces the password's hash; sessions are for the caller to end. */
    public void storePassword(int accountId, String hash, boolean mustChange) {
        jdbc.sql("""
                UPDATE account SET password_hash = ?, must_change_password = ?, password_changed = now() WHERE id = ?""").params(hash, mustChange, accountId).update();
    }

    public void recordSignIn(int accountId) {
        jdbc.sql("UPDATE account SET last_sign_in = now() WHERE id = ?")
                .param(accountId)
                .update();
    }

    private Optional<Credentials> credentials(String where, Object key) {
        return jdbc.sql(CREDENTIALS + where)
                .param(key)
                .query((row, number) -> new Credentials(
                        row.getInt("account_id"),
                        row.getString("username"),
                        row.getString("display_name"),
                        row.getObject("unit_id", Integer.class),
                        row.getString("unit_zh"),
                        row.getString("unit_en"),
                        AccountState.of(row.getString("state")),
                        row.getString("password_hash"),
                        row.getBoolean("must_change_password"),
                        row.getTimestamp("password_changed") == null
                                ? null
                                : row.getTimestamp("password_changed").toInstant()))
                .optional();
    }
}
