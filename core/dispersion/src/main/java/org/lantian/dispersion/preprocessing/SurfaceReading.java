package org.lantian.dispersion.preprocessing;

import java.util.List;
import java.util.Set;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.InputError;

/**
 * What a table of surface observations holds.
 *
 * @param observations in order of time, each hour once; hours may be absent
 * @param elements that have a column
 * @param ignoredColumns names of columns that are none of ours
 * @param faults cells that could not be taken; their values count as missing
 * @param notes on what else was noticed
 */
public record SurfaceReading(
        List<SurfaceObservation> observations,
        Set<Element> elements,
        List<String> ignoredColumns,
        List<InputError> faults,
        List<BilingualText> notes) {

    public SurfaceReading {
        observations = List.copyOf(observations);
        elements = Set.copyOf(elements);
        ignoredColumns = List.copyOf(ignoredColumns);
        faults = List.copyOf(faults);
        notes = List.copyOf(notes);
    }
}
