package org.lantian.dispersion.kernel;

import org.lantian.dispersion.plume.PlumeSection;

/** Sections of one plume for receptors of one height. */
interface Sections {

    /** Puts the section at a distance into the argument. */
    void at(double x, PlumeSection into);
}
