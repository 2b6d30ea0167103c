package org.lantian.city;

import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.LonLat;

/**
 * The city a pack describes.
 *
 * @param code of the city as a whole by GB/T 2260, for example 140500; for a municipality that of the municipality
 * @param packVersion as the pack's author counts, for example 2026.1
 * @param mapCentre centre of the map when a page opens
 * @param mapZoom zoom level of the map when a page opens, web-map levels 3–16
 */
public record City(AreaCode code, BilingualText name, String packVersion, LonLat mapCentre, double mapZoom) {}
