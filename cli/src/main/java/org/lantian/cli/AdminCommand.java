package org.lantian.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.server.ApiClient;
import org.lantian.cli.server.LocalServer;
import org.lantian.cli.server.ServerOptions;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The group of commands {@code lantian admin …}. */
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = "管理 / administration",
        subcommands = {AdminCommand.Password.class, AdminCommand.Link.class, AdminCommand.RemoveSecondFactor.class})
final class AdminCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command: admin …");
    }

    /** What all of them do: one call, and its answer as JSON or as a sentence. */
    private abstract static class Call implements Callable<Integer> {

        @Mixin
        CommonOptions common = new CommonOptions();

        @Mixin
        ServerOptions server = new ServerOptions();

        abstract JsonNode call(ApiClient api);

        abstract BilingualText describe(JsonNode answer);

        @Override
        public final Integer call() {
            try (LocalServer local = LocalServer.connect(server, common.language())) {
                JsonNode answer = call(local.api());
                System.out.println(common.json() ? answer.toString() : common.text(describe(answer)));
                return 0;
            }
        }
    }

    /** Gives an account a new random password, for whoever can read the data directory. */
    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "重置密码并打印一次 / reset a password and print it once")
    static final class Password extends Call {

        @Parameters(arity = "0..1", paramLabel = "USER", description = "用户名 / user name (default: admin)")
        @Nullable
        String username;

        @Override
        JsonNode call(ApiClient api) {
            Map<String, String> whose = username == null ? Map.of() : Map.of("username", username);
            return api.post("/api/v1/administrator/password-reset", whose);
        }

        @Override
        BilingualText describe(JsonNode fresh) {
            String password = fresh.path("password").asString();
            String owner = fresh.path("username").asString();
            return new BilingualText(
                    owner + " 的新密码（只显示这一次，登录后须修改）：" + password,
                    "New password of " + owner + " (shown this once, to be changed at login): " + password);
        }
    }

    /** Makes a one-time link by which somebody chooses a password. */
    @Command(
            name = "link",
            mixinStandardHelpOptions = true,
            description = "生成一次性改密链接 / make a one-time link for choosing a password")
    static final class Link extends Call {

        @Parameters(paramLabel = "USER", description = "用户名 / user name")
        @SuppressWarnings("NullAway.Init") // picocli sets it before call()
        String username;

        @Override
        JsonNode call(ApiClient api) {
            return api.post("/api/v1/password-resets", Map.of("username", username));
        }

        @Override
        BilingualText describe(JsonNode link) {
            String path = link.path("path").asString();
            String expires = link.path("expires").asString();
            return new BilingualText(
                    username + " 的改密链接（只显示这一次，用后即废，有效至 " + expires + "），接在平台地址之后打开：" + path,
                    "Link of " + username + " for choosing a password (shown this once, good once, until " + expires
                            + "), to be opened behind the platform's address: " + path);
        }
    }

    /** Removes the second factor of somebody who lost device and recovery codes. */
    @Command(
            name = "second-factor-off",
            mixinStandardHelpOptions = true,
            description = "移除遗失的第二因子 / remove a second factor that was lost")
    static final class RemoveSecondFactor extends Call {

        @Parameters(paramLabel = "USER", description = "用户名 / user name")
        @SuppressWarnings("NullAway.Init") // picocli sets it before call()
        String username;

        @Override
        JsonNode call(ApiClient api) {
            return api.post("/api/v1/second-factor-removals", Map.of("username", username));
        }

        @Override
        BilingualText describe(JsonNode answer) {
            return new BilingualText(
                    username + " 已没有第二因子，其会话已终止。",
                    username + " has no second factor any more; its sessions are ended.");
        }
    }
}
