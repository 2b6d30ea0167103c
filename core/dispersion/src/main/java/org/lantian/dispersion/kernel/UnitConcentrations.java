package org.lantian.dispersion.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final double TWO_PI = 2 * Math.PI;
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
    private static final double LEAST_EXPONENT = -50;
    private static final double GRAMS_TO_MICROGRAMS = 1e6;

    /** With fewer receptors a table of a plume's sections costs more than it saves. */
    private static final int LEAST_FOR_TABLE = 48;

    private final List<Receptor> receptors;
    private final boolean elevated;
    private final Numerics numerics;
    /** Whether all receptors meet the same section of a plume at the same distance. */
    private final boolean alike;

    private final ExponentialSum terms;
    private @Nullable DistanceTable usedTable;

    public UnitConcentrations(List<Receptor> receptors, boolean elevated, Numerics numerics) {
        this.receptors = receptors;
        this.elevated = elevated;
        this.numerics = numerics;
        this.alike = numerics.interpolatedSections()
                && !elevated
                && receptors.stream().mapToDouble(Receptor::flagpole).distinct().count() == 1;
        this.terms = new ExponentialSum(4 * receptors.size());
    }

    /**
     * Computes the source's concentrations.
     *
     * @param decay on the way, 1/s
     * @param into one value per receptor
     */
    public void compute(Source source, BoundaryLayer air, double decay, double[] into) {
        Plume plume = Plumes.of(source, air);
        double wind = Math.toRadians(plume.windDirection());
        Wind direction = new Wind(Math.sin(wind), Math.cos(wind));
        if (source instanceof AreaSource area) {
            area(area, plume, direction, decay, into);
        } else if (alike && receptors.size() >= LEAST_FOR_TABLE) {
            byTable(source, plume, direction, decay, into);
        } else {
            directly(source, plume, direction, decay, into);
        }
    }

    /** Sine and cosine of the direction from which the wind blows. */
    private record Wind(double sin, double cos) {

        double upwind(double x, double y) {
            return x * sin + y * cos;
        }

        double across(double x, double y) {
            return x * cos - y * sin;
        }
    }

    private void area(AreaSource source, Plume plume, Wind wind, double decay, double[] into) {
        AreaIntegral integral =
                new AreaIntegral(source.vertices(), wind.sin(), wind.cos(), decay, numerics.fourDigitNormalIntegral());
        Sections table = alike ? tableOf(plume, decay) : null;
        for (int i = 0; i < into.length; i++) {
            Receptor receptor = receptors.get(i);
            Sections sections = table != null ? table : new DirectSections(plume, heights(receptor, source));
            into[i] = GRAMS_TO_MICROGRAMS
                    * integral.at(
                            wind.upwind(receptor.x(), receptor.y()), wind.across(receptor.x(), receptor.y()), sections);
        }
    }

    private DistanceTable tableOf(Plume plume, double decay) {
        DistanceTable table = usedTable;
        if (table == null) {
            table = new DistanceTable(
                    plume, ReceptorHeights.flat(receptors.getFirst().flagpole()), decay > 0);
            usedTable = table;
        } else {
            table.startOn(plume, decay > 0);
        }
        return table;
    }

    /** MFD 62: the part that keeps its course and the part that wanders. */
    private void byTable(Source source, Plume plume, Wind wind, double decay, double[] into) {
        DistanceTable table = tableOf(plume, decay);
        double nearest = nearest(source);
        double x0 = source.location().x();
        double y0 = source.location().y();
        terms.clear();
        for (int i = 0; i < into.length; i++) {
            into[i] = 0;
            Receptor receptor = receptors.get(i);
            double dx = receptor.x() - x0;
            double dy = receptor.y() - y0;
            double r = Math.sqrt(dx * dx + dy * dy);
            if (r >= nearest) {
                double share = addRandom(table, r, decay, i, into);
                double x = -wind.upwind(dx, dy);
                if (x >= NEAREST_COHERENT) {
                    addCoherent(table, x, wind.across(dx, dy), decay, 1 - share, i, into);
                }
            }
        }
        terms.addTo(into);
    }

    /** The part that wanders, evenly in all directions (MFD 64); returns its share. */
    private double addRandom(DistanceTable table, double r, double decay, int i, double[] into) {
        byte kind = table.seek(r);
        if (kind == DistanceTable.DIRECT) {
            PlumeSection section = table.computed();
            into[i] += section.meanderShare() * random(section, r, decay);
            return section.meanderShare();
        }
        double share = table.meanderShare();
        double factor = GRAMS_TO_MICROGRAMS * share / (TWO_PI * r * r);
        double decayed = decay == 0 ? 0 : decay * r / table.carryingWindSpeed();
        terms.add(table.logStrength() - decayed, factor, i);
        if (kind == DistanceTable.TWO_PARTS) {
            terms.add(table.logPenetratedStrength() - decayed, factor, i);
        }
        return share;
    }

    private void addCoherent(
            DistanceTable table, double x, double y, double decay, double share, int i, double[] into) {
        byte kind = table.seek(x);
        if (kind == DistanceTable.DIRECT) {
            into[i] += share * coherent(table.computed(), x, y, decay);
            return;
        }
        double decayed = decay == 0 ? 0 : decay * x / table.carryingWindSpeed();
        double factor = GRAMS_TO_MICROGRAMS * share / (ROOT_TWO_PI * x);
        addAcross(table.logStrength() - decayed, table.mainSigmaY(), y, factor, i);
        if (kind == DistanceTable.TWO_PARTS) {
            addAcross(table.logPenetratedStrength() - decayed, table.penetratedSigmaY(), y, factor, i);
        }
    }

    private void addAcross(double logStrength, double sigmaY, double y, double factor, int i) {
        double distance = y / sigmaY;
        double exponent = -0.5 * distance * distance;
        if (exponent > LEAST_EXPONENT) {
            terms.add(logStrength + exponent, factor / sigmaY, i);
        }
    }

    private void directly(Source source, Plume plume, Wind wind, double decay, double[] into) {
        double nearest = nearest(source);
        PlumeSection section = new PlumeSection();
        for (int i = 0; i < into.length; i++) {
            Receptor receptor = receptors.get(i);
            double dx = receptor.x() - source.location().x();
            double dy = receptor.y() - source.location().y();
            double r = Math.sqrt(dx * dx + dy * dy);
            into[i] = 0;
            if (r >= nearest) {
                ReceptorHeights heights = heights(receptor, source);
                plume.section(r, heights, section);
                double share = section.meanderShare();
                into[i] = share * random(section, r, decay);
                double x = -wind.upwind(dx, dy);
                if (x >= NEAREST_COHERENT) {
                    plume.section(x, heights, section);
                    into[i] += (1 - share) * coherent(section, x, wind.across(dx, dy), decay);
                }
            }
        }
    }

    private static double nearest(Source source) {
        return source instanceof VolumeSource v ? VOLUME_HALF_WIDTH * v.initialSigmaY() + NEAREST_POINT : NEAREST_POINT;
    }

    private static double random(PlumeSection section, double r, double decay) {
        return GRAMS_TO_MICROGRAMS
                * (section.dilution() + section.penetratedDilution())
                / (TWO_PI * r)
                * survived(section, r, decay);
    }

    private static double coherent(PlumeSection section, double x, double y, double decay) {
        double penetrated = section.penetratedDilution();
        double both = section.dilution() * lateral(y, section.sigmaY())
                + (penetrated > 0 ? penetrated * lateral(y, section.penetratedSigmaY()) : 0);
        return GRAMS_TO_MICROGRAMS * both * survived(section, x, decay);
    }

    private static double survived(PlumeSection section, double x, double decay) {
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
