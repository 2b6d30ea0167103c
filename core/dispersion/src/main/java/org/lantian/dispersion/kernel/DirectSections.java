package org.lantian.dispersion.kernel;

import org.lantian.dispersion.plume.Plume;
import org.lantian.dispersion.plume.PlumeSection;
import org.lantian.dispersion.plume.ReceptorHeights;

/** Sections computed anew at each distance. */
final class DirectSections implements Sections {

    private final Plume plume;
    private final ReceptorHeights heights;
    private final PlumeSection section = new PlumeSection();
    private double x;

    DirectSections(Plume plume, ReceptorHeights heights) {
        this.plume = plume;
        this.heights = heights;
    }

    @Override
    public void moveTo(double newX) {
        x = newX;
        plume.section(x, heights, section);
    }

    @Override
    public double strength() {
        return section.dilution() * x;
    }

    @Override
    public double sigmaY() {
        return section.sigmaY();
    }

    @Override
    public double windSpeed() {
        return section.windSpeed();
    }
}
