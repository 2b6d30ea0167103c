package org.lantian.server.http;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.ApiError;

/**
 * Which version a change was made from, read from {@code If-Match}. A controller takes it as a plain parameter; the call
 * is refused with 428 when it does not say.
 */
public record ExpectedVersion(int number) {

    private static final Pattern TAG = Pattern.compile("\"v(\\d{1,9})\"");

    /**
     * Reads the header.
     *
     * @throws DomainException 428 without a header, 400 when it is none of our tags
     */
    public static ExpectedVersion read(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new DomainException(new ApiError(
                    428,
                    "version-needed",
                    new BilingualText(
                            "修改须用 If-Match 注明所依据的版本（读取时 ETag 的值）。",
                            "A change must say by If-Match which version it was made from (the ETag of the reading)."),
                    Map.of("header", "If-Match")));
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw ApiError.badParameter(
                    "If-Match",
                    ifMatch,
                    new BilingualText("读取时 ETag 的值，例如 \"v7\"", "the ETag of the reading, such as \"v7\""));
        }
        return new ExpectedVersion(Integer.parseInt(tag.group(1)));
    }

    /**
     * Compares with the present version.
     *
     * @param present the thing as the caller may see it
     * @throws DomainException 412 when it is another
     */
    public void check(int version, Object present) {
        if (version != number) {
            throw Versions.stale(version, present);
        }
    }
}
