package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.identity.internal.SignIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1/session")
@Access(Action.SIGN_IN)
@Tag(name = "session")
class SessionController {

    private final SignIn signIn;
    private final SessionView view;

    SessionController(SignIn signIn, SessionView view) {
        this.signIn = signIn;
        this.view = view;
    }

    /**
     * Name and password, and once they were right, all again with the code.
     *
     * @param code of the second factor, or a recovery code
     */
    record Credentials(
            @NotNull @Size(min = 1, max = 200) String username,
            @NotNull @Size(min = 1, max = 1000) String password,
            @Nullable @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "credentials";
        }
    }

    /** Also hands out the CSRF token as a cookie, which the pages send back as a header with each change. */
    @GetMapping
    @Operation(operationId = "currentSession", summary = "当前会话 / who is signed in and what they may do")
    SessionView.Session current(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken(); // the cookie is only written when somebody asks for the token
        }
        return view.of(request);
    }

    @PostMapping
    @Operation(operationId = "login", summary = "登录 / sign in")
    SessionView.Session login(
            @RequestBody @Valid Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        signIn.signIn(credentials.username(), credentials.password(), credentials.code(), request, response);
        return view.of(request);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "logout", summary = "退出 / sign out")
    void logout(HttpServletRequest request, HttpServletResponse response) {
        signIn.signOut(request, response);
    }
}
