package org.lantian.server.monitoring.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.lantian.server.LantianServer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A server in a process of its own that imports one file, to be killed by a test while it does. */
final class KilledServer {

    private KilledServer() {}

    /** File, whether it is an upload, data directory, city pack, database address, user, password. */
    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(LantianServer.class)
                .run(
                        "--server.port=0",
                        "--lantian.data-directory=" + arguments[2],
                        "--lantian.city=" + arguments[3],
                        "--spring.datasource.url=" + arguments[4],
                        "--spring.datasource.username=" + arguments[5],
                        "--spring.datasource.password=" + arguments[6]);
        Path file = Path.of(arguments[0]);
        context.getBean(AirImports.class)
                .submit(new ImportRequest(
                        "large.csv",
                        file,
                        Boolean.parseBoolean(arguments[1]),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false));
    }
}
