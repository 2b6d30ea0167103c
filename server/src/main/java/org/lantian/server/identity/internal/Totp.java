package org.lantian.server.identity.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords, RFC 6238 over HOTP, RFC 4226. */
final class Totp {

    static final int STEP_SECONDS = 30;
    static final int DIGITS = 6;

    /** A clock may be one step off, RFC 6238 §5.2. */
    private static final int TOLERANCE = 1;

    private final String algorithm;
    private final int digits;

    /** As the applications on telephones know it: HMAC-SHA-1, six digits. */
    Totp() {
        this("HmacSHA1", DIGITS);
    }

    Totp(String algorithm, int digits) {
        this.algorithm = algorithm;
        this.digits = digits;
    }

    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** The password of a step, HOTP with truncation by RFC 4226 §5.3. */
    String code(byte[] secret, long step) {
        byte[] hash = hash(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int truncated = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
        int modulus = (int) Math.pow(10, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", truncated % modulus);
    }

    /** The step, near this time and later than one used already, of which this is the password. */
    OptionalLong findStep(byte[] secret, String code, Instant time, long lastUsed) {
        long now = step(time);
        for (long step = now - TOLERANCE; step <= now + TOLERANCE; step++) {
            if (step > lastUsed && java.security.MessageDigest.isEqual(bytes(code(secret, step)), bytes(code))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] hash(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
