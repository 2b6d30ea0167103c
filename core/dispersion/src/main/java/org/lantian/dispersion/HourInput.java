package org.lantian.dispersion;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.source.SourceEmission;
import org.lantian.dispersion.weather.WeatherHour;

/**
 * One hour of a run.
 *
 * @param emissions of the plan's sources by index, for those with hourly emissions; null elsewhere. Empty when the
 *     plan has no such source
 */
public record HourInput(WeatherHour weather, List<@Nullable SourceEmission> emissions) {

    /** An hour without hourly emissions. */
    public static HourInput of(WeatherHour weather) {
        return new HourInput(weather, List.of());
    }
}
