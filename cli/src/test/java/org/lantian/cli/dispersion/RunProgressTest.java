package org.lantian.cli.dispersion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The progress of a run")
class RunProgressTest {

    private final AtomicLong seconds = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private RunProgress progress(boolean terminal, Locale locale) {
        return new RunProgress(
                8784,
                new PrintStream(bytes, true, StandardCharsets.UTF_8),
                terminal,
                locale,
                () -> seconds.get() * 1_000_000_000L);
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("says hours done, per cent and time left, at most twice a second on a terminal")
    void terminal() {
        RunProgress progress = progress(true, Locale.ENGLISH);
        progress.hours(1);
        assertThat(told()).isEmpty();
        seconds.set(10);
        progress.hours(2196);
        assertThat(told()).contains("2,196 of 8,784 hours, 25 %, about 30 s left");
        seconds.set(4000);
        progress.hours(4392);
        assertThat(told()).contains("50 %, about 1:06:40 left");
    }

    @Test
    @DisplayName("says it line by line, seldom, where the output is a file")
    void log() {
        RunProgress progress = progress(false, Locale.CHINESE);
        seconds.set(9);
        progress.hours(100);
        assertThat(told()).isEmpty();
        seconds.set(20);
        progress.hours(4392);
        assertThat(told()).isEqualTo("4,392 / 8,784 小时，50 %，约剩 20 s" + System.lineSeparator());
    }

    @Test
    @DisplayName("ends the run once it is cancelled")
    void cancel() {
        RunProgress progress = progress(false, Locale.CHINESE);
        assertThat(progress.hours(1)).isTrue();
        progress.cancel();
        assertThat(progress.hours(2)).isFalse();
        assertThat(progress.cancelled()).isTrue();
    }
}
