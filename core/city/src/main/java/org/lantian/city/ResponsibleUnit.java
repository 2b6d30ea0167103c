package org.lantian.city;

import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;

/**
 * A unit with a role in the campaign. Never a person.
 *
 * @param code stable key, lower case, for example ecology-bureau
 * @param area the area it governs; empty for units of the whole city
 */
public record ResponsibleUnit(
        String code, BilingualText name, UnitKind kind, Optional<AreaCode> area, Provenance provenance) {}
