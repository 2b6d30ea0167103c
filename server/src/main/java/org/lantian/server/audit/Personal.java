package org.lantian.server.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a record given to {@link Event#before(Object)} or {@link Event#after(Object)} as a personal datum,
 * such as a telephone number: it does not enter the event but is chained by a salted hash and kept beside until its time
 * is over.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Personal {}
