package org.lantian.dispersion.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.weather.HourStamp;

@DisplayName("Values between receptors")
class SurfaceTest {

    private static final int SIZE = 50;

    private static PlotValues plane(List<Place> places) {
        return new PlotValues() {
            @Override
            public double value(int place) {
                Receptor r = places.get(place).receptor();
                return linear(r.x(), r.y());
            }

            @Override
            public Optional<HourStamp> end(int place) {
                return Optional.empty();
            }
        };
    }

    private static double linear(double x, double y) {
        return 5000 + 2 * x - 0.5 * y;
    }

    private static Place at(double x, double y) {
        return new Place(Receptor.flat(x, y), "", "");
    }

    /** Checks a raster over 0…1000 m: linear where there is a value, and a value nearly everywhere inside. */
    private static void equalsPlane(List<Place> places, int leastCells) {
        double metres = 1000.0 / SIZE;
        double[][] raster = new Surface(places, plane(places)).raster(0, 1000, metres, SIZE, SIZE);
        int cells = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                if (!Double.isNaN(raster[row][column])) {
                    cells++;
                    double x = (column + 0.5) * metres;
                    double y = 1000 - (row + 0.5) * metres;
                    assertThat(raster[row][column]).isCloseTo(linear(x, y), offset(1e-6));
                }
            }
        }
        assertThat(cells).isGreaterThanOrEqualTo(leastCells);
    }

    @Test
    @DisplayName("are linear on a regular grid, whose corners lie on common circles, and cover all of it")
    void grid() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            for (int j = 0; j <= 10; j++) {
                places.add(at(100 * i, 100 * j));
            }
        }
        equalsPlane(places, SIZE * SIZE);
    }

    @Property(tries = 50)
    void areLinearBetweenScatteredReceptors(@ForAll long seed) {
        Random random = new Random(seed);
        List<Place> places = new ArrayList<>(List.of(at(0, 0), at(1000, 0), at(0, 1000), at(1000, 1000)));
        for (int i = 0; i < 60; i++) {
            places.add(at(1000 * random.nextDouble(), 1000 * random.nextDouble()));
        }
        equalsPlane(places, SIZE * SIZE);
    }

    @Test
    @DisplayName("do not exist for one receptor or receptors on a line, and duplicates do no harm")
    void degenerate() {
        equalsPlane(List.of(at(500, 500)), 0);
        equalsPlane(List.of(at(0, 0), at(0, 0), at(1000, 0), at(0, 1000), at(1000, 1000)), SIZE * SIZE);
    }

    @Test
    @DisplayName("fall into classes 1, 2, 5 times powers of ten")
    void classes() {
        MapClasses classes = MapClasses.upTo(43);
        assertThat(classes.bounds()).containsExactly(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
        assertThat(classes.of(0.05)).isZero();
        assertThat(classes.of(0.1)).isEqualTo(1);
        assertThat(classes.of(43)).isEqualTo(8);
        assertThat(classes.of(Double.NaN)).isEqualTo(-1);
        assertThat(MapClasses.upTo(0).bounds()).isEmpty();
    }
}
