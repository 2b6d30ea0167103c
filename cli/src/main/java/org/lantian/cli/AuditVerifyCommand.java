package org.lantian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.audit.Anchor;
import org.lantian.cli.audit.ChainReport;
import org.lantian.cli.audit.ExportedChain;
import org.lantian.cli.server.LocalServer;
import org.lantian.cli.server.ServerOptions;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Proves the audit chain and names the first broken link: exit code 0 when it is sound, 1 when it is broken, 2 for files that
 * can't be read as what they should be.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "验证审计链，指出第一处断链 / prove the audit chain, name the first broken link")
final class AuditVerifyCommand implements Callable<Integer> {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(
            names = "--anchor",
            paramLabel = "FILE",
            arity = "1..*",
            description = "另存的锚点文件，链必须包含它们 / anchor files kept elsewhere, which the chain must contain")
    List<Path> anchors = List.of();

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = "不连服务器，验证 JSONL 导出文件 / prove an export (JSONL), without a server")
    @Nullable
    Path export;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "封印密钥（数据目录 secrets/audit.key），仅与 --export 同用 / key of the seals, with --export")
    @Nullable
    Path keyFile;

    @Override
    public Integer call() {
        List<String> texts = new ArrayList<>();
        List<Anchor> read = new ArrayList<>();
        for (Path file : anchors) {
            texts.add(content(file));
            read.add(Anchor.parse(file.toString(), texts.getLast()));
        }
        ChainReport report = export == null ? onServer(texts) : ofExport(export, read);
        System.out.println(common.json() ? report.json() : report.text(common.language()));
        return report.ok() ? 0 : 1;
    }

    private ChainReport onServer(List<String> texts) {
        try (LocalServer local =
                LocalServer.connect(server, common.language()).require("READ_AUDIT", "READ_OWN_JOBS")) {
            long id = local.api()
                    .post("/api/v1/audit/verification", Map.of("anchors", texts))
                    .path("job")
                    .asLong();
            JsonNode job = JobWait.await(local.api(), id, common);
            if (JobWait.exitCode(job) != 0) {
                String error = job.path("error").asString(job.path("state").asString(""));
                throw new CommandFailure(new BilingualText("验证未完成：" + error, "The proof did not end: " + error));
            }
            return ChainReport.of(job.path("result"));
        }
    }

    private ChainReport ofExport(Path file, List<Anchor> read) {
        content(file, false);
        try {
            return ExportedChain.prove(file, keyFile == null ? "" : content(keyFile), read);
        } catch (IOException e) {
            throw new CommandFailure(
                    new BilingualText(
                            "无法读取 " + file + "：" + e.getMessage(), "Cannot read " + file + ": " + e.getMessage()),
                    e);
        }
    }

    private static String content(Path file) {
        return content(file, true);
    }

    private static String content(Path file, boolean read) {
        try {
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return read ? Files.readString(file) : "";
            }
        } catch (IOException e) {
            // told below: it is not a text file that can be read
        }
        throw new DomainException(new InputError(
                "audit.no-file",
                file.toString(),
                0,
                "",
                "",
                new BilingualText("一个存在且可读的文本文件", "a text file that exists and can be read")));
    }
}
