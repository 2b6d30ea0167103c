package org.lantian.server.startup;

import java.util.List;
import org.lantian.server.startup.internal.ServerCommand;

/** The part of the command line that the server itself carries out. */
public final class ServerCommands {

    private ServerCommands() {}

    /**
     * Runs {@code start} or {@code config} to its end.
     *
     * @param application class of the Spring application to start
     * @return exit code: 0 done, 1 failed, 2 wrong use or input
     */
    public static int run(Class<?> application, List<String> arguments) {
        return ServerCommand.run(application, arguments);
    }
}
