package org.lantian.server.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("Secrets")
class SecretsTest {

    private final JsonMapper mapper = new JsonMapper();

    private String blanked(String json) {
        return mapper.writeValueAsString(Secrets.blank(mapper.readTree(json)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "{bcrypt}$2a$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW",
                "$argon2id$v=19$m=16384,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo",
                "Bearer abcdef0123456789",
                "Basic YWRtaW46c2VjcmV0",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZG1pbiJ9.c2lnbmF0dXJl",
                "otpauth://totp/Lantian:admin?secret=JBSWY3DPEHPK3PXP",
                "lantian_0123456789abcdefABCDEF",
                "LANTIAN_SESSION=ABCDEF0123456789",
                "password=hunter2hunter2",
                "密码：hunter2hunter2",
                "口令是 hunter2hunter2",
                "the token is hunter2hunter2",
                "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----",
            })
    @DisplayName("are blanked by their looks, in texts and within states")
    void shapes(String secret) {
        String part =
                secret.contains("hunter2") ? "hunter2" : secret.substring(secret.length() / 2, secret.length() - 1);
        assertThat(Secrets.blank("before " + secret + " after"))
                .contains(Secrets.BLANKED)
                .doesNotContain(part);
        String json = mapper.writeValueAsString(java.util.Map.of("note", java.util.List.of("x " + secret)));
        assertThat(blanked(json)).contains(Secrets.BLANKED).doesNotContain(part);
    }

    @Test
    @DisplayName("with user and password in an address lose them, not the rest")
    void address() {
        assertThat(Secrets.blank("postgresql://lantian:geheim@db:5432/x"))
                .isEqualTo("postgresql://" + Secrets.BLANKED + "@db:5432/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password", "newPassword", "password_hash", "passwd", "secret", "clientSecret", "token", "accessToken",
                "api-key", "apiKey", "privateKey", "totp", "recoveryCodes", "cookie", "sessionId", "session_id",
                "authorization", "providedPassword", "csrfToken", "credentials", "salt", "密码", "口令"
            })
    @DisplayName("are blanked by the name of their field, however deep and of whatever type")
    void names(String name) {
        assertThat(blanked("{\"a\":{\"" + name + "\":\"plainvalue\"}}")).doesNotContain("plainvalue");
        assertThat(blanked("{\"" + name + "\":[\"plainvalue\",12345]}"))
                .doesNotContain("plainvalue")
                .doesNotContain("12345");
        assertThat(blanked("{\"" + name + "\":{\"x\":\"plainvalue\"}}")).doesNotContain("plainvalue");
    }

    @Test
    @DisplayName("are not seen in what only speaks of them, nor in hashes of files")
    void harmless() {
        String json = "{\"mustChangePassword\":true,\"passwordChanged\":\"2026-11-25\",\"tokenId\":17,"
                + "\"sha256\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\","
                + "\"subject\":\"张三 2160A 导入 a.csv\"}";
        assertThat(blanked(json)).isEqualTo(json);
        assertThat(Secrets.blank("修改密码策略")).isEqualTo("修改密码策略");
    }
}
