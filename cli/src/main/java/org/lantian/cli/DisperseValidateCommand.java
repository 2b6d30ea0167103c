package org.lantian.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.dispersion.DispersionReport;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lantian disperse validate}: proves the engine on the reference results of the kit. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "与参考结果逐例对照，写出验证报告 / compare with the reference results and write the report")
public final class DisperseValidateCommand implements Callable<Integer> {

    private static final Path REPORT = Path.of("docs", "validation", "dispersion.md");

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Mixin
    private KitOption kit = new KitOption();

    @Option(
            names = "--case",
            paramLabel = "NAME",
            arity = "1..*",
            description = "只对照这些算例，仅打印表格 / only these cases, the table alone")
    private List<String> cases = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "REPORT.md",
            description = "报告文件，默认 docs/validation/dispersion.md / file of the report")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Path folder = kit.folder("oracles/aermod");
        List<String> known = DispersionReport.caseNames();
        for (String name : cases) {
            if (!known.contains(name)) {
                String list = String.join(", ", known);
                throw InputReport.wrongOption(
                        "--case", name, new BilingualText("算例之一：" + list, "one of the cases: " + list));
            }
        }
        DispersionReport report = new DispersionReport(folder, common.threads(), System.out::println);
        boolean met = report.compare(cases.isEmpty() ? known : cases);
        if (cases.isEmpty() || out != null) {
            report.write(out == null ? home().resolve(REPORT) : out);
        }
        return met ? 0 : Lantian.FAILED;
    }

    private static Path home() {
        String home = System.getenv("LANTIAN_HOME");
        return home == null ? Path.of("") : Path.of(home);
    }
}
