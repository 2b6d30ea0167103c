package org.lantian.city;

import org.lantian.quantities.AreaCode;

/**
 * Ties a feature of the boundary package to an area.
 *
 * @param featureName property {@code name} in the package's file
 */
public record BoundaryName(String featureName, AreaCode area, Provenance provenance) {}
