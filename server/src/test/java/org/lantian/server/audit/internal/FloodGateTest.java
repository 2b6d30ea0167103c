package org.lantian.server.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.testing.LantianTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest(city = LantianTest.GENERATED)
@DisplayName("A flood of events that anybody can cause")
class FloodGateTest {

    private final FloodGate gate;
    private final JdbcClient jdbc;

    @Autowired
    FloodGateTest(FloodGate gate, JdbcClient jdbc) {
        this.gate = gate;
        this.jdbc = jdbc;
    }

    private static PreparedEvent refusal(String address) {
        return new PreparedEvent(
                "ANONYMOUS",
                0,
                "anonymous",
                address,
                "",
                "session.refused",
                "",
                "",
                "",
                null,
                null,
                "",
                java.util.Map.of());
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    @DisplayName("from one address writes five rows and one sum; from very many, a bounded number")
    void bounded() {
        gate.sumUp();
        for (int i = 0; i < 1000; i++) {
            gate.note(refusal("10.1.1.1"));
        }
        gate.sumUp();
        assertThat(rows("SELECT subject FROM audit_event WHERE action = 'session.refused' AND address = '10.1.1.1'"))
                .hasSize(5);
        assertThat(rows("SELECT after FROM audit_event WHERE action = 'flood.summed' AND address = '10.1.1.1'"))
                .singleElement()
                .asString()
                .contains("\"count\":995")
                .contains("session.refused");
        long before = Long.parseLong(rows("SELECT count(*) FROM audit_event").getFirst());
        for (int i = 0; i < 100_000; i++) {
            gate.note(refusal("10.2." + i / 250 + "." + i % 250));
        }
        gate.sumUp();
        long after = Long.parseLong(rows("SELECT count(*) FROM audit_event").getFirst());
        assertThat(after - before).isLessThan(720);
        assertThat(rows("SELECT after FROM audit_event WHERE action = 'flood.summed' AND address = '*'"))
                .hasSize(1);
    }
}
