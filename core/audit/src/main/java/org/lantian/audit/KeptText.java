package org.lantian.audit;

import org.jspecify.annotations.Nullable;

/**
 * A personal text as it is kept beside its event.
 *
 * @param name of the text within its event
 * @param salt lower-case hexadecimal, null once erased
 * @param text null once erased
 */
public record KeptText(
        String name, @Nullable String salt, @Nullable String text) {}
