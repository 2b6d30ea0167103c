package org.lantian.server.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.server.access.Role;
import org.lantian.server.settings.LantianSettings;
import org.lantian.server.testing.BrowserSession;
import org.lantian.server.testing.LantianTest;
import org.lantian.server.testing.TestServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@LantianTest
@DisplayName("The second factor")
class SecondFactorTest {

    private static final String PATH = "/api/v1/account/second-factor";
    private static final String PASSWORD = "{\"password\": \"" + TestServer.PASSWORD + "\"}";
    private static final String BOTH = "{\"password\": \"" + TestServer.PASSWORD + "\", \"code\": \"%s\"}";

    private final TestServer server;
    private final JdbcClient jdbc;
    private final LantianSettings settings;
    private int shift;

    @Autowired
    SecondFactorTest(TestServer server, JdbcClient jdbc, LantianSettings settings) {
        this.server = server;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @BeforeEach
    void fresh() {
        shift = 0;
        jdbc.sql("DELETE FROM sign_in_failure").update();
    }

    /** Sets one up for a new account and gives its secret. */
    private byte[] setUp(String username, BrowserSession browser, List<String> recoveryCodes) {
        TestServer.Answer offer = browser.call("POST", PATH, PASSWORD);
        assertThat(offer.status()).as(offer.text()).isEqualTo(200);
        String secret = offer.json().get("secret").asString();
        assertThat(offer.json().get("uri").asString())
                .startsWith("otpauth://totp/")
                .contains("secret=" + secret, username);
        byte[] bytes = decode(secret);
        TestServer.Answer confirmed = browser.call("POST", PATH + "/confirmation", code(next(bytes)));
        assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
        confirmed.json().get("recoveryCodes").forEach(code -> recoveryCodes.add(code.asString()));
        return bytes;
    }

    /** The code of the next step that is still good: each is good once. */
    private String next(byte[] secret) {
        return new Totp().code(secret, Totp.step(Instant.now()) + shift++);
    }

    private static String code(String code) {
        return "{\"code\": \"" + code + "\"}";
    }

    private static byte[] decode(String base32) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int i = 0; i < bytes.length * 8; i++) {
            int bit = alphabet.indexOf(base32.charAt(i / 5)) >> (4 - i % 5) & 1;
            bytes[i / 8] |= (byte) (bit << (7 - i % 8));
        }
        return bytes;
    }

    private TestServer.Answer login(String username, String code) {
        return new BrowserSession(server)
                .call(
                        "POST",
                        "/api/v1/session",
                        "{\"username\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}"
                                .formatted(username, TestServer.PASSWORD, code));
    }

    private static String codeOf(TestServer.Answer problem) {
        return problem.json().path("code").asString("");
    }

    @Test
    @DisplayName("is set up with the password and a first code, and asked for from then on; no code is good twice")
    void signIn() {
        server.account("factor", "", Role.COUNTY);
        BrowserSession browser = server.signedIn("factor");
        assertThat(browser.call("POST", PATH, "{\"password\": \"wrong\"}").status())
                .isEqualTo(401);
        byte[] secret = setUp("factor", browser, new ArrayList<>());
        JsonNode state = browser.call("GET", PATH, "").json();
        assertThat(state.get("active").asBoolean()).isTrue();
        assertThat(state.get("recoveryCodesLeft").asInt()).isEqualTo(10);

        TestServer.Answer needed = new BrowserSession(server).login("factor", TestServer.PASSWORD);
        assertThat(needed.status()).isEqualTo(401);
        assertThat(codeOf(needed)).isEqualTo("identity.second-factor-needed");
        assertThat(needed.header("Set-Cookie")).doesNotContain("LANTIAN_SESSION=");
        assertThat(codeOf(login("factor", "000000"))).isEqualTo("identity.wrong-code");
        String code = next(secret);
        assertThat(login("factor", code).status()).isEqualTo(200);
        assertThat(codeOf(login("factor", code))).as("the same code again").isEqualTo("identity.wrong-code");
    }

    @Test
    @DisplayName("is not asked for before a first code proved that the application knows the secret")
    void unconfirmed() {
        server.account("unconfirmed", "", Role.COUNTY);
        BrowserSession browser = server.signedIn("unconfirmed");
        browser.call("POST", PATH, PASSWORD);
        assertThat(browser.call("POST", PATH + "/confirmation", code("000000")).status())
                .isEqualTo(401);
        assertThat(new BrowserSession(server)
                        .login("unconfirmed", TestServer.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("cannot be guessed: asking without a code in between takes no failure back")
    void guessing() {
        server.account("guessed", "", Role.COUNTY);
        setUp("guessed", server.signedIn("guessed"), new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            assertThat(login("guessed", "00000" + i).status()).isEqualTo(401);
            if (i < 4) {
                assertThat(codeOf(new BrowserSession(server).login("guessed", TestServer.PASSWORD)))
                        .isEqualTo("identity.second-factor-needed");
            }
        }
        assertThat(login("guessed", "000009").status()).isEqualTo(429);
    }

    @Test
    @DisplayName("is replaced once by each recovery code, in whatever spelling; they are kept as hashes")
    void recovery() {
        server.account("recovers", "", Role.COUNTY);
        List<String> codes = new ArrayList<>();
        setUp("recovers", server.signedIn("recovers"), codes);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[A-Z2-9]{5}-[A-Z2-9]{5}"));
        String spelled = codes.getFirst().toLowerCase(Locale.ROOT).replace("-", "");
        assertThat(login("recovers", spelled).status()).isEqualTo(200);
        assertThat(login("recovers", codes.getFirst()).status()).isEqualTo(401);
        assertThat(login("recovers", codes.get(1)).status()).isEqualTo(200);
        String stored = jdbc.sql("SELECT string_agg(encode(hash, 'escape'), ' ') FROM recovery_code")
                .query(String.class)
                .single();
        for (String code : codes) {
            assertThat(stored).doesNotContain(code).doesNotContain(code.replace("-", ""));
        }
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_event WHERE action = 'account.recovery-code-used' AND subject = 'recovers'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("gets new recovery codes and is removed only with password and code")
    void renewAndRemove() {
        server.account("renews", "", Role.COUNTY);
        BrowserSession browser = server.signedIn("renews");
        List<String> codes = new ArrayList<>();
        byte[] secret = setUp("renews", browser, codes);
        assertThat(codeOf(browser.call("POST", PATH, PASSWORD))).isEqualTo("identity.second-factor-active");
        TestServer.Answer renewed = browser.call("POST", PATH + "/recovery-codes", BOTH.formatted(next(secret)));
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(login("renews", codes.getFirst()).status()).as("an old one").isEqualTo(401);
        String fresh = renewed.json().at("/recoveryCodes/0").asString();
        assertThat(browser.call("POST", PATH + "/removal", BOTH.formatted("000000"))
                        .status())
                .isEqualTo(401);
        assertThat(browser.call("POST", PATH + "/removal", BOTH.formatted(fresh))
                        .status())
                .isEqualTo(204);
        assertThat(new BrowserSession(server)
                        .login("renews", TestServer.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("lies encrypted in the database, by a key in a file that only its owner can read")
    void encrypted() throws IOException {
        server.account("secretive", "", Role.COUNTY);
        byte[] secret = setUp("secretive", server.signedIn("secretive"), new ArrayList<>());
        byte[] stored = jdbc.sql("""
                        SELECT f.secret FROM second_factor f JOIN account a ON a.id = f.account_id
                        WHERE a.username = 'secretive'""").query(byte[].class).single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(secret, StandardCharsets.ISO_8859_1));
        Path key = settings.dataDirectory().resolve("secrets").resolve("second-factor.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(jdbc.sql("SELECT string_agg(e::text, ' ') FROM audit_event e")
                        .query(String.class)
                        .single())
                .doesNotContain(Base32.encode(secret));
    }

    @Test
    @DisplayName("that is lost is removed by a security administrator, but not from an administrator of another kind")
    void lost() {
        server.account("loser", "", Role.COUNTY);
        BrowserSession loser = server.signedIn("loser");
        setUp("loser", loser, new ArrayList<>());
        server.account("auditor", "", Role.AUDIT_ADMINISTRATOR);
        BrowserSession security = server.asRole(Role.SECURITY_ADMINISTRATOR);
        TestServer.Answer above =
                security.call("POST", "/api/v1/second-factor-removals", "{\"username\": \"auditor\"}");
        assertThat(above.status()).isEqualTo(403);
        assertThat(codeOf(above)).isEqualTo("identity.above-you");
        assertThat(security.call("POST", "/api/v1/second-factor-removals", "{\"username\": \"loser\"}")
                        .status())
                .isEqualTo(204);
        assertThat(loser.call("GET", "/api/v1/session", "")
                        .json()
                        .get("username")
                        .isNull())
                .isTrue();
        assertThat(new BrowserSession(server)
                        .login("loser", TestServer.PASSWORD)
                        .status())
                .isEqualTo(200);
        assertThat(server.asAdministrator("POST", "/api/v1/second-factor-removals", "{\"username\": \"auditor\"}")
                        .status())
                .isEqualTo(204);
    }
}
