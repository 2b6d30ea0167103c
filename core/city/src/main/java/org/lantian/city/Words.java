package org.lantian.city;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words by which files and the HTTP API name the constants of an enum: {@code NATIONAL_WIDE} is national-wide. */
final class Words {

    private Words() {}

    static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> codeOf(constant).equals(code))
                .findFirst();
    }

    /** All words of a type, as an error message lists them. */
    static <E extends Enum<E>> String all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::codeOf).collect(Collectors.joining(" | "));
    }
}
