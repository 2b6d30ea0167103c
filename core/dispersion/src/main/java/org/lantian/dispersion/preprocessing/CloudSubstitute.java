package org.lantian.dispersion.preprocessing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Puts cloud where none was reported: by day from measured global radiation, at night between the last cloud of the
 * evening and the first of the morning, else a set value.
 *
 * <p>The law of Holtslag and van Ulden (1983), R = R₀(1 − 0.75 n^3.4), is turned round: n = ((1 − R/R₀)/0.75)^(1/3.4).
 */
final class CloudSubstitute {

    /** With less clear-sky radiation the quotient says nothing, W/m². */
    private static final double ENOUGH_LIGHT = 100;
    /** Longest night that is bridged, hours. */
    private static final int LONGEST_NIGHT = 18;

    private final SunPosition sun;
    private final double assumed;

    /**
     * @param assumed covered share, 0–1; NaN leaves the hours without cloud
     */
    CloudSubstitute(SunPosition sun, double assumed) {
        this.sun = sun;
        this.assumed = assumed;
    }

    List<FilledHour> apply(List<FilledHour> hours) {
        List<FilledHour> result = new ArrayList<>(hours);
        result.replaceAll(this::fromRadiation);
        bridgeNights(result);
        if (!Double.isNaN(assumed)) {
            result.replaceAll(hour -> lacksOnlyCloud(hour) ? with(hour, assumed, Substitution.CLOUD_ASSUMED) : hour);
        }
        return result;
    }

    private FilledHour fromRadiation(FilledHour hour) {
        SurfaceObservation seen = hour.observation();
        double clear = clearSky(seen);
        if (!lacksCloud(hour) || !seen.has(Element.GLOBAL_RADIATION) || clear < ENOUGH_LIGHT) {
            return hour;
        }
        double lost = Math.clamp((1 - seen.globalRadiation() / clear) / 0.75, 0, 1);
        return with(hour, Math.pow(lost, 1 / 3.4), Substitution.CLOUD_FROM_RADIATION);
    }

    private void bridgeNights(List<FilledHour> hours) {
        int known = -1;
        for (int i = 0; i < hours.size(); i++) {
            if (lacksCloud(hours.get(i))) {
                continue;
            }
            if (known >= 0 && i - known > 1 && i - known <= LONGEST_NIGHT && isNightBetweenRadiation(hours, known, i)) {
                bridge(hours, known, i);
            }
            known = i;
        }
    }

    /** A night whose evening or morning cloud is from radiation; a gap of reported cloud stays one. */
    private boolean isNightBetweenRadiation(List<FilledHour> hours, int evening, int morning) {
        boolean radiation = fromRadiation(hours, evening) || fromRadiation(hours, morning);
        return radiation && dark(hours, evening + 1, morning);
    }

    private static boolean fromRadiation(List<FilledHour> hours, int hour) {
        return hours.get(hour).substitutions().contains(Substitution.CLOUD_FROM_RADIATION);
    }

    private boolean dark(List<FilledHour> hours, int from, int to) {
        for (int i = from; i < to; i++) {
            if (clearSky(hours.get(i).observation()) >= ENOUGH_LIGHT) {
                return false;
            }
        }
        return true;
    }

    private static void bridge(List<FilledHour> hours, int before, int after) {
        double from = hours.get(before).observation().cloud();
        double to = hours.get(after).observation().cloud();
        for (int i = before + 1; i < after; i++) {
            double share = (double) (i - before) / (after - before);
            hours.set(i, with(hours.get(i), from + share * (to - from), Substitution.CLOUD_FROM_LAST_DAYLIGHT));
        }
    }

    private double clearSky(SurfaceObservation hour) {
        return Radiation.clearSkyOfHour(
                sun, hour.stamp().julianDay(), hour.stamp().hour());
    }

    /** An hour without temperature stays missing: cloud would only pretend that it is known. */
    private static boolean lacksOnlyCloud(FilledHour hour) {
        return lacksCloud(hour) && hour.observation().has(Element.TEMPERATURE);
    }

    private static boolean lacksCloud(FilledHour hour) {
        return !hour.observation().has(Element.CLOUD);
    }

    private static FilledHour with(FilledHour hour, double cloud, Substitution mark) {
        EnumSet<Substitution> marks = EnumSet.of(mark);
        marks.addAll(hour.substitutions());
        return new FilledHour(hour.observation().with(Element.CLOUD, cloud), marks);
    }
}
