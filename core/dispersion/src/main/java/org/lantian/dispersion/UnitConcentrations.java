package org.lantian.dispersion;

import java.util.List;
import org.lantian.dispersion.plume.Plume;
import org.lantian.dispersion.plume.PlumeSection;
import org.lantian.dispersion.plume.Plumes;
import org.lantian.dispersion.plume.ReceptorHeights;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.source.VolumeSource;
import org.lantian.dispersion.weather.BoundaryLayer;

/** One source's concentrations at all receptors in an hour, per unit emission. */
final class UnitConcentrations {

    private static final double NEAREST_POINT = 0.99;
    private static final double VOLUME_HALF_WIDTH = 2.15;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double GRAMS_TO_MICROGRAMS = 1e6;

    private final List<Receptor> receptors;
    private final boolean elevated;
    private final PlumeSection section = new PlumeSection();

    UnitConcentrations(List<Receptor> receptors, boolean elevated) {
        this.receptors = receptors;
        this.elevated = elevated;
    }

    void compute(Source source, BoundaryLayer air, double decay, double[] into) {
        Plume plume = Plumes.of(source, air);
        double wind = Math.toRadians(plume.windDirection());
        double sin = Math.sin(wind);
        double cos = Math.cos(wind);
        double nearest = source instanceof VolumeSource v
                ? VOLUME_HALF_WIDTH * v.initialSigmaY() + NEAREST_POINT
                : NEAREST_POINT;
        for (int i = 0; i < into.length; i++) {
            Receptor receptor = receptors.get(i);
            double dx = receptor.x() - source.location().x();
            double dy = receptor.y() - source.location().y();
            double r = Math.sqrt(dx * dx + dy * dy);
            if (r < nearest) {
                into[i] = 0;
                continue;
            }
            ReceptorHeights heights = heights(receptor, source);
            double x = -(dx * sin + dy * cos);
            double y = dx * cos - dy * sin;
            plume.section(r, heights, section);
            double share = section.meanderShare();
            double random = (section.dilution() + section.penetratedDilution())
                    / (2 * Math.PI * r)
                    * Math.exp(-decay * r / section.windSpeed());
            double coherent = 0;
            if (x >= 1) {
                plume.section(x, heights, section);
                coherent = (section.dilution() * lateral(y, section.sigmaY())
                                + (section.penetratedDilution() > 0
                                        ? section.penetratedDilution() * lateral(y, section.penetratedSigmaY())
                                        : 0))
                        * Math.exp(-decay * x / section.windSpeed());
            }
            into[i] = GRAMS_TO_MICROGRAMS * ((1 - share) * coherent + share * random);
        }
    }

    private ReceptorHeights heights(Receptor receptor, Source source) {
        if (!elevated) {
            return ReceptorHeights.flat(receptor.flagpole());
        }
        double ground = receptor.elevation() - source.baseElevation();
        return new ReceptorHeights(
                ground + receptor.flagpole(),
                receptor.flagpole(),
                receptor.hillHeight() - source.baseElevation(),
                ground,
                true);
    }

    private static double lateral(double y, double sigmaY) {
        double exponent = -0.5 * (y / sigmaY) * (y / sigmaY);
        return exponent > -50 ? Math.exp(exponent) / (ROOT_TWO_PI * sigmaY) : 0;
    }
}
