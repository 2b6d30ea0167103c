package org.lantian.server.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.lantian.server.database.DataDirectory;
import org.lantian.server.settings.LantianSettings;
import org.springframework.stereotype.Component;

/**
 * The key by which second factors are encrypted in the database: file {@code secrets/second-factor.key} of the data
 * directory, mode 600, made when it is first needed. Whoever has only the database has no second factor.
 */
@Component
class SecondFactorKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;

    SecondFactorKey(LantianSettings settings) {
        this.file = settings.dataDirectory().resolve("secrets").resolve("second-factor.key");
    }

    /** AES-256-GCM with a random nonce before the text; bound to the account, so that rows cannot be exchanged. */
    byte[] encrypt(byte[] secret, int accountId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, nonce, secret, accountId);
        return ByteBuffer.allocate(NONCE_BYTES + text.length)
                .put(nonce)
                .put(text)
                .array();
    }

    /** @throws IllegalStateException when the key is another than when it was encrypted */
    byte[] decrypt(byte[] stored, int accountId) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] text = new byte[buffer.remaining()];
        buffer.get(text);
        return crypt(Cipher.DECRYPT_MODE, nonce, text, accountId);
    }

    /** A keyed hash for recovery codes, which have too little chance in them for a plain one. */
    byte[] hash(String text, int accountId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal((accountId + " " + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, int accountId) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(Integer.toString(accountId).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a second factor cannot be read: " + file + " is not the key it was encrypted by", e);
        }
    }

    private synchronized byte[] key() {
        if (key == null) {
            key = readOrMake();
        }
        return key;
    }

    private byte[] readOrMake() {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[KEY_BYTES];
                random.nextBytes(fresh);
                Files.createDirectories(file.getParent());
                DataDirectory.writePrivately(file, HexFormat.of().formatHex(fresh) + "\n");
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
