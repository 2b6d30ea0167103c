package org.lantian.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints a script that completes commands and options in the shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "命令补全脚本 / completion script: source <(./lantian completion bash)")
final class CompletionCommand implements Callable<Integer> {

    enum Shell {
        BASH,
        ZSH
    }

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "bash|zsh", description = "bash | zsh")
    Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        // the script serves both: under zsh it turns on zsh's bash completion first
        System.out.println(AutoComplete.bash("lantian", Lantian.commandLine()));
        return 0;
    }
}
