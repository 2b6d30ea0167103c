package org.lantian.cli;

import java.io.ByteArrayOutputStream;
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
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Imports files of hourly air data, one after another, each in a transaction of its own. */
@Command(
        name = "air",
        mixinStandardHelpOptions = true,
        description = "导入空气监测数据（CSV、XLSX，可 gzip 压缩） / import monitoring data (CSV, XLSX, gzipped or not)")
final class ImportAirCommand implements Callable<Integer> {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "文件 / files")
    List<Path> files = List.of();

    @Option(names = "--mapping", paramLabel = "FILE", description = "列映射文件 / what the columns mean")
    @Nullable
    Path mapping;

    @Option(names = "--dry-run", description = "只报告将会发生什么 / only say what would happen")
    boolean dryRun;

    @Option(names = "--strict", description = "有一个值不可接受则整个文件不导入 / all of a file or nothing")
    boolean strict;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "把被拒绝的单元格写入此 CSV / write rejected cells to this CSV")
    @Nullable
    Path rejected;

    @Override
    public Integer call() {
        files.forEach(ImportAirCommand::check);
        if (mapping != null) {
            check(mapping);
        }
        ImportSummary summary = new ImportSummary();
        try (LocalServer connected = LocalServer.connect(server, common.language())
                        .require("IMPORT_AIR", "READ_OWN_JOBS", "READ_DATA");
                RejectedFile list = RejectedFile.open(rejected)) {
            AirImportCall imports = new AirImportCall(connected, common.language());
            for (Path file : files) {
                JsonNode ended = imports.run(file, mapping, dryRun, strict);
                summary.add(file, ended);
                list.append(connected.api(), ended);
                if (!common.json()) {
                    System.out.println(common.text(ImportSummary.describe(file, ended)));
                }
                if (ImportSummary.isFault(ended)) {
                    break; // what is wrong with the server is wrong with the next file too
                }
            }
            if (common.json()) {
                System.out.println(summary.json(list.written()));
            } else if (files.size() > 1) {
                System.out.println(common.text(summary.total()));
            }
        } catch (IOException e) {
            throw new CommandFailure(
                    new BilingualText(
                            "无法写入 " + rejected + "：" + e.getMessage(),
                            "Cannot write " + rejected + ": " + e.getMessage()),
                    e);
        }
        return summary.exitCode();
    }

    /** Tells what is wrong with a file before a server is started for it. */
    private static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw wrong("import.directory", file, new BilingualText("一个文件，而不是文件夹", "a file, not a directory"));
        }
        if (!Files.isReadable(file)) {
            throw wrong("import.no-file", file, new BilingualText("一个存在且可读的文件", "a file that exists and can be read"));
        }
    }

    private static DomainException wrong(String code, Path file, BilingualText expected) {
        return new DomainException(new InputError(code, file.toString(), 0, "", "", expected));
    }

    /** The list of rejected cells of all files together. */
    private static final class RejectedFile implements AutoCloseable {
        private final @Nullable Path path;
        private final @Nullable OutputStream out;
        private boolean any;

        private RejectedFile(@Nullable Path path, @Nullable OutputStream out) {
            this.path = path;
            this.out = out;
        }

        static RejectedFile open(@Nullable Path path) throws IOException {
            return new RejectedFile(path, path == null ? null : Files.newOutputStream(path));
        }

        void append(ApiClient api, JsonNode ended) throws IOException {
            String source = ended.path("rejectedFile").asString("");
            if (out == null || source.isEmpty()) {
                return;
            }
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            api.download(source, content);
            byte[] bytes = content.toByteArray();
            int from = 0;
            while (any && from < bytes.length && bytes[from++] != '\n') {
                // the header stands once
            }
            out.write(bytes, from, bytes.length - from);
            any = true;
        }

        /** The file that was written, null when nothing was rejected or nobody asked. */
        @Nullable
        Path written() {
            return any ? path : null;
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
            }
        }
    }
}
