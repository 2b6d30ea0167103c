package org.lantian.server.startup.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import org.lantian.server.settings.LantianSettings;
import picocli.CommandLine.Option;

/** Options of {@code ./lantian start}, with their defaults. */
final class StartOptions {

    @Option(names = "--data-dir", paramLabel = "DIR", description = "数据目录 / data directory (default: data)")
    @Nullable
    Path dataDirectory;

    @Option(names = "--port", paramLabel = "P", description = "端口 / port, 0–65535 (default: 8080)")
    int port = 8080;

    @Option(names = "--host", paramLabel = "H", description = "监听地址 / address to listen on (default: 127.0.0.1)")
    String host = "127.0.0.1";

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "外部 PostgreSQL 15+ / external PostgreSQL 15+: postgresql://user:password@host:5432/name")
    @Nullable
    String databaseUrl;

    @Option(names = "--city", paramLabel = "DIR", description = "城市包 / city pack (default: cities/jincheng)")
    @Nullable
    Path city;

    @Option(names = "--kit", paramLabel = "DIR", description = "参考数据包 / reference kit (default: $LANTIAN_KIT)")
    @Nullable
    Path kit;

    @Option(
            names = "--combined-administrators",
            description = "系统、安全、审计三员由一人兼任 / one person holds the three administrators' roles")
    boolean combinedAdministrators;

    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 / language")
    @Nullable
    String language;

    /** Set by the command line when it starts the server for one call: the server ends with that process. */
    @Option(names = "--parent", hidden = true)
    @Nullable
    Long parent;

    /** The settings these options make, checked. */
    LantianSettings settings() {
        check(language == null || language.equals("zh") || language.equals("en"), "--lang", language, "zh|en", "zh|en");
        check(port >= 0 && port <= 65_535, "--port", port, "0–65535", "0–65535");
        checkHost();
        Path cityPack = city == null ? home().resolve("cities").resolve("jincheng") : city;
        check(city == null || Files.isDirectory(cityPack), "--city", cityPack, "一个城市包文件夹", "the folder of a city pack");
        Optional<Path> kitFolder = kit();
        check(kit == null || Files.isDirectory(kit), "--kit", kit, "参考数据包文件夹", "the folder of a reference kit");
        return new LantianSettings(
                dataDirectory(),
                absolute(cityPack),
                kitFolder.map(StartOptions::absolute).orElse(null),
                locale());
    }

    Path dataDirectory() {
        return absolute(dataDirectory == null ? home().resolve("data") : dataDirectory);
    }

    /** A relative path is relative to where the command was given, which only this process knows. */
    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** Whether one person may hold the three roles, if the operator says; the environment counts where no option does. */
    Optional<Boolean> combinedAdministrators() {
        if (combinedAdministrators) {
            return Optional.of(true);
        }
        String named = System.getenv("LANTIAN_COMBINED_ADMINISTRATORS");
        if (named == null || named.isBlank()) {
            return Optional.empty();
        }
        check(
                named.equals("true") || named.equals("false"),
                "LANTIAN_COMBINED_ADMINISTRATORS",
                named,
                "true 或 false",
                "true or false");
        return Optional.of(named.equals("true"));
    }

    Locale locale() {
        return Terminal.language(language);
    }

    /** Whether anybody but this machine can reach the port. */
    boolean isReachableFromOutside() {
        try {
            return !InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private void checkHost() {
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            check(false, "--host", host, "本机的地址或主机名", "an address or name of this machine");
        }
    }

    private Optional<Path> kit() {
        if (kit != null) {
            return Optional.of(kit);
        }
        String named = System.getenv("LANTIAN_KIT");
        return named == null || named.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(named)).filter(Files::isDirectory);
    }

    private static Path home() {
        return Path.of(System.getProperty("lantian.home", "")).toAbsolutePath();
    }

    private static void check(boolean holds, String option, @Nullable Object value, String zh, String en) {
        if (!holds) {
            throw new DomainException(new InputError(
                    "start.bad-option", option, 0, "", String.valueOf(value), new BilingualText(zh, en)));
        }
    }
}
