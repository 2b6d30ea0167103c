package org.lantian.dispersion.preprocessing;

import org.lantian.dispersion.weather.HourStamp;
import org.lantian.quantities.BilingualText;

/**
 * Something implausible in one hour of a pair of weather files.
 *
 * @param row line of the surface file, the header is 1
 * @param field as the surface file's columns are named in the guide
 * @param value that stands there
 * @param expected what would be plausible
 * @param why the relation that is violated
 */
public record Finding(
        long row, HourStamp hour, String field, String value, BilingualText expected, BilingualText why) {}
