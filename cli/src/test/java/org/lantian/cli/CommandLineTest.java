package org.lantian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

@DisplayName("The command line")
@ResourceLock(Resources.SYSTEM_OUT)
class CommandLineTest {

    private record Result(int exitCode, String out, String err) {}

    private static Result run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
        ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
            int exitCode = Lantian.run(List.of(arguments));
            return new Result(
                    exitCode, caughtOut.toString(StandardCharsets.UTF_8), caughtErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Test
    @DisplayName("lists every command in its help, also those that the launcher runs")
    void help() {
        Result help = run("--help");
        assertThat(help.exitCode()).isZero();
        for (String command : List.of("start", "test", "bench", "config", "version", "completion", "admin", "import")) {
            assertThat(help.out()).contains(command);
        }
        assertThat(help.err()).isEmpty();
    }

    @Test
    @DisplayName("explains wrong use on standard error with exit code 2, in the language asked for")
    void wrongUse() {
        Result unknown = run("no-such-command", "--lang", "en");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("Wrong use: ");
        assertThat(unknown.out()).isEmpty();
        assertThat(run("version", "--no-such-option", "--lang=zh").err()).startsWith("用法有误：");
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("city").exitCode()).isEqualTo(2);
        assertThat(run("version", "--lang", "fr").exitCode()).isEqualTo(2);
        assertThat(run("version", "--threads", "0").exitCode()).isEqualTo(2);
        assertThat(run("admin", "password", "--server", "http://127.0.0.1:1").exitCode())
                .as("another server needs a token")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("says its version as lines or as one JSON object")
    void version() {
        assertThat(run("version").out()).contains("lantian ", "commit ", "jdk 25");
        assertThat(run("version", "--json").out()).startsWith("{\"lantian\":\"").contains("\"jdk\":\"25");
    }

    @Test
    @DisplayName("completes its commands in bash and zsh")
    void completion() {
        for (String shell : List.of("bash", "zsh")) {
            Result script = run("completion", shell);
            assertThat(script.exitCode()).isZero();
            assertThat(script.out()).contains("complete -F", "admin", "--lang");
        }
        assertThat(run("completion", "fish").exitCode()).isEqualTo(2);
    }

    @Test
    @DisplayName("gives every command --help, and --lang, --json, --threads to each that does something")
    void commonOptions() {
        check(Lantian.commandLine());
    }

    private static void check(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        boolean byLauncher = spec.userObject() instanceof LauncherCommands.ByLauncher;
        if (!byLauncher) {
            assertThat(spec.findOption("--help")).as(spec.qualifiedName()).isNotNull();
        }
        if (!byLauncher && spec.userObject() instanceof Callable) { // a group only names its commands
            for (String option : List.of("--lang", "--json", "--threads")) {
                assertThat(spec.findOption(option))
                        .as(spec.qualifiedName() + " " + option)
                        .isNotNull();
            }
        }
        command.getSubcommands().values().forEach(CommandLineTest::check);
    }
}
