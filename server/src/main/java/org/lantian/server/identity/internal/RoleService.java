package org.lantian.server.identity.internal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lantian.quantities.BilingualText;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Role;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.identity.AccountState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Roles take two people: a system administrator proposes them, a security administrator grants them, and neither decides
 * about the own account.
 */
@Service
public class RoleService {

    /** Without one active holder of each the installation could not be administered. */
    private static final Set<Role> NEVER_VACANT =
            EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private final UserRepository users;
    private final UserService people;
    private final UserRules rules;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    RoleService(
            UserRepository users,
            UserService people,
            UserRules rules,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.people = people;
        this.rules = rules;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Replaces what is proposed for the account; a role that it holds already is no proposal. */
    public User propose(int id, ExpectedVersion expected, Set<Role> roles, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            User before = begin(id, expected);
            Set<Role> fresh = new HashSet<>(roles);
            fresh.removeAll(before.roles());
            UserService.refuse(rules.faultsOfRoles(fresh, place(before), "roles"));
            users.setProposed(id, fresh, Actor.current().name());
            User after = people.get(id);
            audit.record(UserEvents.of("account.roles-proposed", before, after, reason));
            return after;
        }));
    }

    /**
     * Makes these the roles of the account: what is proposed is granted or turned down, what it held is kept or
     * withdrawn.
     */
    public User decide(int id, ExpectedVersion expected, Set<Role> roles, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            User before = begin(id, expected);
            refuseUnproposed(before, roles);
            UserService.refuse(rules.faultsOfRoles(roles, place(before), "roles"));
            Set<Role> withdrawn = new HashSet<>(before.roles());
            withdrawn.removeAll(roles);
            if (before.state() == AccountState.ACTIVE) {
                refuseVacancy(withdrawn);
            }
            users.setGranted(id, roles, Actor.current().name());
            if (before.state() != AccountState.DISABLED) {
                AccountState state = roles.isEmpty() ? AccountState.PENDING : AccountState.ACTIVE;
                if (state != before.state()) {
                    users.setState(id, state);
                }
            }
            User after = people.get(id);
            audit.record(UserEvents.of("account.roles-granted", before, after, reason));
            return after;
        }));
    }

    /** Refuses, within the transaction, that the account goes while nobody else holds its administrator's role. */
    void refuseVacancyWithout(User user) {
        users.lockRoles();
        if (user.state() == AccountState.ACTIVE) {
            refuseVacancy(Set.copyOf(user.roles()));
        }
    }

    private User begin(int id, ExpectedVersion expected) {
        users.lockRoles();
        users.lock(id);
        User before = people.get(id);
        expected.check(before.version(), before.username());
        if (id == Actor.current().accountId()) {
            throw Refusals.forbidden(
                    "people.own-roles",
                    "任何人不得为本人提请、授予或收回角色。",
                    "Nobody proposes, grants or withdraws roles of the own account.");
        }
        return before;
    }

    private static void refuseUnproposed(User before, Set<Role> roles) {
        Set<Role> unproposed = new HashSet<>(roles);
        unproposed.removeAll(before.roles());
        unproposed.removeAll(before.proposedRoles());
        if (!unproposed.isEmpty()) {
            UserService.refuse(List.of(new UserRules.Fault(
                    "roles",
                    unproposed.stream().sorted().map(Role::name).collect(Collectors.joining(", ")),
                    new BilingualText(
                            "系统管理员已提请的角色，或该账号已有的角色",
                            "roles that a system administrator proposed or that the account holds"))));
        }
    }

    private void refuseVacancy(Set<Role> lost) {
        for (Role role : lost) {
            if (NEVER_VACANT.contains(role) && users.holders(role) <= 1) {
                throw Refusals.conflict(
                        "people.last-administrator",
                        "这是最后一个可用的" + role.text().zh() + "，须先有他人担任。",
                        "This is the last " + role.text().en()
                                + " that can sign in; somebody else must hold the role first.");
            }
        }
    }

    private UserRules.Place place(User user) {
        return rules.place(user.unit() == null ? null : user.unit().id());
    }
}
