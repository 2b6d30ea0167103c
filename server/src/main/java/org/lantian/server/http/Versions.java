package org.lantian.server.http;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Versions against lost updates: who reads a thing gets its version as {@code ETag: "v7"}, and who changes it says by
 * {@code If-Match: "v7"} which version the change was made from.
 *
 * <p>A reading endpoint answers with {@link #answer}; a changing one takes an {@link ExpectedVersion}. The row itself
 * carries {@code version integer NOT NULL DEFAULT 1}, and the change says
 * {@code UPDATE … SET version = version + 1 WHERE id = :id AND version = :expected}.
 */
public final class Versions {

    private Versions() {}

    /** The strong entity tag of this version. */
    public static String tag(int version) {
        return "\"v" + version + "\"";
    }

    /** 200 with the version as entity tag. */
    public static <T> ResponseEntity<T> answer(int version, T body) {
        return answer(HttpStatus.OK, version, body);
    }

    public static <T> ResponseEntity<T> answer(HttpStatus status, int version, T body) {
        return ResponseEntity.status(status).eTag(tag(version)).body(body);
    }

    /**
     * Somebody else changed the thing meanwhile: 412, with how it is now, so that the change can be looked at again.
     *
     * @param version the present one
     * @param present the thing as the caller may see it
     */
    public static DomainException stale(int version, Object present) {
        return new DomainException(new ApiError(
                412,
                "stale-version",
                new BilingualText(
                        "内容已被他人修改，请核对现状后再提交。",
                        "Somebody else changed this meanwhile; look at its present state and submit again."),
                Map.of("version", version, "current", present)));
    }
}
