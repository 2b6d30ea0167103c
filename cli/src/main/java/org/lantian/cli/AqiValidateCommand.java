package org.lantian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.validation.AqiReport;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lantian aqi validate}: proves the index on the real network files of the reference kit. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "与全国监测网发布值对照，写出验证报告 / compare with the network's own figures and write the report")
public final class AqiValidateCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(
            names = "--kit",
            paramLabel = "DIR",
            description = "参考资料文件夹，默认环境变量 LANTIAN_KIT / folder of the reference kit (default: LANTIAN_KIT)")
    private @Nullable Path kit;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "REPORT.md",
            description = "报告文件，默认标准输出 / file of the report, default: standard output")
    private @Nullable Path out;

    @Override
    public Integer call() {
        String report = AqiReport.write(kit(), common.threads());
        if (out == null) {
            System.out.print(report);
            return 0;
        }
        try {
            Path parent = out.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(out, report);
            return 0;
        } catch (IOException e) {
            throw new CommandFailure(new BilingualText("无法写入 " + out + "：" + e, "Cannot write " + out + ": " + e), e);
        }
    }

    private Path kit() {
        String environment = System.getenv("LANTIAN_KIT");
        Path folder = kit != null ? kit : environment == null ? null : Path.of(environment);
        if (folder == null || !Files.isDirectory(folder.resolve("data"))) {
            throw InputReport.wrongOption(
                    "--kit",
                    folder == null ? "" : folder.toString(),
                    new BilingualText("参考资料文件夹（含 data/）", "the folder of the reference kit (with data/ in it)"));
        }
        return folder;
    }
}
