package org.lantian.dispersion.weather;

/** Wind speed by similarity (MFD 28–30). Only ratios of it are used where the wind was measured. */
final class WindFormula {

    private static final double VON_KARMAN = 0.4;

    private final double uStar;
    private final double obukhov;
    private final double z0;
    private final double zi;
    private final double referenceSpeed;
    private final double referenceHeight;

    WindFormula(SurfaceHour hour, double zi) {
        this.uStar = hour.frictionVelocity();
        this.obukhov = hour.obukhovLength();
        this.z0 = hour.roughnessLength();
        this.zi = zi;
        this.referenceSpeed = hour.windSpeed();
        this.referenceHeight = hour.windHeight();
    }

    /** u at a height, m/s: linear from zero to 7 z_0, logarithmic to the mixing height, constant above. */
    double at(double z) {
        double lowest = 7 * z0;
        if (referenceHeight > zi) {
            return z <= lowest ? logarithmic(lowest) : z > zi ? referenceSpeed : logarithmic(z);
        }
        if (z > lowest) {
            return logarithmic(Math.min(z, Math.max(zi, lowest)));
        }
        return referenceHeight <= lowest ? referenceSpeed * z / referenceHeight : logarithmic(lowest) * z / lowest;
    }

    /** MFD 28. */
    private double logarithmic(double z) {
        return uStar / VON_KARMAN * (Math.log(z / z0) - psi(z) + psi(z0));
    }

    /** ψ(z/L): MFD 29 by day, MFD 30 by night. */
    private double psi(double z) {
        if (obukhov > 0) {
            return -17 * (1 - Math.exp(-0.29 * z / obukhov));
        }
        double mu = Math.sqrt(Math.sqrt(1 - 16 * z / obukhov));
        return 2 * Math.log((1 + mu) / 2) + Math.log((1 + mu * mu) / 2) - 2 * Math.atan(mu) + Math.PI / 2;
    }
}
