package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.identity.internal.PersonalDataRetention;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("Telephone and e-mail of a disabled account")
class PersonalDataRetentionTest {

    private final TestServer server;
    private final JdbcClient jdbc;
    private final PersonalDataRetention retention;

    @Autowired
    PersonalDataRetentionTest(TestServer server, JdbcClient jdbc, PersonalDataRetention retention) {
        this.server = server;
        this.jdbc = jdbc;
        this.retention = retention;
    }

    private void disabled(String username, int daysAgo) {
        server.account(username, "", Role.COUNTY);
        jdbc.sql("""
                UPDATE account SET phone = '13800005678', email = 'a@example.cn', state = 'disabled',
                       disabled = now() - make_interval(days => ?)
                 WHERE username = ?""").params(daysAgo, username).update();
    }

    private String contact(String username) {
        return jdbc.sql("SELECT phone || email FROM account WHERE username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("are kept for 180 days and then erased, which is taken down once")
    void erased() {
        disabled("long-gone", 181);
        disabled("just-gone", 179);
        server.account("still-here", "", Role.COUNTY);
        jdbc.sql("UPDATE account SET phone = '13800001111' WHERE username = 'still-here'")
                .update();
        retention.eraseOverdue();
        retention.eraseOverdue();
        assertThat(contact("long-gone")).isEmpty();
        assertThat(contact("just-gone")).isEqualTo("13800005678a@example.cn");
        assertThat(contact("still-here")).isEqualTo("13800001111");
        assertThat(jdbc.sql("SELECT subject FROM audit_event WHERE action = 'account.personal-data-erased'")
                        .query(String.class)
                        .list())
                .containsExactly("long-gone");
    }
}
