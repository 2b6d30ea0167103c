package org.lantian.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names, for the description of the API, the orders that a list with a {@link PageQuery} knows: the names given to its
 * {@link Keyset}. A test calls each of them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SortedBy {

    /** Names of the orders, the usual one first; with a minus where the usual direction is descending. */
    String[] value();
}
