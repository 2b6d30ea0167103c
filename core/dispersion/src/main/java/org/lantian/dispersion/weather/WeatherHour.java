package org.lantian.dispersion.weather;

import java.util.List;
import org.lantian.quantities.Check;

/**
 * What the two weather files say of one hour.
 *
 * @param levels of the profile file, from the lowest up
 */
public record WeatherHour(HourStamp stamp, SurfaceHour surface, List<ProfileLevel> levels) {

    public WeatherHour {
        levels = List.copyOf(levels);
        for (int i = 1; i < levels.size(); i++) {
            Check.that(
                    levels.get(i).height() > levels.get(i - 1).height(),
                    "profile heights do not increase at " + stamp + ": "
                            + levels.get(i - 1).height() + " m, then "
                            + levels.get(i).height() + " m");
        }
    }
}
