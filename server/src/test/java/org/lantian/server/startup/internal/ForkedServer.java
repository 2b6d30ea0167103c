package org.lantian.server.startup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lantian.server.LantianServer;

/** The server's main class in a process of its own, as the launcher starts it. */
final class ForkedServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final Path output;

    private ForkedServer(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ForkedServer start(String... arguments) throws IOException {
        Path output = Files.createTempFile("lantian-forked", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                // the product without the tests' own classes and logging
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .reduce((first, second) -> first + File.pathSeparator + second)
                        .orElseThrow(),
                LantianServer.class.getName(),
                "start"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("LANG", "en_US.UTF-8");
        builder.environment().remove("LC_ALL");
        // nothing to import: these tests are about the life of the process
        builder.environment().remove("LANTIAN_KIT");
        return new ForkedServer(builder.start(), output);
    }

    long pid() {
        return process.pid();
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Waits until it says that it is ready. */
    ForkedServer awaitReady() throws IOException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!output().contains("Lantian is ready")) {
            assertThat(process.isAlive())
                    .as("still running; it said: %s", output())
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("ready in time; it said: %s", output())
                    .isLessThan(limit);
            Thread.sleep(50);
        }
        return this;
    }

    /** Waits for the end and gives the exit code. */
    int awaitEnd() throws InterruptedException, IOException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("ended; it said: %s", output())
                .isTrue();
        return process.exitValue();
    }

    /** Asks it to stop, as {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    /** Ends it without warning. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }
}
