package org.lantian.dispersion.output;

import org.lantian.quantities.LonLat;

/** Knows where on the Earth a place of the run's plane is. */
@FunctionalInterface
public interface Georeference {

    /** Longitude and latitude of a place. */
    LonLat at(double x, double y);
}
