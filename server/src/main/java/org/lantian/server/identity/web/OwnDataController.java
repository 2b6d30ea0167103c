package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.ExpectedVersion;
import org.lantian.server.http.Versions;
import org.lantian.server.identity.internal.User;
import org.lantian.server.identity.internal.UserService;
import org.lantian.server.problem.Languages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own data. */
@RestController
@RequestMapping("/api/v1/account")
@Tag(name = "account")
class OwnDataController {

    private final UserService users;

    OwnDataController(UserService users) {
        this.users = users;
    }

    /** What everybody may change about themselves. */
    record OwnData(
            @NotNull @Size(max = 50) String displayName,
            @NotNull @Size(max = 30) String phone,
            @NotNull @Size(max = 260) String email) {}

    @GetMapping
    @Access(Action.USE_OWN_ACCOUNT)
    @Operation(operationId = "getOwnAccount", summary = "本人资料 / one's own data")
    ResponseEntity<UserView> get(HttpServletRequest request) {
        return answer(users.self(), request);
    }

    @PutMapping
    @Access(Action.USE_OWN_ACCOUNT)
    @Operation(operationId = "changeOwnAccount", summary = "修改本人姓名和联系方式 / change one's own name and contact data")
    ResponseEntity<UserView> change(
            ExpectedVersion expected, @RequestBody @Valid OwnData data, HttpServletRequest request) {
        User present = users.self();
        expected.check(present.version(), UserView.inFull(present, Languages.of(request)));
        UserService.Contact contact = new UserService.Contact(data.phone(), data.email());
        return answer(users.changeSelf(expected, data.displayName(), contact), request);
    }

    private static ResponseEntity<UserView> answer(User user, HttpServletRequest request) {
        return Versions.answer(user.version(), UserView.inFull(user, Languages.of(request)));
    }
}
