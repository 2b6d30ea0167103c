package org.lantian.server.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.lantian.server.LantianServer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Boots the whole application for a test class on a random port and an own, freshly migrated database in a real
 * PostgreSQL. Beans and a {@link TestServer} are injected by {@code @Autowired}. The tasks of the start (such as the
 * first import) do not run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = LantianServer.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
public @interface LantianTest {

    /** A made-up city of three counties with two stations each, one without, and a functional area. */
    String GENERATED = "generated";

    /**
     * Folder of the city pack: a path from the root of the checkout, {@code classpath:} and a test resource folder, or
     * {@link #GENERATED}.
     */
    String city() default "cities/jincheng";
}
