package org.lantian.audit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key with which the server seals what it writes. It lies outside the database: who can write rows there can compute
 * hashes, but no seals.
 */
public final class SealKey {

    private static final int KEY_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Mac mac;

    private SealKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(this.key);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("each Java platform has " + ALGORITHM, e);
        }
    }

    /** A key of 32 random bytes, lower-case hexadecimal. */
    public static String random(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    /** Reads a key that {@link #random} made. */
    public static SealKey of(String hexadecimal) {
        byte[] key = HexFormat.of().parseHex(hexadecimal.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes, this one " + key.length);
        }
        return new SealKey(key);
    }

    /** HMAC-SHA-256 of the text's UTF-8, lower-case hexadecimal. */
    public synchronized String seal(String text) {
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether this key made the seal, compared in constant time. */
    public boolean made(@Nullable String seal, @Nullable String text) {
        return seal != null
                && text != null
                && MessageDigest.isEqual(
                        seal.getBytes(StandardCharsets.UTF_8), seal(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Which key this is, without giving it away: the first 16 hexadecimal digits of a hash. */
    public String fingerprint() {
        return ChainEncoding.hash("lantian-audit-key", HexFormat.of().formatHex(key.getEncoded()))
                .substring(0, 16);
    }
}
