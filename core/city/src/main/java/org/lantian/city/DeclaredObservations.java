package org.lantian.city;

import java.util.Optional;

/**
 * Files of real observations that are imported at the first start where a reference kit is at hand.
 *
 * @param glob pattern of paths relative to the kit's folder
 * @param mapping path of the mapping relative to the pack's folder, for formats that need one
 */
public record DeclaredObservations(
        String glob, ObservationFormat format, Optional<String> mapping, Provenance provenance) {}
