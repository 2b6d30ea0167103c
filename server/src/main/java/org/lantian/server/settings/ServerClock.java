package org.lantian.server.settings;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the server, so that a test can set another. */
@Configuration(proxyBeanMethods = false)
class ServerClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
