package org.lantian.server.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A content as somebody brought it.
 *
 * @param uploadId number of this bringing
 * @param sha256 hash of the bytes, lower-case hexadecimal
 * @param name as its owner called it; only ever shown
 * @param mediaType what it was found to be
 * @param width of a picture, in pixels as stored
 * @param height of a picture, in pixels as stored
 * @param accountId whose it is, 0 when there is no account
 * @param actor who brought it, as in the audit
 */
public record StoredFile(
        long uploadId,
        String sha256,
        String name,
        String mediaType,
        FileKind kind,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        int accountId,
        String actor,
        Instant uploaded) {}
