package org.lantian.standards.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.CleanPoint;
import org.lantian.standards.Standards;

@DisplayName("Mean of a county or city")
class AreaMeanTest {

    private static final LocalDate DAY = LocalDate.of(2019, 3, 1);
    private static final AreaMean MEAN = Standards.named("2012").orElseThrow().areaMean();

    private static StationDays station(String code, CleanPoint cleanPoint, double pm25) {
        return new StationDays(code, cleanPoint, List.of(Days.of(DAY, 10, 20, 40, 1, 90, pm25)));
    }

    @Test
    @DisplayName("leaves the clean comparison point out")
    void cleanPoint() {
        AreaDays area = MEAN.of(List.of(
                station("a", CleanPoint.NO, 50), station("b", CleanPoint.NO, 70), station("c", CleanPoint.YES, 10)));
        assertThat(area.days().getFirst().pm25()).isEqualTo(new DailyValue(60, 2, true));
        assertThat(area.counted()).containsExactly("a", "b");
        assertThat(area.excluded()).containsExactly("c");
        assertThat(area.remarks()).isEmpty();
    }

    @Test
    @DisplayName("says so when it is not known which points are clean")
    void unknown() {
        AreaDays area = MEAN.of(List.of(station("a", CleanPoint.NO, 50), station("b", CleanPoint.UNKNOWN, 70)));
        assertThat(area.days().getFirst().pm25().value()).isEqualTo(60);
        assertThat(area.remarks()).containsExactly(AreaRemark.CLEAN_POINTS_UNKNOWN);
    }

    @Test
    @DisplayName("is valid when at least 75 % of the stations are")
    void threeQuarters() {
        StationDays silent = new StationDays("x", CleanPoint.NO, List.of());
        List<StationDays> three = List.of(
                station("a", CleanPoint.NO, 50), station("b", CleanPoint.NO, 60), station("c", CleanPoint.NO, 70));
        List<StationDays> threeOfFour = new ArrayList<>(three);
        threeOfFour.add(silent);
        assertThat(MEAN.of(threeOfFour).days().getFirst().pm25()).isEqualTo(new DailyValue(60, 3, true));
        List<StationDays> threeOfFive = new ArrayList<>(threeOfFour);
        threeOfFive.add(new StationDays(
                "y",
                CleanPoint.NO,
                List.of(Days.withPm25(Days.of(DAY, 10, 20, 40, 1, 90, 0), new DailyValue(500, 19, false)))));
        assertThat(MEAN.of(threeOfFive).days().getFirst().pm25())
                .as("a station's invalid value does not enter the mean")
                .isEqualTo(new DailyValue(60, 3, false));
    }

    @Test
    @DisplayName("an area without a station that counts has no value and says so")
    void noStation() {
        AreaDays area = MEAN.of(List.of(station("c", CleanPoint.YES, 10)));
        assertThat(area.days()).isEmpty();
        assertThat(area.remarks()).containsExactly(AreaRemark.NO_STATION);
    }

    @Property
    void doesNotDependOnTheOrderOfStations(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 500) Double> values, @ForAll long seed) {
        List<StationDays> stations = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            stations.add(station("s" + i, CleanPoint.NO, values.get(i)));
        }
        List<StationDays> shuffled = new ArrayList<>(stations);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(MEAN.of(shuffled).days()).isEqualTo(MEAN.of(stations).days());
    }
}
