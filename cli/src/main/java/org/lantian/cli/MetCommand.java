package org.lantian.cli;

import org.lantian.cli.met.MetCheckCommand;
import org.lantian.cli.met.MetMakeCommand;
import org.lantian.cli.met.MetValidateCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands {@code lantian met …}. */
@Command(
        name = "met",
        mixinStandardHelpOptions = true,
        description = "扩散模拟的气象文件 / weather files for dispersion",
        subcommands = {MetMakeCommand.class, MetCheckCommand.class, MetValidateCommand.class})
final class MetCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command: met make|check|validate");
    }
}
