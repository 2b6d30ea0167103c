package org.lantian.dispersion.plume;

/** The plume of one source in one hour. Used by one thread at a time: it keeps what it last looked up. */
public sealed interface Plume permits StablePlume, ConvectivePlume {

    /**
     * Describes the plume at a distance.
     *
     * @param x along the wind (or around the source, of the part that wanders), m, &gt; 0
     * @param receptor heights there
     */
    void section(double x, ReceptorHeights receptor, PlumeSection into);

    /** Direction from which the wind that carries the plume blows, degrees. */
    double windDirection();
}
