package org.lantian.dispersion.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.DomainException;

@DisplayName("The tables of ground and soundings")
class TableReadersTest {

    private static SurfaceCharacteristics ground(String... rows) {
        List<String> lines = new ArrayList<>(List.of("months,sector_from_deg,sector_to_deg,z0_m,albedo,bowen"));
        lines.addAll(List.of(rows));
        return GroundTableReader.of(TextTable.parse("g.csv", lines));
    }

    private static HourStamp in(int month) {
        return HourStamp.of(LocalDate.of(2024, month, 1), 12);
    }

    @Test
    @DisplayName("give the ground of a sector and a month, with sectors across north and months across New Year")
    void findGround() {
        SurfaceCharacteristics ground = ground(
                "12-2,330,60,0.1,0.5,1.5",
                "3-11,330,60,0.2,0.2,0.6",
                "12;1;2,60,330,0.8,0.35,1.5",
                "3-11,60,330,1,0.18,1");
        assertThat(ground.at(in(1), 350).roughness()).isEqualTo(0.1);
        assertThat(ground.at(in(12), 0).roughness()).isEqualTo(0.1);
        assertThat(ground.at(in(1), 360).roughness()).isEqualTo(0.1);
        assertThat(ground.at(in(7), 59.9).bowenRatio()).isEqualTo(0.6);
        assertThat(ground.at(in(7), 60).bowenRatio()).isEqualTo(1);
        assertThat(ground.at(in(2), 329.9).noonAlbedo()).isEqualTo(0.35);
        assertThat(ground.greatestRoughness()).isEqualTo(1);
    }

    @Test
    @DisplayName("are refused with a hole, an overlap, or a value out of range, which is named")
    void refuseGround() {
        assertThatThrownBy(() -> ground("all,0,180,0.1,0.2,1"))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("month 1, 180°: none");
        assertThatThrownBy(() -> ground("all,0,360,0.1,0.2,1", "5,0,90,0.1,0.2,1"))
                .hasMessageContaining("month 5, 0°: 2 rows");
        assertThatThrownBy(() -> ground("all,0,360,12,0.2,1"))
                .hasMessageContaining("row 2")
                .hasMessageContaining("z0_m")
                .hasMessageContaining("\"12\"");
        assertThatThrownBy(() -> ground("13,0,360,0.1,0.2,1")).hasMessageContaining("months");
        assertThatThrownBy(() -> ground("all,0.5,360,0.1,0.2,1")).hasMessageContaining("whole degrees");
        assertThatThrownBy(() -> GroundTableReader.of(TextTable.parse("g.csv", List.of("months,z0_m", "all,1"))))
                .hasMessageContaining("sector_from_deg");
    }

    private static Map<LocalDate, MorningSounding> sounding(String... rows) {
        List<String> lines = new ArrayList<>(List.of("date,height_m,temp_c"));
        lines.addAll(List.of(rows));
        return SoundingTableReader.of(TextTable.parse("u.csv", lines));
    }

    @Test
    @DisplayName("give a sounding a day, as potential temperature")
    void readSoundings() {
        Map<LocalDate, MorningSounding> soundings =
                sounding("2024-01-01,0,-5", "2024-01-01,500,-5", "2024-01-02,0,0", "2024-01-02,1000,-9.77");
        MorningSounding isothermal = Objects.requireNonNull(soundings.get(LocalDate.of(2024, 1, 1)));
        // an isothermal layer: γ is the dry adiabatic lapse rate
        assertThat(isothermal.mixedBy(100)).isCloseTo(Math.sqrt(200 / 0.00977), within(0.1));
        MorningSounding neutral = Objects.requireNonNull(soundings.get(LocalDate.of(2024, 1, 2)));
        assertThat(neutral.mixedBy(1)).isGreaterThanOrEqualTo(1000);
    }

    @Test
    @DisplayName("are refused with a sounding of one level, levels that sink, or a date that is none")
    void refuseSoundings() {
        assertThatThrownBy(() -> sounding("2024-01-01,0,-5")).hasMessageContaining("two levels");
        assertThatThrownBy(() -> sounding("2024-01-01,100,-5", "2024-01-01,50,-5"))
                .hasMessageContaining("row 3")
                .hasMessageContaining("height_m");
        assertThatThrownBy(() -> sounding("1.1.2024,0,-5")).hasMessageContaining("date");
        assertThatThrownBy(() -> sounding("2024-01-01,0,400")).hasMessageContaining("temp_c");
    }
}
