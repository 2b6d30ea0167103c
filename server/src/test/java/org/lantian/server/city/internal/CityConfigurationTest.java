package org.lantian.server.city.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lantian.city.CityPackError;
import org.lantian.quantities.DomainException;
import org.lantian.server.settings.LantianSettings;
import org.lantian.testing.GeneratedPack;

@DisplayName("The pack that the operator chose")
class CityConfigurationTest {

    @TempDir
    private Path folder = Path.of("");

    private LantianSettings settings() {
        return new LantianSettings(folder.resolve("data"), folder.resolve("pack"), null, Locale.ENGLISH);
    }

    @Test
    @DisplayName("is read when it is good")
    void good() {
        GeneratedPack.write(folder.resolve("pack"), new GeneratedPack.Plan(1, 2, 2, 0));

        assertThat(new CityConfiguration().cityPack(settings()).city().code().value())
                .isEqualTo("990100");
    }

    @Test
    @DisplayName("stops the start with every error when it is broken")
    void broken() throws IOException {
        GeneratedPack.write(folder.resolve("pack"), new GeneratedPack.Plan(1, 2, 2, 0));
        Path stations = folder.resolve("pack/stations.csv");
        Files.writeString(stations, Files.readString(stations).replace("990102,no", "990199,no"));

        assertThatThrownBy(() -> new CityConfiguration().cityPack(settings()))
                .isInstanceOfSatisfying(DomainException.class, e -> {
                    assertThat(e.error()).isInstanceOf(CityPackError.Broken.class);
                    assertThat(e.error().message().en())
                            .contains("has 2 errors")
                            .contains("stations.csv, row 4, field area: \"990199\"")
                            .contains("stations.csv, row 5, field area: \"990199\"");
                });
    }
}
