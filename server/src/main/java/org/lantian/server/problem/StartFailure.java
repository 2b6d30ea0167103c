package org.lantian.server.problem;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;

/**
 * Why the server cannot start although it was asked correctly: exit code 1, unlike errors in options and packs.
 *
 * @param code stable code, beginning with {@code start.}
 * @param message one sentence that says what is wrong and what to do
 * @param arguments the facts behind the message
 */
public record StartFailure(String code, BilingualText message, Map<String, Object> arguments) implements DomainError {

    public StartFailure {
        arguments = Map.copyOf(arguments);
    }
}
