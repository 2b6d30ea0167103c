package org.lantian.cli.validation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lantian.dispersion.preprocessing.FilledHour;
import org.lantian.dispersion.preprocessing.MadeHour;
import org.lantian.dispersion.preprocessing.MorningSounding;
import org.lantian.dispersion.preprocessing.Radiation;
import org.lantian.dispersion.preprocessing.Station;
import org.lantian.dispersion.preprocessing.SunPosition;
import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.preprocessing.SurfaceObservation;
import org.lantian.dispersion.preprocessing.Surroundings;
import org.lantian.dispersion.preprocessing.WeatherMaker;
import org.lantian.dispersion.runstream.WeatherFiles;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.SurfaceHour;
import org.lantian.dispersion.weather.WeatherHour;

/**
 * A year of a reference weather file, and the same year made anew from the observations that stand in it: wind,
 * temperature, cloud, pressure, z₀, Bowen ratio and the noon albedo that its hourly albedos imply.
 *
 * @param station as told by header and data
 * @param pairs hour by hour
 */
record ReferenceWeather(String name, Station station, List<Pair> pairs) {

    /** One hour as the reference has it and as we make it. */
    record Pair(WeatherHour reference, MadeHour made) {
        SurfaceHour theirs() {
            return reference.surface();
        }

        SurfaceHour ours() {
            return made.weather().surface();
        }

        /** Both have a boundary layer. */
        boolean comparable() {
            return HourClass.of(theirs()).valid() && HourClass.of(ours()).valid();
        }
    }

    /**
     * Where a reference file is from.
     *
     * @param windHeight m; only hours of this height are compared
     */
    record Place(String file, double latitude, double longitude, double utcOffset, double windHeight) {}

    /** The profile has more than one level, which we do not make. */
    boolean hasTower() {
        return pairs.stream().anyMatch(pair -> pair.reference().levels().size() > 1);
    }

    static ReferenceWeather read(Path folder, Place place) {
        List<WeatherHour> hours = new ArrayList<>();
        boolean adjusted;
        try (WeatherFiles files =
                WeatherFiles.open(folder.resolve(place.file() + ".SFC"), folder.resolve(place.file() + ".PFL"))) {
            adjusted = files.site(0).adjustedFrictionVelocity();
            files.forEachRemaining(hours::add);
        }
        SunPosition sun = new SunPosition(place.latitude(), place.longitude(), place.utcOffset());
        double temperatureHeight = hours.getFirst().surface().temperatureHeight();
        Station station = new Station(sun, place.windHeight(), temperatureHeight, 0, Station.LEAST_WIND, adjusted);
        return new ReferenceWeather(place.file(), station, pairs(station, hours));
    }

    private static List<Pair> pairs(Station station, List<WeatherHour> hours) {
        List<SurfaceObservation> observations = hours.stream()
                .map(hour -> observation(hour, station.windHeight()))
                .toList();
        WeatherMaker maker =
                new WeatherMaker(station, new Printed(station, hours), Map.of(), MorningSounding.SUBSTITUTE_GRADIENT);
        // no gap is filled here: the reference's own gaps are part of the comparison
        List<FilledHour> filled = observations.stream()
                .map(observation -> new FilledHour(observation, java.util.Set.of()))
                .toList();
        List<MadeHour> made = maker.make(filled, Double.NaN);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            pairs.add(new Pair(hours.get(i), made.get(i)));
        }
        return pairs;
    }

    private static SurfaceObservation observation(WeatherHour hour, double windHeight) {
        SurfaceHour s = hour.surface();
        boolean thisHeight = Math.abs(s.windHeight() - windHeight) < 0.05;
        return new SurfaceObservation(
                hour.stamp(),
                s.windSpeed() > 90 || !thisHeight ? Double.NaN : s.windSpeed(),
                s.windDirection() > 360 || !thisHeight ? 1 : s.windDirection(),
                s.temperature() > 900 ? Double.NaN : s.temperature(),
                s.cloudTenths() > 10 ? Double.NaN : s.cloudTenths() / 10,
                s.pressure() > 2000 ? Double.NaN : s.pressure(),
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /** The ground as printed hour by hour. */
    private static final class Printed implements Surroundings {
        /** Sun high enough for the noon albedo to show, degrees. */
        private static final double HIGH_SUN = 20;

        private final Map<HourStamp, Ground> grounds = new HashMap<>();
        private double greatest;

        Printed(Station station, List<WeatherHour> hours) {
            SunPosition sun = station.sun();
            Map<String, List<Double>> implied = new TreeMap<>();
            for (WeatherHour hour : hours) {
                double elevation = elevation(sun, hour);
                if (elevation > HIGH_SUN) {
                    implied.computeIfAbsent(kind(hour), key -> new ArrayList<>())
                            .add(noonAlbedo(hour.surface().albedo(), elevation));
                }
            }
            for (WeatherHour hour : hours) {
                SurfaceHour s = hour.surface();
                if (Math.abs(s.windHeight() - station.windHeight()) < 0.05) {
                    greatest = Math.max(greatest, s.roughnessLength());
                }
                double albedo = median(implied.getOrDefault(kind(hour), List.of()));
                grounds.put(hour.stamp(), new Ground(albedo, s.bowenRatio(), s.roughnessLength()));
            }
        }

        private static double elevation(SunPosition sun, WeatherHour hour) {
            return sun.elevationDegrees(hour.stamp().julianDay(), hour.stamp().hour() - 0.5);
        }

        /** Hours of the same month and ground. */
        private static String kind(WeatherHour hour) {
            SurfaceHour s = hour.surface();
            return hour.stamp().month() + " " + s.roughnessLength() + " " + s.bowenRatio();
        }

        private static double noonAlbedo(double hourly, double elevation) {
            double low = 0;
            double high = hourly;
            for (int i = 0; i < 40; i++) {
                double middle = (low + high) / 2;
                if (Radiation.albedo(middle, elevation) < hourly) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        private static double median(List<Double> values) {
            // a ground that no high sun shone on (winter of high latitudes) keeps the albedo of dry soil
            return values.isEmpty() ? 0.25 : values.stream().sorted().toList().get(values.size() / 2);
        }

        @Override
        public Ground at(HourStamp hour, double direction) {
            Ground ground = grounds.get(hour);
            if (ground == null) {
                throw new IllegalStateException("no hour " + hour);
            }
            return ground;
        }

        @Override
        public double greatestRoughness() {
            return greatest;
        }
    }
}
