package org.lantian.dispersion.runstream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.HourInput;
import org.lantian.dispersion.source.SourceEmission;
import org.lantian.dispersion.weather.WeatherHour;

/** The hours of a run: weather, with the emissions of sources that have them hour by hour. */
final class RunHours implements Iterator<HourInput>, AutoCloseable {

    private final WeatherFiles weather;
    private final List<HourlyEmissions> emissions = new ArrayList<>();
    private final Map<String, Integer> sourceIndex = new HashMap<>();
    private final int sources;

    RunHours(Run run) {
        this.weather = new WeatherFiles(
                run.weather().surface(), run.weather().profile(), run.weather().selection());
        this.sources = run.sources().size();
        for (int i = 0; i < sources; i++) {
            sourceIndex.put(run.sources().get(i).source().id(), i);
        }
        try {
            run.hourlyEmissions().forEach(file -> emissions.add(new HourlyEmissions(file)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    WeatherFiles weather() {
        return weather;
    }

    @Override
    public boolean hasNext() {
        return weather.hasNext();
    }

    @Override
    public HourInput next() {
        WeatherHour hour = weather.next();
        if (emissions.isEmpty()) {
            return HourInput.of(hour);
        }
        @Nullable SourceEmission[] all = new @Nullable SourceEmission[sources];
        for (HourlyEmissions file : emissions) {
            file.at(hour.stamp()).forEach((id, emission) -> {
                Integer index = sourceIndex.get(id);
                if (index != null) {
                    all[index] = emission;
                }
            });
        }
        return new HourInput(hour, Arrays.asList(all));
    }

    @Override
    public void close() {
        weather.close();
        emissions.forEach(HourlyEmissions::close);
    }
}
