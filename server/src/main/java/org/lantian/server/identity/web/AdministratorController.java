package org.lantian.server.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lantian.server.access.Access;
import org.lantian.server.access.Action;
import org.lantian.server.identity.Administrator;
import org.lantian.server.identity.internal.LoginService;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind {@code ./lantian admin password}. */
@RestController
@Tag(name = "session")
class AdministratorController {

    private final LoginService login;

    AdministratorController(LoginService login) {
        this.login = login;
    }

    /** A new password, shown this once. */
    record NewPassword(String username, String password) {}

    @PostMapping("/api/v1/administrator/password-reset")
    @Access(Action.COMMAND_THIS_MACHINE)
    @Operation(
            operationId = "resetPassword",
            summary = "重置管理员密码（仅限本机命令行） / reset the administrator's password (local command line only)")
    NewPassword reset() {
        return new NewPassword(Administrator.USERNAME, login.resetPassword());
    }
}
