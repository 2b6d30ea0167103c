package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.access.Actor;
import org.lantian.server.http.Page;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.identity.SignInSettings;
import org.lantian.server.identity.internal.OpenSession;
import org.lantian.server.identity.internal.OwnSessions;
import org.lantian.server.identity.internal.Passwords;
import org.lantian.server.identity.internal.SessionContexts;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own password and sessions. */
@RestController
@RequestMapping("/api/v1/account")
@Tag(name = "account")
class OwnAccountController {

    private final Passwords passwords;
    private final OwnSessions sessions;
    private final SessionView view;
    private final SignInSettings settings;

    OwnAccountController(Passwords passwords, OwnSessions sessions, SessionView view, SignInSettings settings) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.view = view;
        this.settings = settings;
    }

    record PasswordChange(
            @NotNull @Size(min = 1, max = 1000) String currentPassword,
            @NotNull @Size(min = 1, max = 1000) String newPassword) {

        @Override
        public String toString() {
            return "a change of password";
        }
    }

    /**
     * One open session.
     *
     * @param address from which it was opened
     * @param agent as the browser calls itself
     * @param since in city time, as are the other two
     * @param lastUsed to the minute
     * @param ends however much it is used
     * @param current whether it is the one that asks
     */
    record SessionLine(
            long id,
            String address,
            String agent,
            OffsetDateTime since,
            OffsetDateTime lastUsed,
            OffsetDateTime ends,
            boolean current) {}

    /** Ends all sessions and opens a new one in place of the present. */
    @PostMapping("/password")
    @Access(Action.SECURE_OWN_ACCOUNT)
    @SecretAnswer
    @Operation(operationId = "changePassword", summary = "修改本人密码 / change one's own password")
    SessionView.Session changePassword(
            @RequestBody @Valid PasswordChange change, HttpServletRequest request, HttpServletResponse response) {
        passwords.change(Actor.current(), change.currentPassword(), change.newPassword(), request, response);
        return view.of(request);
    }

    /** At most twenty, the one last used first. */
    @GetMapping("/sessions")
    @Access(Action.USE_OWN_ACCOUNT)
    @Operation(operationId = "listOwnSessions", summary = "本人的会话 / one's own sessions")
    Page<SessionLine> list(HttpServletRequest request) {
        long current = SessionContexts.current(request).map(OpenSession::id).orElse(0L);
        return new Page<>(sessions.list(Actor.current()), null).map(session -> line(session, current));
    }

    @DeleteMapping("/sessions")
    @Access(Action.USE_OWN_ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endOtherSessions", summary = "终止本人的其他会话 / end one's other sessions")
    void endOthers(HttpServletRequest request) {
        sessions.endOthers(Actor.current(), SessionContexts.current(request));
    }

    @DeleteMapping("/sessions/{id}")
    @Access(Action.USE_OWN_ACCOUNT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endOwnSession", summary = "终止本人的一个会话 / end one of one's own sessions")
    void end(@PathVariable long id) {
        sessions.end(Actor.current(), id);
    }

    private SessionLine line(OpenSession session, long current) {
        return new SessionLine(
                session.id(),
                session.address(),
                session.agent(),
                SessionView.cityTime(session.opened()),
                SessionView.cityTime(session.lastUsed()),
                SessionView.cityTime(session.opened().plus(settings.longest())),
                session.id() == current);
    }
}
