package org.lantian.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * A secret made anew at each start, by which the command line on the same machine shows that it can read the data
 * directory and so may act as administrator.
 */
@Component
public final class LocalSecret {

    private final String value;

    LocalSecret() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.value = HexFormat.of().formatHex(random);
    }

    /** For the file that only the owner of the data directory can read. */
    public String value() {
        return value;
    }

    /** Compares in constant time. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }
}
