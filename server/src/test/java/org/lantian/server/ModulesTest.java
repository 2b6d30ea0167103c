package org.lantian.server;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("The server's features")
class ModulesTest {

    @Test
    @DisplayName("use each other only through their root packages, and without cycles")
    void structure() {
        ApplicationModules.of(LantianServer.class).verify();
    }
}
