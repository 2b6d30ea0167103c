package org.lantian.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test that reads the reference kit.
 *
 * <p>Without a kit the test is skipped and says so; with {@code CI=true} a missing kit is a failure.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ReferenceKit.Condition.class)
public @interface NeedsKit {}
