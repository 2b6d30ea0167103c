package org.lantian.cli.validation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.lantian.cli.validation.ReferenceWeather.Pair;
import org.lantian.dispersion.weather.SurfaceHour;

/** How one quantity agrees over some hours. */
final class WeatherAgreement {

    private final int hours;
    private final int within;
    private final double[] ratios;

    /**
     * @param hours compared
     * @param within the stated tolerance
     * @param ratios ours to the reference, sorted
     */
    private WeatherAgreement(int hours, int within, double[] ratios) {
        this.hours = hours;
        this.within = within;
        this.ratios = ratios;
    }

    int hours() {
        return hours;
    }

    /** A quantity of the surface file with the tolerance asked for. */
    enum Quantity {
        H("H", SurfaceHour::sensibleHeatFlux, 0.10, 0.05),
        USTAR("u*", SurfaceHour::frictionVelocity, 0.10, 0.0005),
        L("L", SurfaceHour::obukhovLength, 0.20, 0.05),
        ZIM("z_im", SurfaceHour::mechanicalMixingHeight, 0.15, 0.5),
        ZIC("z_ic", SurfaceHour::convectiveMixingHeight, 0.15, 0.5),
        WSTAR("w*", SurfaceHour::convectiveVelocity, 0.10, 0.0005);

        private final String label;
        private final ToDoubleFunction<SurfaceHour> value;
        private final double tolerance;
        private final double halfUnit;

        /**
         * @param halfUnit half a unit of the last digit that the reference prints
         */
        Quantity(String label, ToDoubleFunction<SurfaceHour> value, double tolerance, double halfUnit) {
            this.label = label;
            this.value = value;
            this.tolerance = tolerance;
            this.halfUnit = halfUnit;
        }

        String label() {
            return label;
        }

        double tolerance() {
            return tolerance;
        }

        double of(SurfaceHour hour) {
            return value.applyAsDouble(hour);
        }

        boolean within(double ours, double theirs) {
            return Math.abs(ours - theirs) <= tolerance * Math.abs(theirs) + halfUnit;
        }
    }

    /** Agreement of a quantity over the comparable hours that fit. */
    static WeatherAgreement of(Quantity quantity, List<Pair> pairs, Predicate<Pair> fits) {
        return of(quantity, pairs, fits, pair -> quantity.of(pair.ours()));
    }

    /** The same with another way to compute our value. */
    static WeatherAgreement of(Quantity quantity, List<Pair> pairs, Predicate<Pair> fits, ToDoubleFunction<Pair> ours) {
        double[] ratios = new double[pairs.size()];
        int hours = 0;
        int within = 0;
        for (Pair pair : pairs) {
            if (!pair.comparable() || !fits.test(pair)) {
                continue;
            }
            double theirs = quantity.of(pair.theirs());
            double value = ours.applyAsDouble(pair);
            within += quantity.within(value, theirs) ? 1 : 0;
            // a printed zero gives no ratio: it counts as agreement or not by the half unit
            ratios[hours++] = theirs == 0 ? Double.NaN : value / theirs;
        }
        double[] sorted = Arrays.stream(ratios, 0, hours)
                .filter(ratio -> !Double.isNaN(ratio))
                .sorted()
                .toArray();
        return new WeatherAgreement(hours, within, sorted);
    }

    double percentWithin() {
        return hours == 0 ? Double.NaN : 100.0 * within / hours;
    }

    /**
     * Quantile of the ratios.
     *
     * @param share 0–1
     */
    double quantile(double share) {
        return ratios.length == 0 ? Double.NaN : ratios[(int) Math.round(share * (ratios.length - 1))];
    }

    /** Percent of ratios between a half and two. */
    double percentWithinFactorTwo() {
        long good = Arrays.stream(ratios).filter(r -> r >= 0.5 && r <= 2).count();
        return ratios.length == 0 ? Double.NaN : 100.0 * good / ratios.length;
    }
}
