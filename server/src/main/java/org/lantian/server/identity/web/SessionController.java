package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.access.Standing;
import org.lantian.server.identity.internal.LoginService;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Login, logout, and the administrator's password. */
@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "session")
class SessionController {

    private final LoginService login;

    SessionController(LoginService login) {
        this.login = login;
    }

    /**
     * Who is asking.
     *
     * @param username of who is logged in, null when nobody is
     * @param administrator whether changes may be made now
     * @param mustChangePassword whether a new password must be chosen before anything else
     */
    record Session(@Nullable String username, boolean administrator, boolean mustChangePassword) {}

    record Credentials(
            @NotNull @Size(min = 1, max = 200) String username,
            @NotNull @Size(min = 1, max = 1000) String password) {}

    record PasswordChange(
            @NotNull @Size(min = 1, max = 1000) String currentPassword,
            @NotNull @Size(min = 1, max = 1000) String newPassword) {}

    /** Also hands out the CSRF token as a cookie, which the pages send back as a header with each change. */
    @GetMapping
    @Access(Action.SIGN_IN)
    @Operation(operationId = "currentSession", summary = "当前会话 / who is logged in")
    Session current(HttpServletRequest request, @Nullable Authentication authentication) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken(); // the cookie is only written when somebody asks for the token
        }
        return session(authentication);
    }

    @PostMapping
    @Access(Action.SIGN_IN)
    @Operation(operationId = "login", summary = "登录 / log in")
    Session login(
            @RequestBody @Valid Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        return session(login.login(credentials.username(), credentials.password(), request, response));
    }

    @DeleteMapping
    @Access(Action.SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "logout", summary = "退出 / log out")
    void logout(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** Ends all other sessions. */
    @PostMapping("/password")
    @Access(Action.SECURE_OWN_ACCOUNT)
    @Operation(operationId = "changePassword", summary = "修改密码 / change the password")
    Session changePassword(
            @RequestBody @Valid PasswordChange change,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        return session(login.changePassword(
                authentication.getName(), change.currentPassword(), change.newPassword(), request, response));
    }

    private static Session session(@Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof Actor actor)) {
            return new Session(null, false, false);
        }
        boolean mustChange = actor.standing() == Standing.MUST_CHANGE_PASSWORD;
        return new Session(actor.name(), !mustChange, mustChange);
    }
}
