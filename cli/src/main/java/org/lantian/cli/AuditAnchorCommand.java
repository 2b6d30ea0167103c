package org.lantian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.server.LocalServer;
import org.lantian.cli.server.ServerOptions;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the present end of the chain as an anchor and writes it to a file, to be kept elsewhere. */
@Command(
        name = "anchor",
        mixinStandardHelpOptions = true,
        description = "生成锚点文件，应保存到别处（另一台机器、打印件） / write an anchor, to be kept elsewhere")
final class AuditAnchorCommand implements Callable<Integer> {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "写入此文件；缺省为标准输出 / to this file; standard output by default")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        try (LocalServer local = LocalServer.connect(server, common.language())) {
            JsonNode made = local.api().post("/api/v1/audit/anchors");
            String address = "/api/v1/audit/anchors/" + made.path("id").asString();
            Path file = out;
            if (file == null) {
                local.api().download(address, System.out);
                return 0;
            }
            try (var into = Files.newOutputStream(file)) {
                local.api().download(address, into);
            }
            tell(made, file);
            return 0;
        } catch (IOException e) {
            throw new CommandFailure(
                    new BilingualText(
                            "无法写入 " + out + "：" + e.getMessage(), "Cannot write " + out + ": " + e.getMessage()),
                    e);
        }
    }

    private void tell(JsonNode made, Path file) {
        long sequence = made.path("sequence").asLong();
        if (common.json()) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("file", file.toString());
            facts.put("sequence", sequence);
            facts.put("hash", made.path("hash").asString());
            System.out.println(new JsonMapper().writeValueAsString(facts));
        } else {
            System.out.println(common.text(new BilingualText(
                    "锚点已写入 " + file + "（第 " + sequence + " 号事件）。请把它存到本机之外。",
                    "The anchor is in " + file + " (event " + sequence + "). Keep it off this machine.")));
        }
    }
}
