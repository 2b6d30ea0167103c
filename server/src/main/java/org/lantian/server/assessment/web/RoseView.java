package org.lantian.server.assessment.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.WeatherElement;
import org.lantian.server.assessment.Subject;
import org.lantian.server.monitoring.Observations;
import org.springframework.stereotype.Component;

/** Counts from where the wind blew, and with how much of a pollutant. */
@Component
class RoseView {

    /** Lower bounds of the wind force levels 2 … 5 (GB/T 28591), m/s. */
    private static final List<Double> SPEED_BOUNDS = List.of(1.6, 3.4, 5.5, 8.0);

    /** Shares of hours at which the classes of concentration part, so that each class is seen. */
    private static final double[] CONCENTRATION_SHARES = {0.25, 0.5, 0.75, 0.9};

    private final Observations observations;

    RoseView(Observations observations) {
        this.observations = observations;
    }

    PollutionRose of(Subject station, DayRange range, Pollutant pollutant, PollutionRose.RoseKind kind) {
        Map<Parameter, HourlySeries> series = observations
                .read(
                        List.of(station.code()),
                        List.of(pollutant, WeatherElement.WIND_SPEED, WeatherElement.WIND_DIRECTION),
                        range.from(),
                        range.to())
                .stream()
                .findFirst()
                .map(Observations.StationSeries::series)
                .orElse(Map.of());
        List<Hour> hours = hours(series, pollutant, range);
        boolean bySpeed = kind == PollutionRose.RoseKind.SPEED;
        List<Double> bounds = bySpeed ? SPEED_BOUNDS : concentrationBounds(hours);
        return count(station, range, pollutant, kind, hours, bounds);
    }

    /** An hour with wind and concentration; direction is of no use in calm. */
    private record Hour(double concentration, double speed, double direction) {
        boolean isCalm() {
            return speed < WindSectors.CALM_BELOW_METRES_PER_SECOND;
        }
    }

    private static List<Hour> hours(Map<Parameter, HourlySeries> series, Pollutant pollutant, DayRange range) {
        HourlySeries concentration = series.get(pollutant);
        HourlySeries speed = series.get(WeatherElement.WIND_SPEED);
        HourlySeries direction = series.get(WeatherElement.WIND_DIRECTION);
        if (concentration == null || speed == null || direction == null) {
            return List.of();
        }
        List<Hour> hours = new ArrayList<>();
        for (int i = 0; i < range.length() * HourEnding.SLOTS_PER_DAY; i++) {
            HourEnding at = range.firstHour().plusHours(i);
            Hour hour = new Hour(concentration.at(at), speed.at(at), direction.at(at));
            boolean directed = hour.direction() >= 0 && hour.direction() <= 360;
            if (hour.concentration() >= 0 && hour.speed() >= 0 && (hour.isCalm() || directed)) {
                hours.add(hour);
            }
        }
        return hours;
    }

    private static List<Double> concentrationBounds(List<Hour> hours) {
        double[] sorted =
                hours.stream().mapToDouble(Hour::concentration).sorted().toArray();
        if (sorted.length == 0) {
            return List.of();
        }
        return Arrays.stream(CONCENTRATION_SHARES)
                .map(share -> sorted[(int) (share * (sorted.length - 1))])
                .map(RoseView::twoDigits)
                .filter(bound -> bound > 0)
                .distinct()
                .boxed()
                .toList();
    }

    /** Rounded to two digits, so that a legend can be read. */
    private static double twoDigits(double value) {
        if (value <= 0) {
            return 0;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
        return Math.round(Math.round(value / unit) * unit * 1000) / 1000.0;
    }

    private static PollutionRose count(
            Subject station,
            DayRange range,
            Pollutant pollutant,
            PollutionRose.RoseKind kind,
            List<Hour> hours,
            List<Double> bounds) {
        int[][] counts = new int[WindSectors.COUNT][bounds.size() + 1];
        double[] sums = new double[WindSectors.COUNT];
        int calm = 0;
        double calmSum = 0;
        for (Hour hour : hours) {
            if (hour.isCalm()) {
                calm++;
                calmSum += hour.concentration();
                continue;
            }
            int sector = WindSectors.of(hour.direction());
            sums[sector] += hour.concentration();
            counts[sector][
                    classOf(kind == PollutionRose.RoseKind.SPEED ? hour.speed() : hour.concentration(), bounds)]++;
        }
        List<PollutionRose.RosePetal> petals = new ArrayList<>();
        for (int sector = 0; sector < WindSectors.COUNT; sector++) {
            int number = Arrays.stream(counts[sector]).sum();
            petals.add(new PollutionRose.RosePetal(
                    WindSectors.middleDegrees(sector),
                    number,
                    hours.isEmpty() ? 0 : share(number, hours.size()),
                    Arrays.stream(counts[sector]).boxed().toList(),
                    mean(sums[sector], number, pollutant)));
        }
        return new PollutionRose(
                Figures.subject(station),
                range.from(),
                range.to(),
                pollutant.code(),
                kind,
                kind == PollutionRose.RoseKind.SPEED
                        ? WeatherElement.WIND_SPEED.unit().symbol()
                        : pollutant.unit().symbol(),
                classes(bounds),
                petals,
                WindSectors.CALM_BELOW_METRES_PER_SECOND,
                calm,
                hours.isEmpty() ? null : (Double) share(calm, hours.size()),
                mean(calmSum, calm, pollutant),
                hours.size(),
                range.length() * HourEnding.SLOTS_PER_DAY,
                hours.isEmpty() ? List.of(Remarks.NO_WIND) : List.of(Remarks.UNREVIEWED));
    }

    private static int classOf(double value, List<Double> bounds) {
        int index = 0;
        while (index < bounds.size() && value >= bounds.get(index)) {
            index++;
        }
        return index;
    }

    private static List<PollutionRose.RoseClass> classes(List<Double> bounds) {
        List<PollutionRose.RoseClass> classes = new ArrayList<>();
        double from = 0;
        for (double bound : bounds) {
            classes.add(new PollutionRose.RoseClass(from, bound));
            from = bound;
        }
        classes.add(new PollutionRose.RoseClass(from, null));
        return classes;
    }

    private static double share(int part, int whole) {
        return Math.round(10_000.0 * part / whole) / 10_000.0;
    }

    private static @Nullable Double mean(double sum, int number, Pollutant pollutant) {
        return number == 0 ? null : Figures.rounded(sum / number, pollutant == Pollutant.CO ? 2 : 1);
    }
}
