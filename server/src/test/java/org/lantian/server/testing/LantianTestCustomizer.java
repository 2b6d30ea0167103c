package org.lantian.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lantian.server.database.internal.PostgresProcess;
import org.lantian.testing.GeneratedPack;
import org.lantian.testing.ReferenceKit;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/** Gives the application of a {@link LantianTest} its database, data directory and city pack. */
public final class LantianTestCustomizer implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
        LantianTest annotation = AnnotatedElementUtils.findMergedAnnotation(testClass, LantianTest.class);
        return annotation == null ? null : new Customizer(testClass, annotation.city());
    }

    /** Equal for the same test class only: each class has a context and a database of its own. */
    record Customizer(Class<?> testClass, String city) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration config) {
            try {
                Path data = Files.createTempDirectory("lantian-test-data");
                TestPropertyValues.of(
                                "spring.datasource.url=" + TestDatabases.create(),
                                "spring.datasource.username=" + PostgresProcess.USER,
                                "spring.datasource.password=" + TestDatabases.PASSWORD,
                                "spring.datasource.hikari.maximum-pool-size=6",
                                "lantian.data-directory=" + data,
                                "lantian.kit=",
                                "lantian.city=" + cityFolder())
                        .applyTo(context);
                GenericApplicationContext application = (GenericApplicationContext) context;
                // registered first, so destroyed last: when nothing writes into it any more
                application
                        .getDefaultListableBeanFactory()
                        .registerDisposableBean("testDataDirectory", () -> FileSystemUtils.deleteRecursively(data));
                application.registerBean(TestServer.class, () -> new TestServer(application));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Path cityFolder() throws IOException {
            if (city.equals(LantianTest.GENERATED)) {
                return GeneratedPack.write(
                                Files.createTempDirectory("lantian-test-city").resolve("pack"),
                                new GeneratedPack.Plan(1, 3, 2, 1))
                        .folder();
            }
            if (!city.startsWith("classpath:")) {
                return ReferenceKit.checkout().orElseThrow().resolve(city);
            }
            URL folder = testClass.getResource("/" + city.substring("classpath:".length()));
            try {
                return Path.of(Objects.requireNonNull(folder, "no test resource " + city)
                        .toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
