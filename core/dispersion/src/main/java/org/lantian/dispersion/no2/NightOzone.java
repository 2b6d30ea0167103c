package org.lantian.dispersion.no2;

/**
 * Least ozone of stable hours: near the ground ozone is used up at night while the air above still has it. The floor is
 * the highest of the previous 24 hours, 78.4 µg/m³ (40 ppb) at most, in full up to an Obukhov length of 50 m and
 * falling to nothing at 250 m.
 */
public final class NightOzone {

    private static final int HOURS = 24;
    private static final double GREATEST = 40 * 1.96;
    private static final double FULL_UP_TO = 50;
    private static final double NONE_FROM = 250;

    private final double[] previous = new double[HOURS];
    private int next;

    /**
     * The ozone to use in the next hour; every hour of the run has to be given once, in order.
     *
     * @param ozone µg/m³; NaN where it is missing
     * @param stable whether the hour is stable
     * @param obukhovLength L, m, of a stable hour
     * @return NaN where ozone is missing
     */
    public double next(double ozone, boolean stable, double obukhovLength) {
        double highest = 0;
        for (double value : previous) {
            highest = Math.max(highest, value);
        }
        // a missing hour says nothing about what was there
        previous[next] = Double.isNaN(ozone) ? 0 : ozone;
        next = (next + 1) % HOURS;
        if (!stable || Double.isNaN(ozone)) {
            return ozone;
        }
        double full = Math.min(GREATEST, highest);
        double share = Math.clamp((NONE_FROM - obukhovLength) / (NONE_FROM - FULL_UP_TO), 0, 1);
        return Math.max(ozone, full * share);
    }
}
