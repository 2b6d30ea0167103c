package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@LantianTest
@TestPropertySource(properties = "lantian.identity.combined-administrators=true")
@DisplayName("Where the operator chose to combine the administrators")
class CombinedAdministratorsTest {

    private final Administrators administrators;
    private final Accounts accounts;

    @Autowired
    CombinedAdministratorsTest(Administrators administrators, Accounts accounts) {
        this.administrators = administrators;
        this.accounts = accounts;
    }

    @Test
    @DisplayName("an installation begins with one account that holds the three roles")
    void combined() {
        assertThat(administrators.createMissing().stream().map(Administrators.InitialPassword::username))
                .containsExactly("admin");
        assertThat(accounts.roles(
                        accounts.findCredentials("admin").orElseThrow().accountId()))
                .containsExactlyInAnyOrder(
                        Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);
    }
}
