package org.lantian.standards.aqi;

import java.util.Arrays;
import java.util.Optional;
import org.lantian.quantities.Pollutant;

/** A pollutant with the averaging for which HJ 633 has a row of breakpoints (污染物项目). */
public enum Indicator {
    SO2_24H("so2_24h", Pollutant.SO2),
    SO2_1H("so2_1h", Pollutant.SO2),
    NO2_24H("no2_24h", Pollutant.NO2),
    NO2_1H("no2_1h", Pollutant.NO2),
    PM10_24H("pm10_24h", Pollutant.PM10),
    PM10_1H("pm10_1h", Pollutant.PM10),
    CO_24H("co_24h", Pollutant.CO),
    CO_1H("co_1h", Pollutant.CO),
    /** One hour; of a day its greatest hour. */
    O3_1H("o3_1h", Pollutant.O3),
    /** Eight hours; of a day the greatest of its 8-hour means. */
    O3_8H("o3_8h", Pollutant.O3),
    PM25_24H("pm25_24h", Pollutant.PM25),
    PM25_1H("pm25_1h", Pollutant.PM25);

    private final String code;
    private final Pollutant pollutant;

    Indicator(String code, Pollutant pollutant) {
        this.code = code;
        this.pollutant = pollutant;
    }

    /** Code in rule files and outputs. */
    public String code() {
        return code;
    }

    public Pollutant pollutant() {
        return pollutant;
    }

    public static Optional<Indicator> find(String code) {
        return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
    }
}
