package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.DomainException;
import org.lantian.server.access.Role;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;

@LantianTest
@DisplayName("A password asked for before the first start")
class AdministratorBeforeStartTest {

    private final Administrators administrators;
    private final Accounts accounts;

    @Autowired
    AdministratorBeforeStartTest(Administrators administrators, Accounts accounts) {
        this.administrators = administrators;
        this.accounts = accounts;
    }

    @Test
    @DisplayName("makes that administrator alone, and leaves the others and other names to the start")
    void onlyTheOneAskedFor() {
        Administrators.InitialPassword made = administrators.resetPassword("audit");

        assertThat(made.username()).isEqualTo("audit");
        Accounts.Credentials account = accounts.findCredentials("audit").orElseThrow();
        assertThat(account.mustChangePassword()).isTrue();
        assertThat(accounts.roles(account.accountId())).containsExactly(Role.AUDIT_ADMINISTRATOR);
        assertThat(administrators.resetPassword("audit").password()).isNotEqualTo(made.password());
        assertThatThrownBy(() -> administrators.resetPassword("nobody")).isInstanceOf(DomainException.class);
        assertThat(administrators.createMissing())
                .extracting(Administrators.InitialPassword::username)
                .containsExactly("admin", "security");
    }
}
