package org.lantian.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lantian.server.audit.AuditChain;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * After all tests of a {@link LantianTest} class, whatever they did: the audit is provable, and holds no password, token, key or
 * session that was used, nor anything that looks like one.
 */
public final class AuditCheck extends AbstractTestExecutionListener {

    /** Written down here once more, so that a hole in the product's own patterns shows. */
    private static final Pattern SECRET =
            Pattern.compile("\\$2[aby]\\$\\d\\d\\$|\\$argon2|Bearer [A-Za-z0-9._-]{8}|PRIVATE KEY"
                    + "|otpauth://|lantian_[A-Za-z0-9_-]{16}|LANTIAN_SESSION=|eyJ[A-Za-z0-9_-]{8,}\\.");

    @Override
    public int getOrder() {
        return 10_000; // before the context is closed: listeners are called backwards after a class
    }

    @Override
    public void afterTestClass(TestContext test) {
        if (!AnnotatedElementUtils.hasAnnotation(test.getTestClass(), LantianTest.class)
                || !test.hasApplicationContext()) {
            return;
        }
        UsedSecrets.note(test.getApplicationContext().getBean(TestServer.class).secret());
        JdbcClient jdbc = test.getApplicationContext().getBean(JdbcClient.class);
        List<String> secrets = List.copyOf(UsedSecrets.all());
        for (String table : List.of("audit_event", "audit_personal", "audit_unchained")) {
            try (Stream<String> rows = jdbc
                    .sql("SELECT t::text FROM " + table + " t")
                    .query((row, number) -> String.valueOf(row.getString(1)))
                    .stream()) {
                rows.forEach(row -> {
                    assertThat(SECRET.matcher(row).find()).as(row).isFalse();
                    assertThat(secrets.stream().filter(row::contains)).as(row).isEmpty();
                });
            }
        }
        assertThat(test.getApplicationContext()
                        .getBean(AuditChain.class)
                        .prove(List.of(), events -> {})
                        .firstFinding())
                .isNull();
    }
}
