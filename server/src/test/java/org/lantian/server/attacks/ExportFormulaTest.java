package org.lantian.server.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LantianTest
@DisplayName("No cell of an exported table is a formula:")
class ExportFormulaTest {

    private static final List<String> FORMULAS =
            List.of("=HYPERLINK(\"https://evil.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1");

    private final TestServer server;
    private final JdbcClient jdbc;

    @Autowired
    ExportFormulaTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
    }

    @Test
    @DisplayName("every endpoint that gives CSV")
    void csv() {
        for (int i = 0; i < FORMULAS.size(); i++) {
            int id = server.account("formula-" + i, "", Role.COUNTY);
            jdbc.sql("UPDATE account SET display_name = ?, email = ? WHERE id = ?")
                    .params(FORMULAS.get(i), FORMULAS.get(i), id)
                    .update();
        }
        List<String> cells = new ArrayList<>();
        int exports = 0;
        for (ApiOperation operation : ApiOperation.all(server)) {
            boolean csv = operation.produces().contains("text/csv")
                    || operation.path().endsWith(".csv")
                    || operation.path().endsWith("/export");
            if (!csv || !operation.method().equals("GET")) {
                continue;
            }
            String address = operation.queryParameters().containsKey("format")
                    ? operation.address("format", "csv")
                    : operation.address();
            TestServer.Answer answer = server.getAsAdministrator(address);
            if (answer.status() == 200 && answer.header("Content-Type").startsWith("text/csv")) {
                exports++;
                answer.text().lines().forEach(line -> {
                    for (String cell : line.replace("\uFEFF", "").split(",", -1)) {
                        if (isFormula(cell)) {
                            cells.add(operation + ": " + cell);
                        }
                    }
                });
            }
        }
        assertThat(exports).as("exports that were looked at").isPositive();
        assertThat(cells).isEmpty();
    }

    private static boolean isFormula(String cell) {
        String inner = cell.startsWith("\"") ? cell.substring(1) : cell;
        return !inner.isEmpty() && "=+-@\t\r".indexOf(inner.charAt(0)) >= 0 && !inner.matches("-?\\d+(\\.\\d+)?\"?");
    }
}
