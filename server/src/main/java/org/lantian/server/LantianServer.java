package org.lantian.server;

import java.util.List;
import org.lantian.server.startup.ServerCommands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The server: all features on one database, behind one HTTP port. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class LantianServer {

    /** Started by {@code ./lantian start}. */
    public static void main(String[] arguments) {
        System.exit(ServerCommands.run(LantianServer.class, List.of(arguments)));
    }
}
