package org.lantian.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How an event becomes bytes. Each column is written as text in UTF-8 with its length in bytes before it, four bytes
 * big-endian; a column without a value is the length 0xFFFFFFFF and nothing after it. So two different rows never give
 * the same bytes, and whoever has the export can compute them again with a few lines of any language
 * (docs/guide/en/audit-chain.md).
 */
public final class ChainEncoding {

    /** Version of the encoding, itself hashed. */
    public static final int FORMAT = 1;

    private static final int NO_VALUE = -1;

    private ChainEncoding() {}

    /** SHA-256 over all columns but hash and seal, in the order of {@link ChainedEvent#HASHED}. */
    public static String hash(ChainedEvent event) {
        return hash(
                Integer.toString(event.format()),
                event.previousHash(),
                Long.toString(event.sequence()),
                event.happened(),
                event.actorKind(),
                Long.toString(event.actorId()),
                event.actor(),
                event.address(),
                event.request(),
                event.action(),
                event.entityType(),
                event.entityId(),
                event.subject(),
                event.before(),
                event.after(),
                event.reason(),
                event.personal());
    }

    /** SHA-256 over texts, each with its length before it; lower-case hexadecimal. */
    public static String hash(@Nullable String... texts) {
        MessageDigest digest = sha256();
        add(digest, texts);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Adds texts, each with its length before it, to a digest. */
    public static void add(MessageDigest digest, @Nullable String... texts) {
        byte[] length = new byte[Integer.BYTES];
        ByteBuffer lengthBuffer = ByteBuffer.wrap(length);
        for (String text : texts) {
            byte[] bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            lengthBuffer.putInt(0, bytes == null ? NO_VALUE : bytes.length);
            digest.update(length);
            if (bytes != null) {
                digest.update(bytes);
            }
        }
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has SHA-256", e);
        }
    }
}
