package org.lantian.dispersion.kernel;

import java.util.List;
import org.lantian.dispersion.plume.Plume;
import org.lantian.dispersion.plume.PlumeSection;
import org.lantian.dispersion.plume.Plumes;
import org.lantian.dispersion.plume.ReceptorHeights;
import org.lantian.dispersion.source.AreaSource;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.source.Source;
import org.lantian.dispersion.source.VolumeSource;
import org.lantian.dispersion.weather.BoundaryLayer;

/** One source's concentrations at all receptors in an hour, µg/m³ per unit emission. Used by one thread at a time. */
public final class UnitConcentrations {

    private static final double NEAREST_POINT = 0.99;
    private static final double NEAREST_COHERENT = 1;
    private static final double VOLUME_HALF_WIDTH = 2.15;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double LEAST_EXPONENT = -50;
    private static final double GRAMS_TO_MICROGRAMS = 1e6;

    private final List<Receptor> receptors;
    private final boolean elevated;
    private DistanceTable table;
    private double tableFlagpole;
    private final PlumeSection section = new PlumeSection();

    public UnitConcentrations(List<Receptor> receptors, boolean elevated) {
        this.receptors = receptors;
        this.elevated = elevated;
    }

    /**
     * Computes the source's concentrations.
     *
     * @param decay on the way, 1/s
     * @param into one value per receptor
     */
    public void compute(Source source, BoundaryLayer air, double decay, double[] into) {
        Plume plume = Plumes.of(source, air);
        tableFlagpole = receptors.getFirst().flagpole();
        if (table == null) {
            table = new DistanceTable(plume, ReceptorHeights.flat(tableFlagpole));
        } else {
            table.reset(plume, ReceptorHeights.flat(tableFlagpole));
        }
        double wind = Math.toRadians(plume.windDirection());
        double sin = Math.sin(wind);
        double cos = Math.cos(wind);
        if (source instanceof AreaSource area) {
            area(area, plume, sin, cos, decay, into);
        } else {
            pointOrVolume(source, plume, sin, cos, decay, into);
        }
    }

    private void area(AreaSource source, Plume plume, double sin, double cos, double decay, double[] into) {
        AreaIntegral integral = new AreaIntegral(source.vertices(), sin, cos, decay);
        for (int i = 0; i < into.length; i++) {
            Receptor receptor = receptors.get(i);
            into[i] = GRAMS_TO_MICROGRAMS
                    * integral.at(
                            receptor.x() * sin + receptor.y() * cos,
                            receptor.x() * cos - receptor.y() * sin,
                            sections(plume, receptor, source));
        }
    }

    private void pointOrVolume(Source source, Plume plume, double sin, double cos, double decay, double[] into) {
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
            Sections sections = sections(plume, receptor, source);
            double x = -(dx * sin + dy * cos);
            double y = dx * cos - dy * sin;
            sections.at(r, section);
            double share = section.meanderShare();
            double random = (section.dilution() + section.penetratedDilution())
                    / (2 * Math.PI * r)
                    * survived(decay, r);
            double coherent = 0;
            if (x >= NEAREST_COHERENT) {
                sections.at(x, section);
                coherent = (section.dilution() * lateral(y, section.sigmaY())
                                + (section.penetratedDilution() > 0
                                        ? section.penetratedDilution() * lateral(y, section.penetratedSigmaY())
                                        : 0))
                        * survived(decay, x);
            }
            into[i] = GRAMS_TO_MICROGRAMS * ((1 - share) * coherent + share * random);
        }
    }

    private Sections sections(Plume plume, Receptor receptor, Source source) {
        if (elevated || receptor.flagpole() != tableFlagpole || System.getProperty("direct") != null) {
            return new DirectSections(plume, heights(receptor, source));
        }
        return table;
    }

    private double survived(double decay, double x) {
        return decay == 0 ? 1 : Math.exp(-decay * x / section.windSpeed());
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

    /** F_y (MFD 63). */
    private static double lateral(double y, double sigmaY) {
        double exponent = -0.5 * (y / sigmaY) * (y / sigmaY);
        return exponent > LEAST_EXPONENT ? Math.exp(exponent) / (ROOT_TWO_PI * sigmaY) : 0;
    }
}
