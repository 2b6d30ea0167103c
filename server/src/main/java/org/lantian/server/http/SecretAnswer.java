package org.lantian.server.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The answer shows something once that is not kept in the clear, such as a new token: it is not kept for a repeated
 * {@code Idempotency-Key} either, which then only learns that the call was done.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface SecretAnswer {}
