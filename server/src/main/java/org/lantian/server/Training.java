package org.lantian.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lantian.server.database.DataDirectory;
import org.lantian.server.database.Database;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.support.StandardServletEnvironment;

/**
 * Starts the server once on an empty data directory, calls it, and ends: run at build time to record which classes a
 * start needs (the ahead-of-time cache of the JVM).
 */
final class Training {

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("lantian-training");
        try (DataDirectory directory = DataDirectory.open(folder);
                Database database = Database.embedded(directory)) {
            StandardServletEnvironment environment = new StandardServletEnvironment();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "training",
                            Map.of(
                                    "server.port", 0,
                                    "spring.datasource.url", database.url(),
                                    "spring.datasource.username", database.user(),
                                    "spring.datasource.password", database.password(),
                                    "lantian.data-directory", folder.toString(),
                                    "lantian.city",
                                            home().resolve("cities/jincheng").toString())));
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(LantianServer.class)
                    .environment(environment)
                    .registerShutdownHook(false)
                    .logStartupInfo(false)
                    .run()) {
                call(context, "/api/v1/health");
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("lantian.home", "")).toAbsolutePath();
    }

    private static void call(ConfigurableApplicationContext context, String path) throws IOException {
        int port = context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
        try (InputStream answer =
                URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
            answer.readAllBytes();
        }
    }
}
