package org.lantian.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.server.ApiClient;
import org.lantian.cli.server.LocalServer;
import org.lantian.cli.server.ServerOptions;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** The group of commands {@code lantian files …}. */
@Command(
        name = "files",
        mixinStandardHelpOptions = true,
        description = "文件库 / the store of files",
        subcommands = FilesCommand.Check.class)
final class FilesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command: files …");
    }

    /** Has the server compare its store of files with its tables, byte by byte. Nothing is removed or mended. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "核对文件库：缺失、被改动、无记录、无用处、残留的文件；只报告，不删除"
                    + " / find missing, changed, unknown, unused and left-over files; only tells, removes nothing")
    static final class Check implements Callable<Integer> {

        private static final List<String> FINDINGS = List.of("missing", "changed", "unknown", "unused", "temporary");
        private static final List<String> DAMAGES = List.of("missing", "changed");

        @Mixin
        CommonOptions common = new CommonOptions();

        @Mixin
        ServerOptions server = new ServerOptions();

        @Option(
                names = {"-o", "--out"},
                paramLabel = "FILE",
                description = "把发现写入此 CSV / write what was found to this CSV")
        @Nullable
        Path out;

        @Override
        public Integer call() {
            try (LocalServer connected =
                    LocalServer.connect(server, common.language()).require("CHECK_FILES", "READ_OWN_JOBS")) {
                ApiClient api = connected.api();
                long id = api.post("/api/v1/files/check").path("job").asLong();
                JsonNode job = JobWait.await(api, id, common);
                if (JobWait.exitCode(job) != 0) {
                    throw new CommandFailure(JobsCommand.outcome(job));
                }
                if (out != null) {
                    write(api, job, out);
                }
                System.out.println(
                        common.json() ? job.path("result").toString() : common.text(summary(job.path("result"))));
                return exitCode(job.path("result"));
            }
        }

        /** 1 when a file that somebody brought is not there as it was brought. */
        static int exitCode(JsonNode result) {
            return DAMAGES.stream().anyMatch(name -> result.path(name).asLong() > 0) ? Lantian.FAILED : 0;
        }

        static BilingualText summary(JsonNode result) {
            List<String> zh = List.of("缺失", "被改动", "无记录", "无用处", "残留");
            StringBuilder chinese =
                    new StringBuilder("已核对 " + result.path("files").asLong() + " 个文件（"
                            + result.path("bytes").asLong() + " 字节）：");
            StringBuilder english = new StringBuilder(result.path("files").asLong() + " files compared ("
                    + result.path("bytes").asLong() + " bytes): ");
            for (int i = 0; i < FINDINGS.size(); i++) {
                long count = result.path(FINDINGS.get(i)).asLong();
                chinese.append(i == 0 ? "" : "，").append(zh.get(i)).append(' ').append(count);
                english.append(i == 0 ? "" : ", ")
                        .append(FINDINGS.get(i))
                        .append(' ')
                        .append(count);
            }
            return new BilingualText(chinese.toString(), english.toString());
        }

        private static void write(ApiClient api, JsonNode job, Path file) {
            try (OutputStream content = Files.newOutputStream(file)) {
                api.download(job.path("resultFile").asString(""), content);
            } catch (IOException e) {
                throw new CommandFailure(
                        new BilingualText(
                                "无法写入 " + file + "：" + e.getMessage(), "Cannot write " + file + ": " + e.getMessage()),
                        e);
            }
        }
    }
}
