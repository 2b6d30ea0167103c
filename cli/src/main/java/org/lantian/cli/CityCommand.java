package org.lantian.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands {@code lantian city …}. */
@Command(
        name = "city",
        mixinStandardHelpOptions = true,
        description = "城市包 / city packs",
        subcommands = {CityCheckCommand.class})
final class CityCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command: city …");
    }
}
