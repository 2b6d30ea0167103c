package org.lantian.dispersion.runstream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.HourResult;
import org.lantian.dispersion.no2.Arm2;
import org.lantian.dispersion.no2.NightOzone;
import org.lantian.dispersion.no2.No2Conversion;
import org.lantian.dispersion.weather.HourClass;

/** Turns an hour of the engine into the concentrations of the run's groups: NO2 conversion, then background. */
final class GasChemistry {

    private final Run run;
    private final @Nullable No2Conversion conversion;
    private final @Nullable HourlyValues ozone;
    private final @Nullable HourlyValues background;
    private final NightOzone night = new NightOzone();
    private int hoursWithoutOzone;

    GasChemistry(Run run) {
        this.run = run;
        No2Settings settings = run.gases().settings();
        this.conversion = switch (settings.method()) {
            case NONE -> null;
            case ARM2 -> new Arm2(settings.least(), settings.greatest());
            case OLM -> run.gases().ozoneLimiting();
        };
        HourlyFile ozoneFile = settings.ozone();
        this.ozone = ozoneFile == null ? null : new HourlyValues(ozoneFile, ozoneFile.unit()::ozone);
        HourlyFile backgroundFile = run.gases().background();
        this.background = backgroundFile == null ? null : new HourlyValues(backgroundFile, backgroundFile.unit()::no2);
    }

    /** Whether the engine's groups have to be the single sources. */
    boolean needsSources() {
        return conversion != null;
    }

    /** µg/m³ by group of the run and receptor; zeros in calm and missing hours. */
    double[][] groups(HourResult hour) {
        double ozoneNow = ozone(hour);
        double[][] values = conversion == null ? hour.groups() : grouped(hour, conversion, ozoneNow);
        if (background != null && hour.hourClass().valid()) {
            double level = background.present(hour.weather().stamp());
            for (int group = 0; group < values.length; group++) {
                if (run.groups().get(group).withBackground()) {
                    add(values[group], level);
                }
            }
        }
        return values;
    }

    private double[][] grouped(HourResult hour, No2Conversion method, double ozoneNow) {
        double[][] sources = hour.groups();
        if (hour.hourClass().valid()) {
            method.convert(sources, ozoneNow);
        }
        double[][] groups = new double[run.groups().size()][run.places().size()];
        for (int group = 0; group < groups.length; group++) {
            for (int source : run.groups().get(group).sources()) {
                for (int i = 0; i < groups[group].length; i++) {
                    groups[group][i] += sources[source][i];
                }
            }
        }
        return groups;
    }

    private static void add(double[] values, double level) {
        for (int i = 0; i < values.length; i++) {
            values[i] += level;
        }
    }

    /** Ozone of the hour: the file's, else the constant; a floor in stable hours where a file gives it. */
    private double ozone(HourResult hour) {
        No2Settings settings = run.gases().settings();
        if (ozone == null) {
            return settings.ozoneMicrograms();
        }
        double given = ozone.at(hour.weather().stamp());
        if (settings.ozoneFloor()) {
            given = night.next(
                    given,
                    hour.hourClass() == HourClass.STABLE,
                    hour.weather().surface().obukhovLength());
        }
        if (Double.isNaN(given)) {
            given = settings.ozoneMicrograms();
            hoursWithoutOzone += Double.isNaN(given) && hour.hourClass().valid() ? 1 : 0;
        }
        return given;
    }

    /** What a reader of the results should know. */
    List<String> warnings() {
        return hoursWithoutOzone == 0
                ? List.of()
                : List.of(hoursWithoutOzone + " hours without ozone: conversion up to equilibrium");
    }
}
