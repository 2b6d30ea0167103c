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

    /** Folder of the city pack: a path from the root of the checkout, or {@code classpath:} and a test resource folder. */
    String city() default "cities/jincheng";
}
