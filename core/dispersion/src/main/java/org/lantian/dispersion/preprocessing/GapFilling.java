package org.lantian.dispersion.preprocessing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.Check;

/**
 * Makes a series without holes in time and fills short gaps: up to {@link #LONGEST_GAP} missing hours between two
 * reported ones are interpolated, longer gaps stay missing. Precipitation and radiation are never interpolated.
 */
public final class GapFilling {

    /** Most missing hours in a row that are filled. */
    public static final int LONGEST_GAP = 2;

    private static final Map<Element, Substitution> INTERPOLATED = Map.of(
            Element.TEMPERATURE, Substitution.TEMPERATURE_INTERPOLATED,
            Element.CLOUD, Substitution.CLOUD_INTERPOLATED,
            Element.PRESSURE, Substitution.PRESSURE_INTERPOLATED,
            Element.HUMIDITY, Substitution.HUMIDITY_INTERPOLATED);

    private final List<SurfaceObservation> hours;
    private final List<EnumSet<Substitution>> marks = new ArrayList<>();

    private GapFilling(List<SurfaceObservation> hours) {
        this.hours = hours;
        hours.forEach(hour -> marks.add(EnumSet.noneOf(Substitution.class)));
    }

    /**
     * Fills the gaps of observations.
     *
     * @param observations in order of time, each hour at most once
     * @return whole days: from hour 1 of the first day to hour 24 of the last
     */
    public static List<FilledHour> fill(List<SurfaceObservation> observations) {
        Check.that(!observations.isEmpty(), "no observations");
        GapFilling filling = new GapFilling(everyHour(observations));
        INTERPOLATED.forEach(filling::interpolate);
        filling.interpolateWind();
        List<FilledHour> filled = new ArrayList<>();
        for (int i = 0; i < filling.hours.size(); i++) {
            filled.add(new FilledHour(filling.hours.get(i), filling.marks.get(i)));
        }
        return filled;
    }

    private static List<SurfaceObservation> everyHour(List<SurfaceObservation> observations) {
        LocalDateTime start = observations.getFirst().stamp().date().atStartOfDay();
        LocalDate lastDay = observations.getLast().stamp().date();
        List<SurfaceObservation> all = new ArrayList<>();
        int next = 0;
        for (LocalDateTime end = start.plusHours(1);
                !end.isAfter(lastDay.plusDays(1).atStartOfDay());
                end = end.plusHours(1)) {
            HourStamp stamp = SurfaceTableReader.stamp(end);
            if (next < observations.size() && observations.get(next).stamp().equals(stamp)) {
                all.add(observations.get(next++));
            } else {
                all.add(SurfaceObservation.unknown(stamp));
            }
        }
        Check.that(next == observations.size(), "observations are not in order of time");
        return all;
    }

    private interface Filler {
        /** Fills the hours between two that are known. */
        void fill(int before, int after);
    }

    private void interpolate(Element element, Substitution mark) {
        eachShortGap(element, (before, after) -> {
            double from = hours.get(before).value(element);
            double to = hours.get(after).value(element);
            for (int i = before + 1; i < after; i++) {
                double share = (double) (i - before) / (after - before);
                hours.set(i, hours.get(i).with(element, from + share * (to - from)));
                marks.get(i).add(mark);
            }
        });
    }

    /** Speed linearly and direction along the shorter arc, and only between two winds: a calm has no direction. */
    private void interpolateWind() {
        eachShortGap(Element.WIND_SPEED, this::fillWind);
        eachShortGap(Element.WIND_DIRECTION, this::fillWind);
    }

    private void fillWind(int before, int after) {
        SurfaceObservation from = hours.get(before);
        SurfaceObservation to = hours.get(after);
        if (!blows(from) || !blows(to)) {
            return;
        }
        double turn = ((to.windDirection() - from.windDirection()) % 360 + 540) % 360 - 180;
        for (int i = before + 1; i < after; i++) {
            SurfaceObservation hour = hours.get(i);
            if (hour.windSpeed() == 0) {
                continue;
            }
            double share = (double) (i - before) / (after - before);
            double direction = (from.windDirection() + share * turn + 360) % 360;
            if (!hour.has(Element.WIND_SPEED)) {
                double speed = from.windSpeed() + share * (to.windSpeed() - from.windSpeed());
                hour = hour.with(Element.WIND_SPEED, speed);
            }
            if (!hour.has(Element.WIND_DIRECTION)) {
                hour = hour.with(Element.WIND_DIRECTION, direction == 0 ? 360 : direction);
            }
            hours.set(i, hour);
            marks.get(i).add(Substitution.WIND_INTERPOLATED);
        }
    }

    private static boolean blows(SurfaceObservation hour) {
        return hour.windSpeed() > 0 && hour.has(Element.WIND_DIRECTION);
    }

    private void eachShortGap(Element element, Filler filler) {
        int known = -1;
        for (int i = 0; i < hours.size(); i++) {
            if (!hours.get(i).has(element)) {
                continue;
            }
            if (known >= 0 && i - known > 1 && i - known - 1 <= LONGEST_GAP) {
                filler.fill(known, i);
            }
            known = i;
        }
    }
}
