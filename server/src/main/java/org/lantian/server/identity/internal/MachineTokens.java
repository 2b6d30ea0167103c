package org.lantian.server.identity.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.access.RoleMatrix;
import org.lantian.server.access.Standing;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.EntityRef;
import org.lantian.server.audit.Event;
import org.lantian.server.http.Keyset;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.identity.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tokens by which programs act for an account: limited to some actions, and never more than the owner may do now. */
@Component
public class MachineTokens {

    /** By which a token is recognised anywhere. */
    public static final String PREFIX = "lantian_";

    /** What no program does: who signs in, and who may do what, is for persons. */
    private static final Set<Action> FOR_PERSONS = EnumSet.of(
            Action.SIGN_IN,
            Action.SECURE_OWN_ACCOUNT,
            Action.USE_OWN_ACCOUNT,
            Action.ASSIGN_ROLES,
            Action.COMMAND_THIS_MACHINE);

    /** An action that a later release does away with must not make its tokens unreadable. */
    private static final Set<String> KNOWN =
            Arrays.stream(Action.values()).map(Action::name).collect(Collectors.toSet());

    private static final int SHOWN = PREFIX.length() + 6;
    private static final int MOST_OPEN = 20;

    private static final Keyset<MachineToken> ORDER =
            Keyset.of("t.id", Keyset.Kind.LONG, MachineToken::id).usually("-id");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final RoleMatrix matrix;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    MachineTokens(
            JdbcClient jdbc,
            Accounts accounts,
            RoleMatrix matrix,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.matrix = matrix;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A new token, whose secret is shown this once. */
    public record Fresh(String secret, MachineToken token) {

        @Override
        public String toString() {
            return "token " + token.prefix();
        }
    }

    /** A token in the audit. */
    private record Facts(String name, String prefix, List<Action> actions, String expires) {}

    /** Makes a token for who acts, limited to actions that the own roles allow. */
    public Fresh create(String name, Set<Action> actions, @Nullable Instant expires) {
        Actor actor = Actor.current();
        check(actor, name.strip(), actions, expires);
        String secret = PREFIX + RandomToken.create(random);
        return Objects.requireNonNull(transaction.execute(status -> {
            int id = jdbc.sql("""
                    INSERT INTO machine_token (account_id, name, prefix, hash, actions, expires)
                    VALUES (:account, :name, :prefix, :hash, :actions, :expires) RETURNING id""")
                    .param("account", actor.accountId())
                    .param("name", name.strip())
                    .param("prefix", secret.substring(0, SHOWN))
                    .param("hash", RandomToken.hash(secret))
                    .param(
                            "actions",
                            actions.stream().sorted().map(Action::name).toArray(String[]::new))
                    .param("expires", expires == null ? null : expires.atOffset(ZoneOffset.UTC))
                    .query(Integer.class)
                    .single();
            MachineToken token = find("t.id = ?", id).orElseThrow();
            record("token.created", token, "");
            return new Fresh(secret, token);
        }));
    }

    private void check(Actor actor, String name, Set<Action> actions, @Nullable Instant expires) {
        if (actor.kind() != Actor.Kind.PERSON) {
            throw Refusals.forbidden(
                    "people.token-owner", "令牌只能由本人登录后创建。", "Only a person who signed in makes tokens.");
        }
        if (name.isEmpty() || name.length() > 100) {
            throw Refusals.field("name", name, "1–100 个字符", "1–100 characters");
        }
        for (Action action : actions) {
            if (FOR_PERSONS.contains(action) || !matrix.allows(actor, action)) {
                throw Refusals.field(
                        "actions",
                        action.name(),
                        "本人角色允许且可由程序执行的操作",
                        "actions that your roles allow and that a program may take");
            }
        }
        if (actions.isEmpty()) {
            throw Refusals.field("actions", "", "至少一项操作", "at least one action");
        }
        if (expires != null && !expires.isAfter(clock.instant())) {
            throw Refusals.field("expires", expires.toString(), "将来的时间", "a time in the future");
        }
        if (count(actor.accountId()) >= MOST_OPEN) {
            throw Refusals.conflict(
                    "people.too-many-tokens",
                    "每个账号至多 " + MOST_OPEN + " 个有效令牌，请先撤销不用的。",
                    "An account has at most " + MOST_OPEN + " good tokens; revoke some first.");
        }
    }

    /** What a secret that somebody shows comes to. */
    sealed interface Shown {

        /** It is good. */
        record Good(Actor actor) implements Shown {}

        /**
         * It lets nobody in.
         *
         * @param why for whoever holds it
         */
        record Refused(BilingualText why) implements Shown {}
    }

    /** Who acts by this token; refused, and taken down, unless it is good and its owner active. */
    Shown examine(String secret) {
        Optional<MachineToken> known = find("t.hash = ?", RandomToken.hash(secret));
        Instant now = clock.instant();
        Shown shown = known.map(token -> examine(token, now))
                .orElseGet(() -> new Shown.Refused(new BilingualText("令牌无效。", "There is no such token.")));
        if (shown instanceof Shown.Good) {
            markUsed(known.orElseThrow().id(), now);
        } else {
            refuse(known);
        }
        return shown;
    }

    private Shown examine(MachineToken token, Instant now) {
        if (token.revoked() != null) {
            return new Shown.Refused(new BilingualText("此令牌已撤销。", "This token was revoked."));
        }
        OffsetDateTime expires = token.expires();
        if (expires != null && !now.isBefore(expires.toInstant())) {
            return new Shown.Refused(
                    new BilingualText("此令牌已于 " + expires + " 过期。", "This token expired at " + expires + "."));
        }
        return accounts.findActor(Actor.Kind.TOKEN, token.accountId(), Standing.FULL)
                .<Shown>map(owner -> new Shown.Good(owner.limitedTo(Set.copyOf(token.actions()))))
                .orElseGet(() ->
                        new Shown.Refused(new BilingualText("此令牌所属账号已停用。", "The account of this token is disabled.")));
    }

    private void refuse(Optional<MachineToken> known) {
        Event refused = Event.of("token.refused");
        audit.recordBounded(known.map(token -> refused.on(entity(token), token.prefix())
                        .after(Map.of("accountId", token.accountId(), "name", token.name())))
                .orElse(refused));
    }

    private void markUsed(int id, Instant now) {
        jdbc.sql("""
                UPDATE machine_token SET last_used = :now
                 WHERE id = :id AND (last_used IS NULL OR last_used < :now - interval '1 minute')""").param("now", now.atOffset(ZoneOffset.UTC)).param("id", id).update();
    }

    public Page<MachineToken> list(int accountId, PageQuery query) {
        Keyset.Slice<MachineToken> slice = ORDER.slice(query);
        return slice.page(jdbc.sql("SELECT * FROM machine_token t WHERE account_id = :account AND "
                        + slice.condition()
                        + slice.order())
                .param("account", accountId)
                .params(slice.parameters())
                .query(MachineTokens::row)
                .list());
    }

    /** Makes a token of this account void for good. */
    public void revoke(int accountId, int id, String reason) {
        transaction.executeWithoutResult(status -> {
            MachineToken token = find("t.id = ?", id)
                    .filter(found -> found.accountId() == accountId)
                    .orElseThrow(() -> Refusals.noToken(id));
            if (token.revoked() == null) {
                jdbc.sql("UPDATE machine_token SET revoked = now() WHERE id = ?")
                        .param(id)
                        .update();
                record("token.revoked", token, reason);
            }
        });
    }

    /** Makes all tokens of an account void, in the caller's transaction; gives how many were good. */
    int revokeAll(int accountId) {
        int good = count(accountId);
        jdbc.sql("UPDATE machine_token SET revoked = now() WHERE account_id = ? AND revoked IS NULL")
                .param(accountId)
                .update();
        return good;
    }

    /** How many good tokens the account has. */
    int count(int accountId) {
        return jdbc.sql("""
                SELECT count(*) FROM machine_token
                 WHERE account_id = ? AND revoked IS NULL AND (expires IS NULL OR expires > ?)""")
                .params(accountId, clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private void record(String action, MachineToken token, String reason) {
        Facts facts = new Facts(
                token.name(),
                token.prefix(),
                token.actions(),
                token.expires() == null ? "" : token.expires().toString());
        audit.record(
                Event.of(action).on(entity(token), token.prefix()).after(facts).reason(reason));
    }

    private static EntityRef entity(MachineToken token) {
        return EntityRef.of("machine-token", token.id());
    }

    private Optional<MachineToken> find(String where, Object key) {
        return jdbc.sql("SELECT * FROM machine_token t WHERE " + where)
                .param(key)
                .query(MachineTokens::row)
                .optional();
    }

    private static MachineToken row(ResultSet row, int number) throws SQLException {
        return new MachineToken(
                row.getInt("id"),
                row.getInt("account_id"),
                row.getString("name"),
                row.getString("prefix"),
                Arrays.stream((String[]) row.getArray("actions").getArray())
                        .filter(KNOWN::contains)
                        .map(Action::valueOf)
                        .toList(),
                Objects.requireNonNull(UnitRepository.cityTime(row, "created")),
                UnitRepository.cityTime(row, "expires"),
                UnitRepository.cityTime(row, "last_used"),
                UnitRepository.cityTime(row, "revoked"));
    }
}
