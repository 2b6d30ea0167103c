package org.lantian.server.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Scope;
import org.lantian.server.audit.AuditLog;
import org.lantian.server.audit.Event;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.identity.AccountState;
import org.lantian.server.identity.PasswordLinks;
import org.lantian.server.problem.ApiError;
import org.lantian.server.problem.FieldError;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists accounts, makes them and keeps what is known of their persons. What they may do is for {@link RoleService}. */
@Service
public class UserService {

    private final UserRepository users;
    private final UserRules rules;
    private final PasswordLinks links;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    UserService(
            UserRepository users,
            UserRules rules,
            PasswordLinks links,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.users = users;
        this.rules = rules;
        this.links = links;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** An account that was made, with the link by which its person chooses a password, shown once. */
    public record Created(User user, PasswordLinks.Link link) {}

    /** Telephone and e-mail in full. */
    public record Contact(String phone, String email) {

        @Override
        public String toString() {
            return "contact data";
        }
    }

    /**
     * What is to be known of a person.
     *
     * @param phone null to leave it as it is
     * @param email null to leave it as it is
     */
    public record PersonChange(
            String displayName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable Integer unitId) {

        @Override
        public String toString() {
            return "change of a person's data";
        }
    }

    /** A part of the accounts within the actor's scope. */
    public Page<User> list(UserFilter filter, PageQuery query) {
        return users.list(filter, Actor.current().scope(), query);
    }

    public User get(int id) {
        return users.find(id, Actor.current().scope()).orElseThrow(() -> Refusals.noUser(id));
    }

    /** One's own account, whatever the scope. */
    public User self() {
        int id = Actor.current().accountId();
        return users.find(id, Scope.EVERYWHERE).orElseThrow(() -> Refusals.noUser(id));
    }

    /** Who reads contact data in full is taken down. */
    public Contact readContact(int id) {
        User user = get(id);
        audit.recordAlone(Event.of("personal.read")
                .on(UserEvents.entity(user.id()), user.username())
                .after(Map.of("fields", List.of("phone", "email"))));
        return new Contact(user.phone(), user.email());
    }

    public Created create(UserDraft draft, String reason) {
        try {
            return createChecked(draft, reason);
        } catch (DuplicateKeyException e) {
            refuse(List.of(taken(draft.username()))); // somebody else took the name in this very moment
            throw e;
        }
    }

    private Created createChecked(UserDraft draft, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<UserRules.Fault> faults = rules.faults(draft, rules.place(draft.unitId()));
            refuse(faults);
            if (!users.usernames(List.of(draft.username())).isEmpty()) {
                refuse(List.of(taken(draft.username())));
            }
            return add(draft, reason);
        }));
    }

    /** In the caller's transaction, for a draft in which nothing is wrong. */
    Created add(UserDraft draft, String reason) {
        int id = users.add(draft, Actor.current().name());
        User created = users.find(id, Scope.EVERYWHERE).orElseThrow();
        audit.record(UserEvents.of("account.created", null, created, reason));
        return new Created(created, links.issue(id));
    }

    static UserRules.Fault taken(String username) {
        return new UserRules.Fault(
                "username", username, new BilingualText("未被使用的用户名", "a user name that is not in use"));
    }

    /** Changes name, contact data and unit. A unit in which present roles make no sense is refused. */
    public User change(int id, ExpectedVersion expected, PersonChange change, String reason) {
        return in(id, () -> change(get(id), expected, change, reason));
    }

    /** One's own name and contact data. */
    public User changeSelf(ExpectedVersion expected, String displayName, Contact contact) {
        return in(Actor.current().accountId(), () -> {
            User self = self();
            PersonChange change = new PersonChange(
                    displayName,
                    contact.phone(),
                    contact.email(),
                    self.unit() == null ? null : self.unit().id());
            return change(self, expected, change, "");
        });
    }

    private User change(User before, ExpectedVersion expected, PersonChange change, String reason) {
        expected.check(before.version(), before.username());
        String name = change.displayName().strip();
        String phone =
                Objects.requireNonNullElse(change.phone(), before.phone()).strip();
        String email =
                Objects.requireNonNullElse(change.email(), before.email()).strip();
        refuse(rules.faultsOfPerson(name, phone, email));
        Integer present = before.unit() == null ? null : before.unit().id();
        if (!Objects.equals(present, change.unitId())) {
            UserRules.Place place = rules.place(change.unitId());
            refuse(rules.faultsOfUnit(place));
            refuse(rules.faultsOfRoles(Set.copyOf(before.roles()), place, "unitId"));
        }
        users.change(before.id(), name, phone, email, change.unitId());
        User after = users.find(before.id(), Scope.EVERYWHERE).orElseThrow();
        audit.record(UserEvents.of("account.changed", before, after, reason));
        return after;
    }

    /** A disabled account comes back with the roles it had, which a security administrator may have withdrawn meanwhile. */
    public User enable(int id, ExpectedVersion expected, String reason) {
        return in(id, () -> {
            User before = get(id);
            expected.check(before.version(), before.username());
            if (before.state() != AccountState.DISABLED) {
                return before;
            }
            users.setState(id, before.roles().isEmpty() ? AccountState.PENDING : AccountState.ACTIVE);
            User after = get(id);
            audit.record(UserEvents.of("account.enabled", before, after, reason));
            return after;
        });
    }

    private User in(int id, Supplier<User> change) {
        return Objects.requireNonNull(transaction.execute(status -> {
            users.lock(id);
            return change.get();
        }));
    }

    /** 400 that names each field, unless there is nothing to say. */
    static void refuse(List<UserRules.Fault> faults) {
        if (!faults.isEmpty()) {
            List<FieldError> errors = faults.stream()
                    .map(fault -> new FieldError(
                            fault.field(),
                            new BilingualText(
                                    "应为" + fault.expected().zh(),
                                    "Expected " + fault.expected().en())))
                    .toList();
            throw new DomainException(new ApiError(
                    400,
                    "validation",
                    new BilingualText("填写的内容有误，请看各栏的说明。", "Some fields are wrong; see the words at each."),
                    Map.of("errors", errors)));
        }
    }
}
