package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.identity.PasswordLinks;
import org.lantian.server.identity.internal.Passwords;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One-time links for choosing a password. The token travels in bodies only, never in an address that is logged. */
@RestController
@RequestMapping("/api/v1/password-resets")
@Tag(name = "password links")
class PasswordLinkController {

    private final Passwords passwords;
    private final SessionView view;

    PasswordLinkController(Passwords passwords, SessionView view) {
        this.passwords = passwords;
        this.view = view;
    }

    record LinkRequest(@NotNull @Size(min = 1, max = 200) String username) {}

    /**
     * A link, shown once.
     *
     * @param path of the page on this server
     * @param expires in city time
     */
    record NewLink(String username, String path, OffsetDateTime expires) {

        @Override
        public String toString() {
            return "a link for " + username;
        }
    }

    record Token(@NotNull @Size(min = 1, max = 200) String token) {

        @Override
        public String toString() {
            return "a token";
        }
    }

    /**
     * Whose link it is, and what the password must be.
     *
     * @param expires until when the link is good, in city time
     */
    record LinkOwner(
            String username, String displayName, OffsetDateTime expires, SessionView.PasswordRulesView passwordRules) {}

    record Redemption(
            @NotNull @Size(min = 1, max = 200) String token,
            @NotNull @Size(min = 1, max = 1000) String newPassword) {

        @Override
        public String toString() {
            return "a new password";
        }
    }

    /** An earlier link of the account is void from then on. */
    @PostMapping
    @Access(Action.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.CREATED)
    @SecretAnswer
    @Operation(
            operationId = "issuePasswordLink",
            summary = "为用户生成一次性改密链接 / make a one-time link for choosing a password")
    NewLink issue(@RequestBody @Valid LinkRequest body) {
        PasswordLinks.Link link = passwords.issueLink(body.username());
        return new NewLink(body.username(), link.path(), SessionView.cityTime(link.expires()));
    }

    @PostMapping("/check")
    @Access(Action.SIGN_IN)
    @Operation(operationId = "checkPasswordLink", summary = "链接属于谁 / whose link this is")
    LinkOwner check(@RequestBody @Valid Token body) {
        Passwords.OpenLink link = passwords.openLink(body.token());
        return new LinkOwner(
                link.owner().username(),
                link.owner().displayName(),
                SessionView.cityTime(link.expires()),
                view.passwordRules());
    }

    @PostMapping("/redemption")
    @Access(Action.SIGN_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "redeemPasswordLink", summary = "用链接设置新密码 / choose a new password by the link")
    void redeem(@RequestBody @Valid Redemption body) {
        passwords.redeem(body.token(), body.newPassword());
    }
}
