package org.lantian.cli;

import java.util.List;
import java.util.Locale;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Each command is one class that only parses, calls and prints.
 *
 * <p>Exit codes: 0 done, 1 failed, 2 wrong use or input. A new command is added to the list below, or to its group's.
 */
@Command(
        name = "lantian",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        description = "蓝天：城市大气污染精细化监管与决策支持 / Lantian: supervision and decisions for a city's clean air",
        subcommands = {
            LauncherCommands.Start.class,
            LauncherCommands.Test.class,
            LauncherCommands.Bench.class,
            LauncherCommands.Config.class,
            VersionCommand.class,
            CompletionCommand.class,
            AdminCommand.class,
            AuditCommand.class,
            CityCommand.class,
            ImportCommand.class,
            JobsCommand.class,
            FilesCommand.class,
            AqiCommand.class,
            AssessCommand.class,
            MetCommand.class,
            DisperseCommand.class,
        })
public final class Lantian implements Runnable {

    static final int FAILED = 1;
    static final int WRONG_USE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    CommandSpec spec;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    /** Runs one command and gives its exit code. */
    public static int run(List<String> arguments) {
        return commandLine().execute(arguments.toArray(String[]::new));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Lantian());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> explain(e, languageOf(parsed.originalArgs())));
        commandLine.setParameterExceptionHandler(Lantian::explainUse);
        return commandLine;
    }

    /** Without a command: the list of commands, and exit code 2. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "命令缺失 / missing command");
    }

    private static int explainUse(ParameterException e, String[] arguments) {
        BilingualText text = new BilingualText("用法有误：" + e.getMessage(), "Wrong use: " + e.getMessage());
        System.err.println(text.in(languageOf(List.of(arguments))));
        CommandLine command = e.getCommandLine();
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, System.err)) {
            command.usage(System.err);
        }
        return WRONG_USE;
    }

    private static int explain(Exception e, Locale language) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CommandFailure failure) {
                System.err.println(failure.text().in(language));
                return failure.exitCode();
            }
            if (cause instanceof DomainException domain) {
                System.err.println(domain.error().message().in(language));
                return WRONG_USE;
            }
        }
        System.err.println(new BilingualText("出错：" + e, "Failed: " + e).in(language));
        if (System.getenv("LANTIAN_DEBUG") != null) {
            e.printStackTrace();
        }
        return FAILED;
    }

    /** The language of messages even where parsing broke off: {@code --lang}, else the environment's. */
    private static Locale languageOf(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                return CommonOptions.language(argument.substring("--lang=".length()));
            }
            if (argument.equals("--lang") && i + 1 < arguments.size()) {
                return CommonOptions.language(arguments.get(i + 1));
            }
        }
        return CommonOptions.language(null);
    }
}
