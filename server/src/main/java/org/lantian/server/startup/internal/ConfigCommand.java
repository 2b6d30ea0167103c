package org.lantian.server.startup.internal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lantian.server.settings.LantianSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Prints the settings with which {@code start} would run. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "打印 start 将采用的设置 / print the settings that start would use")
final class ConfigCommand implements Callable<Integer> {

    @Mixin
    StartOptions options = new StartOptions();

    @Option(names = "--json", description = "JSON")
    boolean json;

    @Override
    public Integer call() {
        Terminal.choose(options.locale());
        LantianSettings settings = options.settings();
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("data-dir", settings.dataDirectory().toString());
        lines.put("host", options.host);
        lines.put("port", options.port);
        lines.put(
                "database",
                options.databaseUrl == null ? "embedded" : options.databaseUrl.replaceAll("//[^@/]*@", "//***@"));
        lines.put("city", settings.city().toString());
        lines.put("kit", settings.findKit().map(Path::toString).orElse("-"));
        lines.put("combined-administrators", options.combinedAdministrators().orElse(false));
        lines.put("lang", settings.language().getLanguage());
        lines.put("jdk", Runtime.version().toString());
        if (json) {
            System.out.println(new JsonMapper().writeValueAsString(lines));
        } else {
            lines.forEach((name, value) -> System.out.println(name + " = " + value));
        }
        return 0;
    }
}
