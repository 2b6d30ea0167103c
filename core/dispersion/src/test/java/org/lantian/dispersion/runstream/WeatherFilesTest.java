package org.lantian.dispersion.runstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.quantities.DomainException;
import org.lantian.quantities.InputError;

@DisplayName("Weather files")
class WeatherFilesTest {

    @TempDir
    private Path folder;

    private List<String> surface = new ArrayList<>();
    private List<String> profile = new ArrayList<>();

    @BeforeEach
    void twoDays() {
        surface = new ArrayList<>(SmallRun.surface(LocalDateTime.of(2023, 1, 1, 0, 0), 48));
        profile = new ArrayList<>(SmallRun.profile(LocalDateTime.of(2023, 1, 1, 0, 0), 48));
    }

    private List<WeatherHour> read() throws IOException {
        return read("\n");
    }

    private List<WeatherHour> read(String lineEnd) throws IOException {
        Path sfc = Files.writeString(folder.resolve("a.sfc"), String.join(lineEnd, surface) + lineEnd);
        Path pfl = Files.writeString(folder.resolve("a.pfl"), String.join(lineEnd, profile) + lineEnd);
        List<WeatherHour> hours = new ArrayList<>();
        try (WeatherFiles files = WeatherFiles.open(sfc, pfl)) {
            files.forEachRemaining(hours::add);
        }
        return hours;
    }

    private void refused(String code, long row) {
        refused(code, error -> assertThat(error.row()).isEqualTo(row));
    }

    private void refused(String code, Consumer<InputError> more) {
        assertThatThrownBy(this::read).isInstanceOfSatisfying(DomainException.class, e -> {
            InputError error = (InputError) e.error();
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.file()).containsPattern("a\\.(sfc|pfl)$");
            more.accept(error);
        });
    }

    @Test
    @DisplayName("give hour after hour with its levels")
    void plain() throws IOException {
        List<WeatherHour> hours = read();
        assertThat(hours).hasSize(48);
        assertThat(hours.get(23).stamp()).isEqualTo(new HourStamp(2023, 1, 1, 24, 1));
        assertThat(hours.get(24).stamp()).isEqualTo(new HourStamp(2023, 1, 2, 1, 2));
        assertThat(hours.get(0).surface().obukhovLength()).isEqualTo(80.0);
        assertThat(hours.get(0).levels()).hasSize(1);
    }

    @Test
    @DisplayName("may have blank lines, tabs and DOS line ends")
    void layout() throws IOException {
        List<WeatherHour> plain = read();
        surface.replaceAll(line -> line.startsWith("   ") ? line : "\t" + line.replace("  ", "\t"));
        surface.add(20, "");
        surface.add("   ");
        profile.replaceAll(line -> line.replace("  ", " \t"));
        profile.add(3, "");
        assertThat(read("\r\n")).isEqualTo(plain);
    }

    @Test
    @DisplayName("are refused when the levels of an hour do not rise")
    void levels() {
        String level = profile.get(4);
        profile.set(4, level.replace(" 1   ", " 0   "));
        profile.add(5, level.replace("10.0 1", " 5.0 1"));
        refused("weather.levels-not-rising", 6);
    }

    @Test
    @DisplayName("are refused when an hour is missing in both")
    void gap() {
        surface.remove(10);
        profile.remove(9);
        refused("weather.hours-not-successive", 11);
    }

    @Test
    @DisplayName("are refused when an hour is missing in one")
    void unequal() {
        profile.remove(9);
        refused("weather.files-differ", 10);
    }

    @Test
    @DisplayName("are refused when the surface file is cut off within a line or between lines")
    void truncated() {
        surface.set(48, surface.get(48).substring(0, 60));
        refused("weather.line-too-short", 49);
        surface.remove(48);
        refused("weather.ends-early", error -> assertThat(error.message().zh()).contains(".sfc 不完整"));
    }

    @Test
    @DisplayName("are refused when the profile file is cut off")
    void truncatedProfile() {
        profile.set(47, profile.get(47).replace("10.0 1", "10.0 0"));
        refused("weather.no-top", error -> assertThat(error.file()).endsWith(".pfl"));
    }

    @Test
    @DisplayName("are refused when a value is no number, with its column")
    void notANumber() {
        surface.set(5, surface.get(5).replace("1000.", "1O00."));
        refused("weather.value-not-a-number", error -> assertThat(error.field()).isEqualTo("pressure"));
    }

    @Test
    @DisplayName("without the header line are refused")
    void header() {
        surface.remove(0);
        refused("weather.no-header", 1);
    }

    @Test
    @DisplayName("have a 29 February in leap years only, also by the day of the year")
    void leapYears() throws IOException {
        surface = SmallRun.surface(LocalDateTime.of(2024, 2, 28, 0, 0), 72);
        profile = SmallRun.profile(LocalDateTime.of(2024, 2, 28, 0, 0), 72);
        assertThat(read().get(71).stamp()).isEqualTo(new HourStamp(2024, 3, 1, 24, 61));

        surface.replaceAll(line -> line.startsWith("24  2 29") ? line.replaceFirst("24", "23") : line);
        refused("weather.no-such-date", 26);
    }

    @Test
    @DisplayName("are refused when the day of the year does not fit the date")
    void julianDay() {
        surface.set(3, surface.get(3).replaceFirst("23  1  1   1", "23  1  1   2"));
        refused("weather.julian-day", 4);
    }

    @Test
    @DisplayName("may have a gap where the run permits it, and then say so")
    void permittedGap() throws IOException {
        surface.remove(10);
        profile.remove(9);
        Path sfc = Files.write(folder.resolve("b.sfc"), surface);
        Path pfl = Files.write(folder.resolve("b.pfl"), profile);
        WeatherFiles.Selection selection =
                new WeatherFiles.Selection(null, null, new DayRanges(), WeatherFiles.DateCheck.WARN);
        try (WeatherFiles files = new WeatherFiles(sfc, pfl, selection)) {
            int count = 0;
            while (files.hasNext()) {
                files.next();
                count++;
            }
            assertThat(count).isEqualTo(47);
            assertThat(files.warnings()).hasSize(1);
        }
    }

    @Test
    @DisplayName("that end before the end of the run are refused")
    void endsBeforeTheRun() throws IOException {
        SmallRun.writeWeather(folder, 48);
        Run run = SmallRun.reading(folder, "   PROFBASE", "   STARTEND 23 01 01 23 01 03\n   PROFBASE");
        assertThatThrownBy(() -> RunExecution.execute(
                        run,
                        new RunExecution.Settings(1, org.lantian.dispersion.kernel.Numerics.STANDARD),
                        RunExecution.nobody(),
                        org.lantian.dispersion.Progress.NONE))
                .hasMessageContaining("2023-01-03 hour 24");
    }
}
