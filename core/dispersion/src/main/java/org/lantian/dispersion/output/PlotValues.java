package org.lantian.dispersion.output;

import java.util.Optional;
import org.lantian.dispersion.weather.HourStamp;

/** Where the values of one plot file come from. */
public interface PlotValues {

    /** Concentration at a receptor, µg/m³. */
    double value(int place);

    /** Last hour of the block of a ranked value; empty for means and where nothing ranks. */
    Optional<HourStamp> end(int place);
}
