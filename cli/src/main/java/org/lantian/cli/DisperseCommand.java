package org.lantian.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lantian disperse}: dispersion from a runstream in AERMOD's format, or from tables. */
@Command(
        name = "disperse",
        mixinStandardHelpOptions = true,
        description = "大气扩散模拟 / dispersion modelling",
        subcommands = DisperseValidateCommand.class)
public final class DisperseCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        return common.json() ? 0 : 0;
    }
}
