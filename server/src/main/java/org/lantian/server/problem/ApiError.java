package org.lantian.server.problem;

import java.util.Map;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;
import org.lantian.quantities.DomainException;

/**
 * A domain error that knows its HTTP status. Other domain errors are answered with 400.
 *
 * @param status HTTP status, 400–599
 * @param code stable code, lower case with dots
 * @param message what happened and what was expected
 * @param arguments the facts behind the message
 */
public record ApiError(int status, String code, BilingualText message, Map<String, Object> arguments)
        implements DomainError {

    public ApiError {
        arguments = Map.copyOf(arguments);
    }

    /** There is no such thing: 404. */
    public static DomainException notFound(BilingualText kind, String id) {
        return new DomainException(new ApiError(
                404,
                "not-found",
                new BilingualText("没有" + kind.zh() + "“" + id + "”。", "There is no " + kind.en() + " \"" + id + "\"."),
                Map.of("id", id)));
    }

    /** A parameter of the request is wrong: 400. */
    public static DomainException badParameter(String name, String value, BilingualText expected) {
        return new DomainException(new ApiError(
                400,
                "bad-parameter",
                new BilingualText(
                        "参数 " + name + " 为“" + value + "”，应为" + expected.zh() + "。",
                        "Parameter " + name + " is \"" + value + "\", expected " + expected.en() + "."),
                Map.of("parameter", name, "value", value)));
    }
}
