package org.lantian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs harmless commands, at build time, to record which classes they need (the ahead-of-time cache of the JVM). What it
 * prints nobody reads; what fails here fails in the tests too.
 */
final class Training {

    private static final List<String> POLLUTANTS = List.of("so2", "no2", "pm10", "co", "o3", "pm25");

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Lantian.run(List.of("--help"));
        Lantian.run(List.of("version"));
        Lantian.run(List.of("version", "--no-such-option"));
        Path folder = Files.createTempDirectory("lantian-training");
        Path values = folder.resolve("values.csv");
        Path result = folder.resolve("result.csv");
        try {
            Files.writeString(values, values());
            Lantian.run(List.of("aqi", values.toString(), "-o", result.toString()));
            Lantian.run(List.of("aqi", values.toString(), "--period", "day", "-o", result.toString()));
            Lantian.run(List.of("assess", values.toString(), "--year", "2019", "-o", result.toString()));
            Lantian.run(
                    List.of("city", "check", home().resolve("cities/jincheng").toString()));
        } finally {
            Files.deleteIfExists(result);
            Files.deleteIfExists(values);
            Files.delete(folder);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("lantian.home", "")).toAbsolutePath();
    }

    /** Two days of invented values of an invented station. */
    private static String values() {
        StringBuilder csv = new StringBuilder("station,time,pollutant,value\n");
        for (int day = 1; day <= 2; day++) {
            for (int hour = 0; hour < 24; hour++) {
                for (String pollutant : POLLUTANTS) {
                    csv.append(String.format("T1,2019-03-%02dT%02d:00,%s,%d%n", day, hour, pollutant, 1 + hour));
                }
            }
        }
        return csv.toString();
    }
}
