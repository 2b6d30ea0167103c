package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.CityTime;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Role;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.http.Page;
import org.lantian.server.http.PageQuery;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.http.SortedBy;
import org.lantian.server.http.Versions;
import org.lantian.server.identity.internal.RoleService;
import org.lantian.server.identity.internal.User;
import org.lantian.server.identity.internal.UserDraft;
import org.lantian.server.identity.internal.UserService;
import org.lantian.server.problem.Languages;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts: list, make, change, propose and grant roles. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "users")
class UserController {

    private final UserService users;
    private final RoleService roles;

    UserController(UserService users, RoleService roles) {
        this.users = users;
        this.roles = roles;
    }

    /** An account to be. */
    record NewUser(
            @NotNull @Size(max = 50) String username,
            @NotNull @Size(max = 50) String displayName,
            @Nullable @Size(max = 30) String phone,
            @Nullable @Size(max = 260) String email,
            @Nullable Integer unitId,
            @Nullable Set<Role> proposedRoles,
            @Nullable @Size(max = 1000) String reason) {}

    /**
     * An account that was made.
     *
     * @param link page on which its person chooses a password, shown this once
     * @param linkExpires until when
     */
    record CreatedUser(UserView user, String link, OffsetDateTime linkExpires) {}

    /** A person's data; phone and e-mail stay as they are when absent, and are erased when empty. */
    record UserChange(
            @NotNull @Size(max = 50) String displayName,
            @Nullable @Size(max = 30) String phone,
            @Nullable @Size(max = 260) String email,
            @Nullable Integer unitId,
            @Nullable @Size(max = 1000) String reason) {}

    /** A whole set of roles. */
    record RoleSet(
            @NotNull Set<Role> roles,
            @Nullable @Size(max = 1000) String reason) {}

    @GetMapping
    @Access(Action.LIST_PEOPLE)
    @SortedBy({"username", "displayName", "created", "lastSignIn"})
    @Operation(operationId = "listUsers", summary = "账号列表（权限范围内） / accounts within one's scope")
    Page<UserView> list(
            @ParameterObject @Valid UserQuery filter, @ParameterObject PageQuery page, HttpServletRequest request) {
        return users.list(filter.filter(), page).map(user -> UserView.of(user, Languages.of(request)));
    }

    @GetMapping("/{id}")
    @Access(Action.LIST_PEOPLE)
    @Operation(operationId = "getUser", summary = "一个账号 / one account")
    ResponseEntity<UserView> get(@PathVariable int id, HttpServletRequest request) {
        return answer(users.get(id), request);
    }

    @GetMapping("/{id}/contact")
    @Access(Action.READ_CONTACTS)
    @Operation(operationId = "getContact", summary = "完整联系方式（读取留痕） / telephone and e-mail in full; reading is audited")
    UserService.Contact contact(@PathVariable int id) {
        return users.readContact(id);
    }

    @PostMapping
    @Access(Action.EDIT_PEOPLE)
    @SecretAnswer
    @Operation(operationId = "createUser", summary = "新建账号 / make an account")
    ResponseEntity<CreatedUser> create(@RequestBody @Valid NewUser fresh, HttpServletRequest request) {
        UserService.Created created = users.create(
                new UserDraft(
                        fresh.username(),
                        fresh.displayName(),
                        text(fresh.phone()),
                        text(fresh.email()),
                        fresh.unitId(),
                        fresh.proposedRoles() == null ? Set.of() : fresh.proposedRoles()),
                text(fresh.reason()));
        return Versions.answer(
                HttpStatus.CREATED,
                created.user().version(),
                new CreatedUser(
                        UserView.of(created.user(), Languages.of(request)),
                        created.link().path(),
                        created.link().expires().atOffset(CityTime.OFFSET)));
    }

    @PutMapping("/{id}")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "changeUser", summary = "修改姓名、联系方式和机构 / change name, contact data and unit")
    ResponseEntity<UserView> change(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid UserChange change,
            HttpServletRequest request) {
        check(id, expected, request);
        UserService.PersonChange person =
                new UserService.PersonChange(change.displayName(), change.phone(), change.email(), change.unitId());
        return answer(users.change(id, expected, person, text(change.reason())), request);
    }

    @PutMapping("/{id}/proposed-roles")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "proposeRoles", summary = "提请角色 / propose roles")
    ResponseEntity<UserView> propose(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid RoleSet set,
            HttpServletRequest request) {
        check(id, expected, request);
        return answer(roles.propose(id, expected, set.roles(), text(set.reason())), request);
    }

    @PutMapping("/{id}/roles")
    @Access(Action.ASSIGN_ROLES)
    @Operation(operationId = "grantRoles", summary = "授予或收回角色 / grant and withdraw roles")
    ResponseEntity<UserView> grant(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid RoleSet set,
            HttpServletRequest request) {
        check(id, expected, request);
        return answer(roles.decide(id, expected, set.roles(), text(set.reason())), request);
    }

    @PostMapping("/{id}/enable")
    @Access(Action.EDIT_PEOPLE)
    @Operation(operationId = "enableUser", summary = "启用账号 / enable an account")
    ResponseEntity<UserView> enable(
            @PathVariable int id,
            ExpectedVersion expected,
            @RequestBody @Valid Reason reason,
            HttpServletRequest request) {
        check(id, expected, request);
        return answer(users.enable(id, expected, reason.reason()), request);
    }

    /** Tells a stale caller how the account looks now; the change itself checks once more. */
    private void check(int id, ExpectedVersion expected, HttpServletRequest request) {
        User present = users.get(id);
        expected.check(present.version(), UserView.of(present, Languages.of(request)));
    }

    private static ResponseEntity<UserView> answer(User user, HttpServletRequest request) {
        return Versions.answer(user.version(), UserView.of(user, Languages.of(request)));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
