package org.lantian.cli;

import java.util.concurrent.Callable;
import org.lantian.cli.server.LocalServer;
import org.lantian.cli.server.ServerOptions;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The group of commands {@code lantian admin …}. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = "管理 / administration",
        subcommands = AdminCommand.Password.class)
final class AdminCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command: admin …");
    }

    /** Gives the administrator a new random password, for whoever can read the data directory. */
    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "重置管理员密码并打印一次 / reset the administrator's password and print it once")
    static final class Password implements Callable<Integer> {

        @Mixin
        CommonOptions common = new CommonOptions();

        @Mixin
        ServerOptions server = new ServerOptions();

        @Override
        public Integer call() {
            try (LocalServer local = LocalServer.connect(server, common.language())) {
                JsonNode fresh = local.api().post("/api/v1/administrator/password-reset");
                if (common.json()) {
                    System.out.println(fresh);
                    return 0;
                }
                String password = fresh.path("password").asString();
                String username = fresh.path("username").asString();
                System.out.println(common.text(new BilingualText(
                        username + " 的新密码（只显示这一次，登录后须修改）：" + password,
                        "New password of " + username + " (shown this once, to be changed at login): " + password)));
                return 0;
            }
        }
    }
}
