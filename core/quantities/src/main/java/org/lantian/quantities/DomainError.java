package org.lantian.quantities;

import java.util.Map;

/**
 * Something that went wrong in the language of the domain. Each module implements it by its own sealed family of
 * records, so that a reader sees all its errors in one file.
 */
public interface DomainError {

    /** Stable code, lower case with dots, for example {@code import.value-not-a-number}. */
    String code();

    /** What happened and what was expected, for a person. */
    BilingualText message();

    /** The facts behind the message, for a program. */
    Map<String, Object> arguments();
}
