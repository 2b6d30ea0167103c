package org.lantian.dispersion.runstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.dispersion.Progress;
import org.lantian.dispersion.averaging.AveragingPeriod;

@DisplayName("The execution of a runstream")
class RunExecutionTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void weather() throws IOException {
        SmallRun.writeWeather(folder, 72);
    }

    private static RunExecution.Outcome execute(Run run) {
        return RunExecution.execute(
                run,
                new RunExecution.Settings(2, org.lantian.dispersion.kernel.Numerics.STANDARD),
                RunExecution.nobody(),
                Progress.NONE);
    }

    private static double[] period(Run run, String group) {
        return execute(run).mean(AveragingPeriod.PERIOD).values()[run.group(group)];
    }

    @Test
    @DisplayName("counts hours, gives nothing at a receptor on a source, and something around it")
    void plain() {
        Run run = SmallRun.reading(folder, SmallRun.RUNSTREAM);
        RunExecution.Outcome outcome = execute(run);
        assertThat(outcome.hours()).isEqualTo(72);
        assertThat(RunExecution.countHours(run)).isEqualTo(72);
        double[] ofOne = outcome.mean(AveragingPeriod.PERIOD).values()[run.group("ONE")];
        assertThat(ofOne[16]).isZero();
        assertThat(ofOne[0]).isPositive();
    }

    @Test
    @DisplayName("takes the days and hours that STARTEND and DAYRANGE name")
    void selection() {
        Run startEnd = SmallRun.reading(folder, "   PROFBASE", "   STARTEND 23 01 01 13 23 01 02 12\n   PROFBASE");
        assertThat(execute(startEnd).hours()).isEqualTo(24);
        Run days = SmallRun.reading(folder, "   PROFBASE", "   DAYRANGE 1/2 3-3\n   PROFBASE");
        assertThat(execute(days).hours()).isEqualTo(48);
    }

    @Test
    @DisplayName("stops after the hour at which it is told to, and says that it is not complete")
    void cancel() {
        Run run = SmallRun.reading(folder, SmallRun.RUNSTREAM);
        RunExecution.Outcome outcome = RunExecution.execute(
                run,
                new RunExecution.Settings(1, org.lantian.dispersion.kernel.Numerics.STANDARD),
                RunExecution.nobody(),
                done -> done < 10);
        assertThat(outcome.complete()).isFalse();
        assertThat(outcome.hours()).isLessThan(72);
    }

    @Test
    @DisplayName("takes rate, temperature and velocity of each hour from an hourly file")
    void hourlyEmissions() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            lines.add("SO HOUREMIS 23 1 %d %d S1 20.0 400.0 10.0".formatted(i / 24 + 1, i % 24 + 1));
        }
        Files.write(folder.resolve("hourly.dat"), lines);
        Run constant = SmallRun.reading(folder, SmallRun.RUNSTREAM);
        Run hourly = SmallRun.reading(folder, "   SRCGROUP  ALL", "   HOUREMIS hourly.dat S1\n   SRCGROUP  ALL");
        double[] once = period(constant, "ONE");
        double[] twice = period(hourly, "ONE");
        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isCloseTo(2 * once[i], org.assertj.core.data.Offset.offset(1e-9 * (1 + once[i])));
        }

        // negative or missing parameters mean no emission
        lines.replaceAll(line -> line.contains(" S1 20.0") && line.endsWith("10.0")
                ? line.replace("S1 20.0 400.0 10.0", "S1 20.0")
                : line);
        Files.write(folder.resolve("hourly.dat"), lines);
        assertThat(period(hourly, "ONE")).containsOnly(0.0);

        lines.remove(30);
        Files.write(folder.resolve("hourly.dat"), lines);
        assertThatThrownBy(() -> execute(hourly))
                .hasMessageContaining("S1")
                .hasMessageContaining("hour 7 of 2023-01-02");
    }

    @Test
    @DisplayName("adds the background of the hour, converted, to the groups that ask for it")
    void background() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 72; i++) {
            lines.add("23 01 %02d %02d 010.000".formatted(i / 24 + 1, i % 24 + 1));
        }
        Files.write(folder.resolve("bg.dat"), lines);
        Run run = SmallRun.reading(
                folder,
                SmallRun.RUNSTREAM
                        .replace(
                                "   SRCGROUP  ALL",
                                "   BACKGRND HOURLY bg.dat\n   BACKUNIT PPB\n   SRCGROUP BG BACKGROUND\n   SRCGROUP  ALL")
                        .replace("POLLUTID  OTHER", "POLLUTID  NO2"));
        for (double value : period(run, "BG")) {
            assertThat(value).isCloseTo(10 / 0.5319, org.assertj.core.data.Offset.offset(1e-9));
        }
        assertThat(period(run, "ONE")[16]).isZero();
    }

    @Test
    @DisplayName("gives a long narrow road what its pieces give together, hour by hour, also where the wind crosses it")
    void narrowRoad() {
        StringBuilder whole =
                new StringBuilder("   LOCATION  WHOLE LINE -250 -150 250 150\n   SRCPARAM  WHOLE 1E-4 1.3 12 1.2\n");
        int pieces = 50;
        for (int i = 0; i < pieces; i++) {
            whole.append("   LOCATION  P%02d LINE %d %d %d %d\n   SRCPARAM  P%02d 1E-4 1.3 12 1.2\n"
                    .formatted(i, -250 + 10 * i, -150 + 6 * i, -240 + 10 * i, -144 + 6 * i, i));
        }
        Run run = SmallRun.reading(
                folder,
                SmallRun.RUNSTREAM
                        .replace(
                                "   SRCGROUP  ALL",
                                whole + "   SRCGROUP  ROAD WHOLE\n   SRCGROUP  PIECES P00-P49\n   SRCGROUP  ALL")
                        .replace(
                                "   DISCCART 0 0",
                                "   DISCCART 20 50\n   DISCCART 0 50\n   DISCCART -30 -100\n   DISCCART 0 0"));
        int road = run.group("ROAD");
        int parts = run.group("PIECES");
        RunExecution.execute(
                run,
                new RunExecution.Settings(2, org.lantian.dispersion.kernel.Numerics.STANDARD),
                (average, end, means) -> {
                    if (average.hours() == 1) {
                        for (int i = 16; i < 19; i++) {
                            assertThat(means[road][i])
                                    .as("%s receptor %d", end, i)
                                    .isCloseTo(
                                            means[parts][i],
                                            org.assertj.core.data.Offset.offset(0.03 * means[parts][i] + 1e-3));
                        }
                    }
                },
                Progress.NONE);
    }
}
