package org.lantian.standards.limits;

import org.lantian.quantities.Pollutant;
import org.lantian.standards.document.Provenance;

/**
 * One line of the limits of GB 3095.
 *
 * @param pollutant in whose unit the limits are
 * @param averaging time of averaging
 * @param grade1 grade I (一级): nature reserves, scenic areas
 * @param grade2 grade II (二级): everywhere people live and work
 * @param provenance where it was read
 */
public record Limit(Pollutant pollutant, Averaging averaging, double grade1, double grade2, Provenance provenance) {}
