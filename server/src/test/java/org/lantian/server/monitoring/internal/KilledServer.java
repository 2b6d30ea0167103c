package org.lantian.server.monitoring.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.lantian.server.LantianServer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A server in a process of its own that imports one file, to be killed by a test while it does. */
final class KilledServer {

    private KilledServer() {}

    /** File, data directory, city pack, database address, user, password. */
    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(LantianServer.class)
                .run(
                        "--server.port=0",
                        "--lantian.data-directory=" + arguments[1],
                        "--lantian.city=" + arguments[2],
                        "--spring.datasource.url=" + arguments[3],
                        "--spring.datasource.username=" + arguments[4],
                        "--spring.datasource.password=" + arguments[5]);
        Path file = Path.of(arguments[0]);
        context.getBean(ImportQueue.class)
                .submit(new ImportRequest(
                        "large.csv", file, false, Optional.empty(), Optional.empty(), false, false, "test"));
    }
}
