package org.lantian.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands that the launcher {@code ./lantian} runs itself; here only so that the help lists them. */
final class LauncherCommands {

    private LauncherCommands() {}

    abstract static class ByLauncher implements Callable<Integer> {

        @Parameters(hidden = true)
        List<String> arguments = List.of();

        @Override
        public Integer call() {
            throw new CommandFailure(new BilingualText("请通过 ./lantian 使用此命令。", "Use this command through ./lantian."));
        }
    }

    @Command(name = "start", description = "启动平台 / start the platform")
    static final class Start extends ByLauncher {}

    @Command(name = "test", description = "运行全部测试 / run every test")
    static final class Test extends ByLauncher {}

    @Command(name = "bench", description = "运行基准测试并写入 docs/benchmarks/ / run benchmarks, write docs/benchmarks/")
    static final class Bench extends ByLauncher {}

    @Command(name = "config", description = "打印 start 将采用的设置 / print the settings start would use")
    static final class Config extends ByLauncher {}
}
