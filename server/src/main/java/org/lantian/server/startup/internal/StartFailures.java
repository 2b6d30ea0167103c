package org.lantian.server.startup.internal;

import java.net.BindException;
import java.util.Map;
import java.util.Optional;
import org.lantian.quantities.BilingualText;
import org.lantian.server.problem.StartFailure;
import org.springframework.boot.web.server.PortInUseException;

/** Failures of the start that come from below as exceptions of others. */
final class StartFailures {

    private StartFailures() {}

    static StartFailure portInUse(String host, int port) {
        return new StartFailure(
                "start.port-in-use",
                new BilingualText(
                        "端口 " + port + "（" + host + "）已被占用，请用 --port 指定另一个。",
                        "Port " + port + " (" + host + ") is in use; choose another with --port."),
                Map.of("host", host, "port", port));
    }

    static StartFailure cannotListen(String host, int port, String reason) {
        return new StartFailure(
                "start.cannot-listen",
                new BilingualText(
                        "无法监听 " + host + ":" + port + "（" + reason + "），请检查 --host 与 --port。",
                        "Cannot listen on " + host + ":" + port + " (" + reason + "); check --host and --port."),
                Map.of("host", host, "port", port));
    }

    /** The failure behind an exception, where we know it. */
    static Optional<StartFailure> of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException inUse) {
                return Optional.of(portInUse("", inUse.getPort()));
            }
            if (cause instanceof BindException bind) {
                return Optional.of(cannotListen("", 0, String.valueOf(bind.getMessage())));
            }
        }
        return Optional.empty();
    }
}
