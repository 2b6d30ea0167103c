package org.lantian.dispersion.preprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.Check;

/** Roughness, albedo and Bowen ratio of the ground around the station, by wind sector and month. */
public final class SurfaceCharacteristics implements Surroundings {

    /**
     * Values of one sector in one month.
     *
     * @param noonAlbedo r', 0–1
     * @param bowenRatio B₀
     * @param roughness z₀, m
     */
    public record Ground(double noonAlbedo, double bowenRatio, double roughness) {
        public Ground {
            Check.inRange("albedo", noonAlbedo, 0, 0.95);
            Check.inRange("bowen", bowenRatio, 0.05, 20);
            Check.inRange("z0", roughness, 1e-4, 3);
        }
    }

    /**
     * A sector from one direction clockwise up to, but without, another; the whole circle when both are equal or 0 and 360.
     *
     * @param months 1–12
     */
    public record Entry(Set<Integer> months, double fromDegrees, double toDegrees, Ground ground) {
        public Entry {
            months = Set.copyOf(months);
            Check.that(!months.isEmpty() && months.stream().allMatch(m -> m >= 1 && m <= 12), "months are 1–12");
            Check.inRange("sector_from", fromDegrees, 0, 360);
            Check.inRange("sector_to", toDegrees, 0, 360);
        }

        boolean covers(int month, double direction) {
            if (!months.contains(month)) {
                return false;
            }
            double from = fromDegrees % 360;
            double to = toDegrees % 360;
            double wind = direction % 360;
            if (from == to) {
                return true;
            }
            return from < to ? wind >= from && wind < to : wind >= from || wind < to;
        }
    }

    private static final int DIRECTIONS = 360;

    /** One entry a month and a degree. */
    private final Ground[][] grounds;

    private SurfaceCharacteristics(Ground[][] grounds) {
        this.grounds = grounds;
    }

    /**
     * A month and direction that no entry, or more than one, speaks for.
     *
     * @param entries how many do
     */
    public record Hole(int month, int directionDegrees, int entries) {}

    /** The first month and direction that is not covered exactly once. */
    public static Optional<Hole> findHole(List<Entry> entries) {
        for (int month = 1; month <= 12; month++) {
            for (int degrees = 0; degrees < DIRECTIONS; degrees++) {
                int count = covering(entries, month, degrees).size();
                if (count != 1) {
                    return Optional.of(new Hole(month, degrees, count));
                }
            }
        }
        return Optional.empty();
    }

    /** Characteristics by entries that cover each month and direction exactly once; sectors begin at whole degrees. */
    public static SurfaceCharacteristics of(List<Entry> entries) {
        findHole(entries).ifPresent(hole -> {
            throw new IllegalArgumentException("not covered exactly once: " + hole);
        });
        Ground[][] grounds = new Ground[12][DIRECTIONS];
        for (int month = 1; month <= 12; month++) {
            for (int degrees = 0; degrees < DIRECTIONS; degrees++) {
                grounds[month - 1][degrees] =
                        covering(entries, month, degrees).getFirst().ground();
            }
        }
        return new SurfaceCharacteristics(grounds);
    }

    /** The same ground everywhere, all year. */
    public static SurfaceCharacteristics uniform(Ground ground) {
        Set<Integer> year = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        return of(List.of(new Entry(year, 0, 360, ground)));
    }

    @Override
    public Ground at(HourStamp hour, double direction) {
        return grounds[hour.month() - 1][(int) Math.floor(direction % 360)];
    }

    @Override
    public double greatestRoughness() {
        double greatest = 0;
        for (Ground[] month : grounds) {
            for (Ground ground : month) {
                greatest = Math.max(greatest, ground.roughness());
            }
        }
        return greatest;
    }

    private static List<Entry> covering(List<Entry> entries, int month, int degrees) {
        List<Entry> found = new ArrayList<>(1);
        for (Entry entry : entries) {
            if (entry.covers(month, degrees)) {
                found.add(entry);
            }
        }
        return found;
    }
}
