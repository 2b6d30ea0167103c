package org.lantian.city;

import java.util.List;
import java.util.Optional;
import org.lantian.quantities.InputError;

/**
 * What came of reading a pack.
 *
 * @param pack present when there is no error
 * @param errors that keep the pack from being used, in the order of file and line
 * @param warnings that don't
 */
public record PackReading(Optional<CityPack> pack, List<InputError> errors, List<InputError> warnings) {

    public PackReading {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }
}
