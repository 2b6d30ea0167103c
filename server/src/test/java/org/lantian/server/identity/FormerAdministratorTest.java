package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.database.internal.PostgresProcess;
import org.lantian.server.testing.TestDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The one administrator of the release before")
class FormerAdministratorTest {

    @Test
    @DisplayName("is the account admin, with the same password, as system administrator")
    void carriedOver() {
        DriverManagerDataSource database =
                new DriverManagerDataSource(TestDatabases.create(), PostgresProcess.USER, TestDatabases.PASSWORD);
        FluentConfiguration migrations = Flyway.configure().dataSource(database).locations("classpath:db/migration");
        migrations.target("41").load().migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql(
                        "INSERT INTO administrator (username, password_hash, must_change_password) VALUES ('admin', 'h', false)")
                .update();
        migrations.target("latest").load().migrate();
        assertThat(jdbc.sql(
                                "SELECT username || ' ' || password_hash || ' ' || state || ' ' || must_change_password FROM account")
                        .query(String.class)
                        .list())
                .containsExactly("admin h active false");
        assertThat(jdbc.sql("SELECT role FROM account_role WHERE granted")
                        .query(String.class)
                        .list())
                .containsExactly("SYSTEM_ADMINISTRATOR");
    }
}
