package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.no2.OzoneLimiting;
import org.lantian.dispersion.output.OutputPlan;
import org.lantian.dispersion.output.Place;
import org.lantian.dispersion.source.ScheduledSource;
import org.lantian.dispersion.weather.HourStamp;

/**
 * A runstream that was read and understood, before its weather is opened.
 *
 * @param file the runstream as the person named it
 * @param inputs the runstream, or the tables that stand for it
 * @param options words of MODELOPT
 * @param wanted whether it is to be run, not only checked
 * @param printOnly keywords that change no result, with their part
 * @param notes what a reader of the results should know
 */
public record Run(
        String file,
        List<Path> inputs,
        List<String> titles,
        Set<String> options,
        String pollutant,
        List<AveragingPeriod> averages,
        boolean wanted,
        List<ScheduledSource> sources,
        List<Group> groups,
        List<Place> places,
        Weather weather,
        Gases gases,
        List<HourlyFileOfSources> hourlyEmissions,
        OutputPlan output,
        List<String> printOnly,
        List<String> notes) {

    /**
     * A source group.
     *
     * @param sources indices of sources
     * @param withBackground whether the background is added
     */
    public record Group(String name, List<Integer> sources, boolean withBackground) {
        public Group {
            sources = List.copyOf(sources);
        }
    }

    /**
     * Weather files and the hours wanted of them.
     *
     * @param baseElevation of the profile, m above sea level
     * @param first first hour, null for the file's
     * @param last last hour, null for the file's
     */
    public record Weather(
            Path surface,
            Path profile,
            double baseElevation,
            @Nullable HourStamp first,
            @Nullable HourStamp last,
            DayRanges ranges,
            WeatherFiles.DateCheck check) {

        /** All hours of a pair of files. */
        public static Weather wholeFiles(Path surface, Path profile, double baseElevation) {
            return new Weather(
                    surface, profile, baseElevation, null, null, new DayRanges(), WeatherFiles.DateCheck.REFUSE);
        }

        WeatherFiles.Selection selection() {
            return new WeatherFiles.Selection(first, last, ranges, check);
        }
    }

    /**
     * NO2 and background.
     *
     * @param settings how NOx becomes NO2
     * @param ozoneLimiting of OLM, null otherwise
     * @param background file of the background, null when there is none
     */
    public record Gases(
            No2Settings settings,
            @Nullable OzoneLimiting ozoneLimiting,
            @Nullable HourlyFile background) {

        /** A gas that does not change on its way, without a background. */
        public static Gases none() {
            return new Gases(
                    new No2Settings(No2Settings.Method.NONE, 0, 1, 1, Double.NaN, null, Double.NaN, false), null, null);
        }
    }

    /**
     * A file of hourly emissions.
     *
     * @param ids sources that it gives
     * @param points the point sources of the run
     */
    public record HourlyFileOfSources(Path path, Set<String> ids, Set<String> points) {}

    public Run {
        inputs = List.copyOf(inputs);
        titles = List.copyOf(titles);
        averages = List.copyOf(averages);
        sources = List.copyOf(sources);
        groups = List.copyOf(groups);
        places = List.copyOf(places);
        printOnly = List.copyOf(printOnly);
        notes = List.copyOf(notes);
    }

    /** Whether elevations are left out of account. */
    public boolean flat() {
        return options.contains("FLAT");
    }

    /** All files that the run reads. */
    public List<Path> inputFiles() {
        List<Path> files = new ArrayList<>(List.of(weather.surface(), weather.profile()));
        files.addAll(inputs);
        hourlyEmissions.forEach(hourly -> files.add(hourly.path()));
        HourlyFile ozone = gases.settings().ozone();
        if (ozone != null) {
            files.add(ozone.path());
        }
        HourlyFile background = gases.background();
        if (background != null) {
            files.add(background.path());
        }
        return files;
    }

    /** Index of a group by its name. */
    public int group(String name) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no group " + name);
    }
}
