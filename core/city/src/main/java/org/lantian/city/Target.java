package org.lantian.city;

import java.math.BigDecimal;
import java.util.Optional;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.Pollutant;

/**
 * What the city or one of its areas is to reach in a year.
 *
 * @param scope code of the city or of one of its areas
 * @param pollutant present when the statistic is of a pollutant
 * @param value to be reached: at most this value, for {@link TargetStatistic#GOOD_DAYS_RATIO} at least
 * @param unit symbol as printed: µg/m³, mg/m³, %, d, or empty for an index
 */
public record Target(
        int year,
        AreaCode scope,
        Optional<Pollutant> pollutant,
        TargetStatistic statistic,
        BigDecimal value,
        String unit,
        Provenance provenance) {}
