package org.lantian.server.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.identity.AccountState;
import org.lantian.server.identity.OpenSessions;
import org.lantian.server.identity.OpenWork;
import org.lantian.server.identity.PasswordLinks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The end of an account's work: it is disabled, its sessions end, its tokens and links are void, and what it has open is
 * given to somebody else, all of it or nothing.
 */
@Service
public class Departure {

    private final UserRepository users;
    private final UserService people;
    private final RoleService roles;
    private final MachineTokens tokens;
    private final OpenSessions sessions;
    private final PasswordLinks links;
    private final ObjectProvider<OpenWork> work;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Departure(
            UserRepository users,
            UserService people,
            RoleService roles,
            MachineTokens tokens,
            OpenSessions sessions,
            PasswordLinks links,
            ObjectProvider<OpenWork> work,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.people = people;
        this.roles = roles;
        this.tokens = tokens;
        this.sessions = sessions;
        this.links = links;
        this.work = work;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Work of one kind. */
    public record Work(String kind, BilingualText title, int count) {}

    /**
     * What an account leaves.
     *
     * @param work kinds of which it has any open
     * @param tokens that are good now and would be void
     */
    public record Left(List<Work> work, int tokens) {}

    /** What was done. */
    public record Done(User user, List<Work> handedOver, int tokensRevoked, int sessionsEnded) {}

    /** What the account would leave now. */
    public Left preview(int id) {
        User user = people.get(id);
        return new Left(open(user.id()), tokens.count(user.id()));
    }

    /** Disables an account that has no open work; what has is handed over first. */
    public Done disable(int id, ExpectedVersion expected, String reason) {
        return end(id, expected, null, reason);
    }

    /** Gives everything open to somebody else and disables the account. */
    public Done handOver(int id, ExpectedVersion expected, int to, String reason) {
        return end(id, expected, to, reason);
    }

    private Done end(int id, ExpectedVersion expected, @Nullable Integer to, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            users.lockRoles(); // before any account, so that two departures into each other's hands wait and don't
            // lock up
            users.lock(id);
            User before = people.get(id);
            expected.check(before.version(), before.username());
            if (id == Actor.current().accountId()) {
                throw Refusals.forbidden("people.own-account", "不能停用本人账号。", "Nobody disables the own account.");
            }
            roles.refuseVacancyWithout(before);
            List<Work> handedOver = to == null ? List.of() : handOver(before, to, reason);
            if (to == null && !open(id).isEmpty()) {
                throw Refusals.conflict(
                        "people.open-work", "该账号有未结工作，请先移交。", "The account has open work; hand it over to somebody.");
            }
            if (before.state() != AccountState.DISABLED) {
                users.setState(id, AccountState.DISABLED);
            }
            int revoked = tokens.revokeAll(id);
            links.revoke(id);
            User after = people.get(id);
            audit.record(UserEvents.of("account.disabled", before, after, reason));
            return new Done(after, handedOver, revoked, sessions.end(id));
        }));
    }

    private List<Work> handOver(User from, int to, String reason) {
        users.lock(to);
        User successor = users.find(to, Actor.current().scope())
                .filter(user -> user.state() == AccountState.ACTIVE && user.id() != from.id())
                .orElseThrow(() -> Refusals.field(
                        "toUserId", Integer.toString(to), "另一个状态正常的账号", "another account that is active"));
        List<Work> done = new ArrayList<>();
        work.orderedStream().forEach(kind -> {
            int count = kind.handOver(from.id(), successor.id());
            if (count > 0) {
                done.add(new Work(kind.kind(), kind.title(), count));
            }
        });
        audit.record(Event.of("account.work-handed-over")
                .on(UserEvents.entity(from.id()), from.username())
                .after(Map.of(
                        "to",
                        successor.username(),
                        "work",
                        done.stream()
                                .map(each -> each.kind() + ": " + each.count())
                                .toList()))
                .reason(reason));
        return done;
    }

    private List<Work> open(int accountId) {
        return work.orderedStream()
                .map(kind -> new Work(kind.kind(), kind.title(), kind.count(accountId)))
                .filter(kind -> kind.count() > 0)
                .toList();
    }
}
