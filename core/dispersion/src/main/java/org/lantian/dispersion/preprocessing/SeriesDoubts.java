package org.lantian.dispersion.preprocessing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lantian.quantities.BilingualText;

/** What in a series as a whole looks like a wrong unit, height or clock, though each value is possible. */
public final class SeriesDoubts {

    /** Hours below which a series says nothing about its habits. */
    private static final int ENOUGH_HOURS = 240;
    /** Weather moves the mean of ten days hardly further from the standard atmosphere, hPa. */
    private static final double PRESSURE_TOLERANCE = 30;
    /** Mean solar time in which the warmest hour lies, on the average of many days. */
    private static final double WARMEST_FROM = 11;

    private static final double WARMEST_TO = 18;

    private SeriesDoubts() {}

    /** The doubts about observations, for the person who gave them. */
    public static List<BilingualText> of(List<SurfaceObservation> observations, Station station) {
        List<BilingualText> doubts = new ArrayList<>();
        if (observations.size() < ENOUGH_HOURS) {
            return doubts;
        }
        pressure(observations, station, doubts);
        cloud(observations, doubts);
        clock(observations, station, doubts);
        return doubts;
    }

    private static void pressure(List<SurfaceObservation> observations, Station station, List<BilingualText> doubts) {
        OptionalDouble mean = observations.stream()
                .mapToDouble(SurfaceObservation::pressureHpa)
                .filter(value -> !Double.isNaN(value))
                .average();
        double standard = station.standardPressure();
        if (mean.isPresent() && Math.abs(mean.getAsDouble() - standard) > PRESSURE_TOLERANCE) {
            doubts.add(new BilingualText(
                    "平均气压 %.0f hPa，而海拔 %.0f m 处约为 %.0f hPa：是否给了海平面气压，或海拔有误？"
                            .formatted(mean.getAsDouble(), station.elevation(), standard),
                    "The mean pressure is %.0f hPa, but about %.0f hPa at %.0f m: pressure reduced to sea level, or a wrong elevation?"
                            .formatted(mean.getAsDouble(), standard, station.elevation())));
        }
    }

    private static void cloud(List<SurfaceObservation> observations, List<BilingualText> doubts) {
        OptionalDouble most = observations.stream()
                .mapToDouble(SurfaceObservation::cloud)
                .filter(value -> !Double.isNaN(value))
                .max();
        // oktas given as tenths never cover the sky
        if (most.isPresent() && Math.abs(most.getAsDouble() - 0.8) < 1e-9) {
            doubts.add(new BilingualText(
                    "云量从不超过 8 成：是否为八分量（cloud_oktas）？", "Cloud never exceeds 8 tenths: are these oktas (cloud_oktas)?"));
        }
    }

    private static void clock(List<SurfaceObservation> observations, Station station, List<BilingualText> doubts) {
        double[] sums = new double[25];
        int[] counts = new int[25];
        for (SurfaceObservation hour : observations) {
            if (hour.has(Element.TEMPERATURE)) {
                sums[hour.stamp().hour()] += hour.kelvin();
                counts[hour.stamp().hour()]++;
            }
        }
        int warmest = 0;
        for (int hour = 1; hour <= 24; hour++) {
            if (counts[hour] == 0) {
                return;
            }
            if (warmest == 0 || sums[hour] / counts[hour] > sums[warmest] / counts[warmest]) {
                warmest = hour;
            }
        }
        double solar = warmest - station.sun().utcOffsetHours() + station.sun().longitudeDegrees() / 15;
        double wrapped = (solar % 24 + 24) % 24;
        if (wrapped < WARMEST_FROM || wrapped > WARMEST_TO) {
            doubts.add(new BilingualText(
                    "平均最暖时次在太阳时 %.0f 时：时间列是否为世界时，或经度、--utc-offset 有误？".formatted(wrapped),
                    "The warmest hour is %.0f o'clock in solar time on average: is the column time in UTC, or longitude or --utc-offset wrong?"
                            .formatted(wrapped)));
        }
    }
}
