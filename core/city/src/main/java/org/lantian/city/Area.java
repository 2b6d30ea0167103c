package org.lantian.city;

import java.time.LocalDate;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;

/**
 * A county or functional area of the city.
 *
 * @param parent the city, or the county in which a functional area lies
 * @param validFrom first day on which the area exists under this code; empty when that is before any data
 */
public record Area(
        AreaCode code,
        BilingualText name,
        AreaKind kind,
        AreaCode parent,
        Optional<LocalDate> validFrom,
        Provenance provenance) {}
