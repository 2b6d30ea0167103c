package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;

@LantianTest
@DisplayName("The administrators that an installation begins with")
class AdministratorsTest {

    private final Administrators administrators;
    private final Accounts accounts;

    @Autowired
    AdministratorsTest(Administrators administrators, Accounts accounts) {
        this.administrators = administrators;
        this.accounts = accounts;
    }

    @Test
    @DisplayName("are three people, each with one role and an initial password of their own, and are made once")
    void separate() {
        var made = administrators.createMissing();
        assertThat(made.stream().map(Administrators.InitialPassword::username))
                .containsExactly("admin", "security", "audit");
        assertThat(made.stream().map(Administrators.InitialPassword::password).distinct())
                .hasSize(3)
                .allMatch(password -> password.length() == 16);
        assertThat(roles("admin")).containsExactly(Role.SYSTEM_ADMINISTRATOR);
        assertThat(roles("security")).containsExactly(Role.SECURITY_ADMINISTRATOR);
        assertThat(roles("audit")).containsExactly(Role.AUDIT_ADMINISTRATOR);
        assertThat(accounts.findCredentials("AUDIT").orElseThrow().mustChangePassword())
                .isTrue();
        assertThat(administrators.createMissing()).isEmpty();
        assertThat(made.toString()).doesNotContain(made.getFirst().password());
    }

    private Set<Role> roles(String username) {
        return accounts.roles(accounts.findCredentials(username).orElseThrow().accountId());
    }
}
