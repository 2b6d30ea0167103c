package org.lantian.server.http.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/** Tells whether two requests ask for the same: SHA-256 over method, address and content. */
final class RequestFingerprint {

    private final MessageDigest digest;

    private RequestFingerprint(HttpServletRequest request) {
        this.digest = sha256();
        add(request.getMethod());
        add(request.getRequestURI());
        add(Objects.requireNonNullElse(request.getQueryString(), ""));
    }

    static byte[] of(HttpServletRequest request, byte[] body) {
        RequestFingerprint fingerprint = new RequestFingerprint(request);
        fingerprint.digest.update(body);
        return fingerprint.digest.digest();
    }

    /** Of an upload by its parts: the lines between them are drawn anew each time a browser sends it. */
    static byte[] ofUpload(HttpServletRequest request) throws IOException, ServletException {
        RequestFingerprint fingerprint = new RequestFingerprint(request);
        for (Part part : request.getParts()) {
            fingerprint.add(part.getName());
            fingerprint.add(Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
            fingerprint.digest.update(contentHash(part));
        }
        return fingerprint.digest.digest();
    }

    private static byte[] contentHash(Part part) throws IOException {
        MessageDigest content = sha256();
        try (InputStream in = new DigestInputStream(part.getInputStream(), content)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return content.digest();
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
