package org.lantian.dispersion.kernel;

import org.lantian.dispersion.plume.Plume;
import org.lantian.dispersion.plume.PlumeSection;
import org.lantian.dispersion.plume.ReceptorHeights;

/** Sections computed anew at each distance. */
record DirectSections(Plume plume, ReceptorHeights heights) implements Sections {

    @Override
    public void at(double x, PlumeSection into) {
        plume.section(x, heights, into);
    }
}
