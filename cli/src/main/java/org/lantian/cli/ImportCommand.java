package org.lantian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands {@code lantian import …}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "导入数据 / import data",
        subcommands = ImportAirCommand.class)
final class ImportCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command: import …");
    }
}
