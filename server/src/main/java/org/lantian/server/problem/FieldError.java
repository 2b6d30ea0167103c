package org.lantian.server.problem;

import org.lantian.quantities.BilingualText;

/**
 * What is wrong with one field of a body. A list of them under the argument {@code errors} of an {@link ApiError} is shown
 * by the pages at the fields.
 *
 * @param field name in JSON, with dots for what is nested
 * @param message what to enter, in the language asked for when it is written
 */
public record FieldError(String field, BilingualText message) {}
