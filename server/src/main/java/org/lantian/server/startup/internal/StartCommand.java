package org.lantian.server.startup.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.server.settings.LantianSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts the platform and stays until it is told to stop. */
@Command(name = "start", mixinStandardHelpOptions = true, description = "启动平台 / start the platform")
final class StartCommand implements Callable<Integer> {

    private final Class<?> application;

    @Mixin
    StartOptions options = new StartOptions();

    StartCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() throws Exception {
        Terminal.choose(options.locale());
        LantianSettings settings = options.settings();
        checkPort();
        if (options.isReachableFromOutside()) {
            Terminal.progress(
                    new BilingualText(
                            "注意：" + options.host + " 可从其他机器访问，而连接未加密（没有 TLS），登录密码会以明文传输；请放在加密的反向代理之后。",
                            "Warning: " + options.host + " can be reached from other machines and the connection is not"
                                    + " encrypted (no TLS), so passwords travel in the clear; put it behind a reverse proxy with TLS."));
        }
        try (ServerLife life = new ServerLife(application, options, settings)) {
            life.begin();
            life.awaitEnd();
        }
        return 0;
    }

    /** Tells at once what the web server would only find out after the database was started. */
    private void checkPort() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the web server does: a port in TIME_WAIT is free
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.host), options.port));
        } catch (BindException e) {
            String reason = String.valueOf(e.getMessage());
            throw new DomainException(
                    reason.contains("in use")
                            ? StartFailures.portInUse(options.host, options.port)
                            : StartFailures.cannotListen(options.host, options.port, reason),
                    e);
        }
    }
}
