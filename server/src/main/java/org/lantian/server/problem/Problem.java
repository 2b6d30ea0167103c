package org.lantian.server.problem;

import java.util.Map;
import org.lantian.quantities.DomainError;

/**
 * Problem details by RFC 9457, the body of every error answer.
 *
 * @param type {@code urn:lantian:} and the code
 * @param title short text for the kind of problem
 * @param status HTTP status
 * @param detail what happened and what was expected, in the language asked for
 * @param instance path of the request
 * @param code stable code for programs
 * @param arguments the facts behind the detail
 * @param requestId id under which the server logged the request
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        Map<String, Object> arguments,
        String requestId) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** Status of the answer to this error. */
    public static int status(DomainError error) {
        return error instanceof ApiError api ? api.status() : 400;
    }
}
