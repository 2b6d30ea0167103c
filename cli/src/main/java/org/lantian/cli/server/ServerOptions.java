package org.lantian.cli.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import picocli.CommandLine.Option;

/** Options of commands that need the server's data; a command takes them in as a {@code @Mixin}. */
public final class ServerOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "本机数据目录 / data directory on this machine (default: data)")
    private @Nullable Path dataDirectory;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "改用另一台服务器，须同时给出 --token-file / another server; needs --token-file")
    private @Nullable URI server;

    @Option(names = "--token-file", paramLabel = "FILE", description = "含令牌的文件 / file with the token")
    private @Nullable Path tokenFile;

    @Option(names = "--database-url", paramLabel = "URL", description = "外部 PostgreSQL / external PostgreSQL")
    private @Nullable String databaseUrl;

    @Option(names = "--city", paramLabel = "DIR", description = "城市包 / city pack")
    private @Nullable Path city;

    /** Folder whose files authorise this person. */
    Path dataDirectory() {
        Path folder = dataDirectory == null ? home().resolve("data") : dataDirectory;
        return folder.toAbsolutePath().normalize();
    }

    @Nullable
    URI server() {
        if (server != null && (server.getHost() == null || tokenFile == null)) {
            throw wrong(
                    "--server",
                    server.toString(),
                    "http(s)://主机:端口 形式的地址，并以 --token-file 给出令牌文件",
                    "an address such as https://host:port, with a token file by --token-file");
        }
        return server;
    }

    /** The token for {@link #server()}. */
    Path tokenFile() {
        if (tokenFile == null || !Files.isReadable(tokenFile)) {
            throw wrong("--token-file", String.valueOf(tokenFile), "可读的令牌文件", "a readable file with a token");
        }
        return tokenFile;
    }

    /** What a server started for the call needs to know. */
    List<String> startArguments() {
        List<String> arguments =
                new ArrayList<>(List.of("--data-dir", dataDirectory().toString()));
        if (databaseUrl != null) {
            arguments.addAll(List.of("--database-url", databaseUrl));
        }
        if (city != null) {
            arguments.addAll(List.of("--city", city.toAbsolutePath().toString()));
        }
        return arguments;
    }

    static Path home() {
        return Path.of(System.getProperty("lantian.home", "")).toAbsolutePath();
    }

    private static DomainException wrong(String option, String value, String zh, String en) {
        return new DomainException(
                new InputError("command.bad-option", option, 0, "", value, new BilingualText(zh, en)));
    }
}
