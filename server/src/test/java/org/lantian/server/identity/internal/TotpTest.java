package org.lantian.server.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("One-time passwords by time")
class TotpTest {

    private static final String DIGITS = "1234567890".repeat(7);

    @ParameterizedTest
    @DisplayName("are those of RFC 6238, appendix B")
    @CsvSource({
        "59,          94287082, 46119246, 90693936",
        "1111111109,  07081804, 68084774, 25091201",
        "1111111111,  14050471, 67062674, 99943326",
        "1234567890,  89005924, 91819424, 93441116",
        "2000000000,  69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void vectors(long seconds, String sha1, String sha256, String sha512) {
        long step = Totp.step(Instant.ofEpochSecond(seconds));
        assertThat(new Totp("HmacSHA1", 8).code(secret(20), step)).isEqualTo(sha1);
        assertThat(new Totp("HmacSHA256", 8).code(secret(32), step)).isEqualTo(sha256);
        assertThat(new Totp("HmacSHA512", 8).code(secret(64), step)).isEqualTo(sha512);
        assertThat(new Totp().code(secret(20), step)).isEqualTo(sha1.substring(2));
    }

    @Test
    @DisplayName("are good one step early or late, and only after the step that was used last")
    void tolerance() {
        Totp totp = new Totp();
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long shift = -2; shift <= 2; shift++) {
            String code = totp.code(secret(20), step + shift);
            assertThat(totp.findStep(secret(20), code, now, 0).isPresent())
                    .as("%d steps off", shift)
                    .isEqualTo(Math.abs(shift) <= 1);
        }
        String code = totp.code(secret(20), step);
        assertThat(totp.findStep(secret(20), code, now, step - 1)).hasValue(step);
        assertThat(totp.findStep(secret(20), code, now, step))
                .as("used already")
                .isEmpty();
        assertThat(totp.findStep(secret(20), "", now, 0)).isEmpty();
        assertThat(totp.findStep(secret(20), code.substring(1), now, 0)).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("are shared as Base32 of RFC 4648")
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base32(String text, String encoded) {
        assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    }

    private static byte[] secret(int length) {
        return DIGITS.substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
