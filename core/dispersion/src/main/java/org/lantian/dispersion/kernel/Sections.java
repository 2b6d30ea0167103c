package org.lantian.dispersion.kernel;

/** What an area integral asks of one plume, for receptors of one height: values at the distance last moved to. */
interface Sections {

    /** Moves to a distance, m. */
    void moveTo(double x);

    /** Vertical term over wind speed times distance, s/m. */
    double strength();

    /** σ_y, m. */
    double sigmaY();

    /** ũ, m/s. */
    double windSpeed();
}
