package org.lantian.cli.met;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.CommandFailure;
import org.lantian.cli.CommonOptions;
import org.lantian.cli.validation.MeteorologyReport;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lantian met validate}: makes the reference's hours from its own observations and compares. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "与 AERMET 的结果对照，写出验证报告 / compare with AERMET's results and write the report")
public final class MetValidateCommand implements Callable<Integer> {

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
        MeteorologyReport report = MeteorologyReport.of(weatherFolder(), true);
        if (out == null) {
            System.out.print(report.text());
        } else {
            write(out, report.text());
        }
        System.err.println(common.text(
                report.withinLimits()
                        ? new BilingualText(
                                "DEN_2016 的 H、u*、L、z_im 均在限值之内。",
                                "H, u*, L and z_im of DEN_2016 are within the limits.")
                        : new BilingualText("DEN_2016 有超出限值的量，见报告。", "DEN_2016 exceeds a limit, see the report.")));
        return report.withinLimits() ? 0 : 1;
    }

    private static void write(Path out, String text) {
        try {
            Path parent = out.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(out, text);
        } catch (IOException e) {
            throw new CommandFailure(new BilingualText("无法写入 " + out + "：" + e, "Cannot write " + out + ": " + e), e);
        }
    }

    private Path weatherFolder() {
        String environment = System.getenv("LANTIAN_KIT");
        Path folder = kit != null ? kit : environment == null ? null : Path.of(environment);
        Path weather = folder == null ? null : folder.resolve("oracles/aermod/met");
        if (weather == null || !Files.isDirectory(weather)) {
            throw StationOptions.wrong(
                    "--kit",
                    folder == null ? "" : folder.toString(),
                    "参考资料文件夹（含 oracles/aermod/met）",
                    "the folder of the reference kit (with oracles/aermod/met in it)");
        }
        return weather;
    }
}
