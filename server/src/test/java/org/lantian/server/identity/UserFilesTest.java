package org.lantian.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("Accounts by workbook")
class UserFilesTest {

    private static final String HEADING = "用户名,姓名,电话,邮箱,机构代码,提请角色\n";

    private final TestServer server;
    private final JdbcClient jdbc;
    private final BrowserSession system;

    @Autowired
    UserFilesTest(TestServer server, JdbcClient jdbc) {
        this.server = server;
        this.jdbc = jdbc;
        this.system = server.asRole(Role.SYSTEM_ADMINISTRATOR);
    }

    private int accounts() {
        return jdbc.sql("SELECT count(*) FROM account").query(Integer.class).single();
    }

    private TestServer.Answer importCsv(String rows, boolean dryRun) {
        return system.upload(
                "/api/v1/users/import?dryRun=" + dryRun,
                "users.csv",
                (HEADING + rows).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("are made from the filled-in template, with a link for each that is shown once")
    void filledIn() throws IOException {
        TestServer.Answer template = system.call("GET", "/api/v1/users/import/template.xlsx", "");
        assertThat(template.status()).isEqualTo(200);
        List<String> headings;
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(template.raw().body()))) {
            Row first = workbook.getFirstSheet().read().getFirst();
            headings = first.stream().map(cell -> cell.getText()).toList();
        }
        assertThat(String.join(" ", headings)).as("no column for passwords").doesNotContainPattern("密码|assword");
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(filled, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("账号");
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            List<Object> cells = List.of("Sun.Ba", "孙八", 13900001234L, "sun@example.cn", "zezhou", "县区、检查人员");
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column) instanceof Number number) {
                    sheet.value(1, column, number);
                } else {
                    sheet.value(1, column, cells.get(column).toString());
                }
            }
        }
        JsonNode done = system.upload("/api/v1/users/import", "人员.xlsx", filled.toByteArray())
                .json();
        assertThat(done.get("created").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(done.at("/links/0/link").asString()).startsWith("/password-reset#");
        JsonNode made = system.call("GET", "/api/v1/users?q=sun.ba", "").json().at("/items/0");
        assertThat(made.get("phone").asString()).isEqualTo("139****34");
        assertThat(made.get("proposedRoles").toString()).isEqualTo("[\"COUNTY\",\"INSPECTOR\"]");
        assertThat(made.get("state").asString()).isEqualTo("PENDING");
        String event = jdbc.sql(
                        "SELECT after FROM audit_event WHERE action = 'accounts.imported' AND subject = '人员.xlsx'")
                .query(String.class)
                .single();
        assertThat(event).contains("\"accounts\":1").containsPattern("\"fileSha256\":\"[0-9a-f]{64}\"");
    }

    @Test
    @DisplayName("are all made or none: each fault is named by row and field")
    void allOrNone() {
        int before = accounts();
        server.account("taken", "", Role.COUNTY);
        TestServer.Answer answer = importCsv("""
                good.one,好一,,,chengqu,县区
                Bad Name,坏二,,,chengqu,
                taken,坏三,,,,
                good.one,坏四,,,,
                five,,,,,
                six,坏六,电话,no-mail,,
                seven,坏七,,,no-such-unit,
                eight,坏八,,,chengqu,皇帝
                nine,坏九,,,,企业
                admin,坏十,,,,
                """, false);
        JsonNode result = answer.json();
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(result.get("rows").asInt()).isEqualTo(10);
        assertThat(result.get("created").asInt()).isZero();
        assertThat(result.get("links").size()).isZero();
        assertThat(result.get("errors")
                        .valueStream()
                        .map(error -> error.get("row").asInt() + " "
                                + error.get("field").asString()))
                .containsExactly(
                        "3 username",
                        "4 username",
                        "5 username",
                        "6 displayName",
                        "7 phone",
                        "7 email",
                        "8 unit",
                        "9 roles",
                        "10 roles",
                        "11 username");
        assertThat(accounts()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("are made as many as a sheet may hold within the time in which a person waits")
    void largest() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            rows.append("many.").append(i).append(",众,1390000").append(1000 + i).append(",m@example.cn,chengqu,县区\n");
        }
        importCsv("warm.up,热,,,chengqu,县区\n", false);
        long began = System.nanoTime();
        JsonNode result = importCsv(rows.toString(), false).json();
        // measured 0.95 s; the bound leaves room for a busy machine
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        assertThat(result.get("links").size()).isEqualTo(500);
    }

    @Test
    @DisplayName("are only checked in a dry run")
    void dryRun() {
        int before = accounts();
        JsonNode result = importCsv("dry.run,试一,,,chengqu,县区\n", true).json();
        assertThat(result.get("rows").asInt()).isEqualTo(1);
        assertThat(result.get("errors").size()).isZero();
        assertThat(result.get("created").asInt()).isZero();
        assertThat(accounts()).isEqualTo(before);
    }

    @Test
    @DisplayName("are refused with a sheet of other headings, with formulas, too many rows, or a file that is no table")
    void refused() throws IOException {
        assertThat(system.upload(
                                "/api/v1/users/import",
                                "x.csv",
                                "用户名,姓名,密码\na.b,甲,secret123\n".getBytes(StandardCharsets.UTF_8))
                        .json()
                        .get("detail")
                        .asString())
                .contains("密码", "表头");
        assertThat(importCsv("u1,甲,,,,\n".repeat(501), false).status()).isEqualTo(400);
        assertThat(system.upload("/api/v1/users/import", "x.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0})
                        .status())
                .isEqualTo(400);
        ByteArrayOutputStream formula = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(formula, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("账号");
            sheet.value(0, 0, "用户名");
            sheet.value(0, 1, "姓名");
            sheet.formula(1, 0, "CONCATENATE(\"ad\",\"min\")");
            sheet.value(1, 1, "甲");
        }
        JsonNode result = system.upload("/api/v1/users/import", "f.xlsx", formula.toByteArray())
                .json();
        assertThat(result.at("/errors/0/row").asInt()).as(result.toString()).isEqualTo(2);
        assertThat(result.get("created").asInt()).isZero();
    }

    @Test
    @DisplayName("leave the house masked and without formulas, within the scope, and that is taken down")
    void export() throws IOException {
        assertThat(importCsv("formula.f,=1+1,13700009999,f@example.cn,chengqu,\n", false)
                        .json()
                        .get("created")
                        .asInt())
                .isEqualTo(1);
        String csv = system.call("GET", "/api/v1/users/export?format=csv&lang=en&q=formula.f", "")
                .text();
        assertThat(csv)
                .startsWith("\uFEFFUser name,Name,")
                .contains("formula.f,'=1+1,137****99,f***@example.cn,chengqu");
        assertThat(csv.lines()).hasSize(2);
        TestServer.Answer xlsx = system.call("GET", "/api/v1/users/export?q=formula.f", "");
        assertThat(xlsx.header("Content-Disposition")).startsWith("attachment");
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(xlsx.raw().body()))) {
            Row row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCell(1).getFormula()).isNull();
            assertThat(row.getCell(1).getText()).isEqualTo("'=1+1");
        }
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_event WHERE action = 'data.exported' AND subject LIKE 'users.%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(server.asRole(Role.COUNTY)
                        .call("GET", "/api/v1/users/export", "")
                        .status())
                .isEqualTo(403);
    }
}
