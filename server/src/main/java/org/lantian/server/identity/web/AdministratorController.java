package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.http.SecretAnswer;
import org.lantian.server.identity.Administrators;
import org.lantian.server.identity.internal.Passwords;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Behind {@code ./lantian admin password}. */
@RestController
@Tag(name = "session")
class AdministratorController {

    private final Passwords passwords;

    AdministratorController(Passwords passwords) {
        this.passwords = passwords;
    }

    /** Whose password; absent for the system administrator's. */
    record PasswordReset(@Nullable @Size(min = 1, max = 50) String username) {}

    /** A new password, shown this once. */
    record NewPassword(String username, String password) {}

    @SecretAnswer
    @PostMapping("/api/v1/administrator/password-reset")
    @Access(Action.COMMAND_THIS_MACHINE)
    @Operation(
            operationId = "resetPassword",
            summary = "重置任一账号的密码（仅限本机命令行） / reset any account's password (local command line only)")
    NewPassword reset(@RequestBody(required = false) @Valid @Nullable PasswordReset whose) {
        String username = whose == null || whose.username() == null ? Administrators.SYSTEM : whose.username();
        Administrators.InitialPassword fresh = passwords.reset(username);
        return new NewPassword(fresh.username(), fresh.password());
    }
}
