package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@LantianTest
@TestPropertySource(
        properties = {"lantian.sign-in.password-profile=gb3", "lantian.sign-in.second-factor-for-administrators=true"})
@DisplayName("Where the operator chose the profile gb3 and second factors for administrators")
class StrictSignInTest {

    private final TestServer server;
    private final JdbcClient jdbc;

    @Autowired
    StrictSignInTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("a password of 90 days must be changed before anything else")
    void oldPassword() {
        int id = server.account("aged", "", Role.COUNTY);
        BrowserSession browser = server.signedIn("aged");
        jdbc.sql("UPDATE account SET password_changed = now() - interval '89 days' WHERE id = ?")
                .param(id)
                .update();
        assertThat(standing(browser)).isEqualTo("FULL");
        jdbc.sql("UPDATE account SET password_changed = now() - interval '91 days' WHERE id = ?")
                .param(id)
                .update();
        assertThat(standing(browser)).isEqualTo("MUST_CHANGE_PASSWORD");
        assertThat(browser.call("GET", "/api/v1/account/sessions", "").status()).isEqualTo(403);
        assertThat(browser.changePassword(TestServer.PASSWORD, "Blue-sky").status())
                .as("eight characters of three kinds")
                .isEqualTo(200);
        assertThat(standing(browser)).isEqualTo("FULL");
    }

    @Test
    @DisplayName("an administrator does nothing before a second factor is set up; others need none")
    void administrators() {
        BrowserSession administrator = server.asRole(Role.SYSTEM_ADMINISTRATOR);
        assertThat(standing(administrator)).isEqualTo("MUST_SET_UP_SECOND_FACTOR");
        TestServer.Answer refused = administrator.call("GET", "/api/v1/lock-outs", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("code").asString()).isEqualTo("identity.must-set-up-second-factor");
        assertThat(administrator
                        .call("GET", "/api/v1/account/second-factor", "")
                        .json()
                        .get("required")
                        .asBoolean())
                .isTrue();
        assertThat(standing(server.asRole(Role.COUNTY))).isEqualTo("FULL");
    }

    private static String standing(BrowserSession browser) {
        return browser.call("GET", "/api/v1/session", "").json().get("standing").asString();
    }
}
