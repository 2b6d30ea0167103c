package org.lantian.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a figure was measured on, without anything that identifies the machine. */
final class Machine {

    private Machine() {}

    /** One line each: processor, memory, system, JDK. */
    static List<String> describe() {
        return List.of(
                "Processor: " + firstValue("/proc/cpuinfo", "model name") + ", "
                        + Runtime.getRuntime().availableProcessors() + " cores",
                "Memory: " + memory(),
                "System: " + System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                "JDK: " + System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    private static String memory() {
        String kilobytes = firstValue("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return kilobytes.isEmpty() ? "unknown" : Math.round(Long.parseLong(kilobytes) / 1048576.0) + " GiB";
    }

    private static String firstValue(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            // not every system has these files; the figure is then only less well described
            return "unknown";
        }
    }
}
