package org.lantian.server.caching;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a GET whose answer depends only on its address, the language and the data: it carries an {@code ETag} from
 * {@link DataVersion}, and a client that shows the same tag gets 304 without the answer being computed.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RevalidatedByData {}
