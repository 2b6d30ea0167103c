package org.lantian.server.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Role;
import org.lantian.server.access.Scope;
import org.lantian.server.access.ScopeCondition;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.identity.AccountState;
import org.lantian.server.identity.UnitKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts in the database. */
@Repository
class UserRepository {

    private static final String SELECT = """
            SELECT a.*, u.code AS unit_code, u.name_zh AS unit_zh, u.name_en AS unit_en, u.kind AS unit_kind,
                   ARRAY(SELECT role FROM account_role r WHERE r.account_id = a.id AND granted) AS roles,
                   ARRAY(SELECT role FROM account_role r WHERE r.account_id = a.id AND NOT granted) AS proposed
              FROM account a LEFT JOIN unit u ON u.id = a.unit_id
            """;

    private static final String SEARCHED = """
            (a.username ILIKE :pattern OR a.display_name ILIKE :pattern
                  OR u.name_zh ILIKE :pattern OR u.name_en ILIKE :pattern)""";

    private static final String IN_UNITS_BELOW =
            "a.unit_id = ANY (ARRAY (" + UnitTree.below(":unit") + "SELECT id FROM below))";

    private static final Keyset<User> ORDER = Keyset.of("a.id", Keyset.Kind.LONG, User::id)
            .by("username", "a.username", Keyset.Kind.TEXT, User::username)
            .by("displayName", "a.display_name", Keyset.Kind.TEXT, User::displayName)
            .by("created", "a.created", Keyset.Kind.INSTANT, User::created)
            .by(
                    "lastSignIn",
                    "coalesce(a.last_sign_in, timestamptz 'epoch')",
                    Keyset.Kind.INSTANT,
                    UserRepository::lastSignIn)
            .usually("username");

    private final JdbcClient jdbc;

    UserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Object lastSignIn(User user) {
        OffsetDateTime last = user.lastSignIn();
        return last == null ? Instant.EPOCH : last;
    }

    private static ScopeCondition within(Scope scope) {
        return ScopeCondition.of(
                scope,
                new ScopeCondition.Columns(
                        "a.unit_id", "u.area_code", "CASE WHEN u.kind = 'plant' THEN u.sectors ELSE '{}' END"));
    }

    Page<User> list(UserFilter filter, Scope scope, PageQuery query) {
        Keyset.Slice<User> slice = ORDER.slice(query);
        ScopeCondition within = within(scope);
        List<User> rows = statement(
                        SELECT + where(filter) + within.sql() + " AND " + slice.condition() + slice.order(), filter)
                .params(within.parameters())
                .params(slice.parameters())
                .query(UserRepository::row)
                .list();
        return slice.page(rows);
    }

    /** All of them in the order of the user names, for an export. */
    List<User> listAll(UserFilter filter, Scope scope) {
        ScopeCondition within = within(scope);
        return statement(SELECT + where(filter) + within.sql() + " ORDER BY a.username COLLATE \"C\"", filter)
                .params(within.parameters())
                .query(UserRepository::row)
                .list();
    }

    /** Only what is asked for, so that each question finds its index. */
    private static String where(UserFilter filter) {
        StringBuilder where = new StringBuilder(" WHERE true");
        if (!filter.search().isEmpty()) {
            where.append(" AND ").append(SEARCHED);
        }
        if (filter.unit() != null) {
            where.append(" AND ").append(filter.below() ? IN_UNITS_BELOW : "a.unit_id = :unit");
        }
        if (filter.state() != null) {
            where.append(" AND a.state = :state");
        }
        String role = filter.role() == null ? "" : " AND r.role = :role";
        if (filter.proposed()) { // few at any time: they are looked up first
            where.append(" AND a.id = ANY (ARRAY (SELECT r.account_id FROM account_role r WHERE NOT r.granted")
                    .append(role)
                    .append("))");
        } else if (filter.role() != null) {
            where.append(" AND a.id IN (SELECT r.account_id FROM account_role r WHERE r.granted")
                    .append(role)
                    .append(")");
        }
        return where.append(" AND ").toString();
    }

    private JdbcClient.StatementSpec statement(String sql, UserFilter filter) {
        return jdbc.sql(sql)
                .param("pattern", UnitRepository.containing(filter.search()))
                .param("unit", filter.unit())
                .param("state", filter.state() == null ? null : filter.state().code())
                .param("role", filter.role() == null ? null : filter.role().name());
    }

    Optional<User> find(int id, Scope scope) {
        ScopeCondition within = within(scope);
        return jdbc.sql(SELECT + " WHERE a.id = :id AND " + within.sql())
                .params(within.parameters())
                .param("id", id)
                .query(UserRepository::row)
                .optional();
    }

