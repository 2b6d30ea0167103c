package org.lantian.server.startup.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.DomainError;
import org.lantian.quantities.DomainException;
import org.lantian.server.problem.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The part of the command line that needs the server's classes: {@code start} and {@code config}. */
@Command(
        name = "lantian",
        subcommands = {StartCommand.class, ConfigCommand.class})
public final class ServerCommand {

    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private ServerCommand() {}

    /** Runs one command to its end and gives its exit code: 0 done, 1 failed, 2 wrong use or input. */
    public static int run(Class<?> application, List<String> arguments) {
        CommandLine commandLine = new CommandLine(new ServerCommand(), new Commands(application));
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> explain(e));
        commandLine.setParameterExceptionHandler((e, arguments1) -> {
            Terminal.error(new BilingualText("选项有误：" + e.getMessage(), "Wrong option: " + e.getMessage()));
            return WRONG_USE;
        });
        return commandLine.execute(arguments.toArray(String[]::new));
    }

    private static int explain(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException domain) {
                DomainError error = domain.error();
                Terminal.error(error.message());
                return error instanceof StartFailure ? FAILED : WRONG_USE;
            }
        }
        Terminal.error(StartFailures.of(e).map(StartFailure::message).orElseGet(() -> unforeseen(e)));
        return FAILED;
    }

    /** One sentence for the person; the trace goes to a file, for whoever mends it. */
    private static BilingualText unforeseen(Exception e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        String reason = rootOf(e).toString();
        try {
            Path report = Files.createTempFile("lantian-failure-", ".log");
            Files.writeString(report, trace.toString());
            return new BilingualText(
                    "启动失败：" + reason + "（详见 " + report + "）",
                    "The start failed: " + reason + " (details in " + report + ")");
        } catch (IOException unwritable) {
            return new BilingualText("启动失败：" + trace, "The start failed: " + trace);
        }
    }

    private static Throwable rootOf(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null || cause == e ? e : rootOf(cause);
    }

    /** Makes the commands; the one that starts needs to know what. */
    private record Commands(Class<?> application) implements CommandLine.IFactory {

        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == StartCommand.class
                    ? type.cast(new StartCommand(application))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
