package org.lantian.server.city.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The file of outlines as it is sent: read once, for a changed file needs a restart anyway. */
final class BoundaryDocument {

    private final byte[] content;
    private final String entityTag;

    private BoundaryDocument(byte[] content, String entityTag) {
        this.content = content;
        this.entityTag = entityTag;
    }

    static BoundaryDocument read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new BoundaryDocument(content, "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    byte[] content() {
        return content;
    }

    /** Quoted, and weak, for a strong tag would forbid the server to compress. */
    String entityTag() {
        return entityTag;
    }
}