    /** Keeps the account as it is until the end of the transaction. */
    void lock(int id) {
        jdbc.sql("SELECT id FROM account WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Integer.class)
                .optional();
    }

    /** Lets nobody else change who holds which role until the end of the transaction. */
    void lockRoles() {
        jdbc.sql("LOCK TABLE account_role IN SHARE ROW EXCLUSIVE MODE").update();
    }

    Set<String> usernames(Collection<String> candidates) {
        return Set.copyOf(jdbc.sql("SELECT username FROM account WHERE username = ANY(:candidates)")
                .param("candidates", candidates.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Adds an account with its proposed roles. */
    int add(UserDraft draft, String by) {
        return jdbc.sql("""
                WITH added AS (
                    INSERT INTO account (username, display_name, phone, email, unit_id, state)
                    VALUES (:username, :name, :phone, :email, :unit, 'pending') RETURNING id),
                roles AS (
                    INSERT INTO account_role (account_id, role, granted, decided_by)
                    SELECT added.id, role, false, :by FROM added, unnest(:roles::text[]) AS role)
                SELECT id FROM added""")
                .param("username", draft.username())
                .param("name", draft.displayName())
                .param("phone", draft.phone())
                .param("email", draft.email())
                .param("unit", draft.unitId())
                .param("roles", names(draft.proposedRoles()))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    void change(int id, String displayName, String phone, String email, @Nullable Integer unitId) {
        jdbc.sql("""
                UPDATE account SET display_name = :name, phone = :phone, email = :email, unit_id = :unit,
                       version = version + 1
                 WHERE id = :id""")
                .param("name", displayName)
                .param("phone", phone)
                .param("email", email)
                .param("unit", unitId)
                .param("id", id)
                .update();
    }

    void setState(int id, AccountState state) {
        jdbc.sql("""
                UPDATE account SET state = :state, disabled = CASE WHEN :state = 'disabled' THEN now() END,
                       version = version + 1
                 WHERE id = :id""").param("state", state.code()).param("id", id).update();
    }

    /** Replaces the proposals; what is granted stays. */
    void setProposed(int id, Set<Role> roles, String by) {
        jdbc.sql("DELETE FROM account_role WHERE account_id = ? AND NOT granted")
                .param(id)
                .update();
        add(id, roles, false, by);
        touch(id);
    }

    /** Replaces everything granted and proposed. */
    void setGranted(int id, Set<Role> roles, String by) {
        jdbc.sql("DELETE FROM account_role WHERE account_id = :id AND NOT (granted AND role = ANY(:roles))")
                .param("id", id)
                .param("roles", names(roles))
                .update();
        add(id, roles, true, by);
        touch(id);
    }

    private void add(int id, Set<Role> roles, boolean granted, String by) {
        for (Role role : roles) {
            jdbc.sql("""
                    INSERT INTO account_role (account_id, role, granted, decided_by) VALUES (?, ?, ?, ?)
                    ON CONFLICT (account_id, role) DO NOTHING""").params(id, role.name(), granted, by).update();
        }
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }

    private void touch(int id) {
        jdbc.sql("UPDATE account SET version = version + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    /** How many active accounts hold the role. */
    int holders(Role role) {
        return jdbc.sql("""
                SELECT count(*) FROM account_role r JOIN account a ON a.id = r.account_id
                 WHERE r.granted AND r.role = ? AND a.state = 'active'""").param(role.name()).query(Integer.class).single();
    }

    private static User row(ResultSet row, int number) throws SQLException {
        Integer unit = row.getObject("unit_id", Integer.class);
        return new User(
                row.getInt("id"),
                row.getInt("version"),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("phone"),
                row.getString("email"),
                unit == null
                        ? null
                        : new User.UnitRef(
                                unit,
                                row.getString("unit_code"),
                                row.getString("unit_zh"),
                                row.getString("unit_en"),
                                UnitKind.valueOf(row.getString("unit_kind").toUpperCase(Locale.ROOT))),
                AccountState.of(row.getString("state")),
                roles(row, "roles"),
                roles(row, "proposed"),
                Objects.requireNonNull(UnitRepository.cityTime(row, "created")),
                UnitRepository.cityTime(row, "last_sign_in"),
                UnitRepository.cityTime(row, "disabled"),
                row.getBoolean("must_change_password"));
    }

    private static List<Role> roles(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(Role::valueOf)
                .sorted()
                .toList();
    }
}
