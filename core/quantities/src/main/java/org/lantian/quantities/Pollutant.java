package org.lantian.quantities;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pollutants that GB 3095 sets limits for (污染物项目).
 *
 * <p>Concentrations are in µg/m³, those of CO in mg/m³, as in the tables of GB 3095 and HJ 633.
 */
public enum Pollutant implements Parameter {
    SO2("so2", "SO₂", Unit.MICROGRAMS_PER_CUBIC_METRE),
    NO2("no2", "NO₂", Unit.MICROGRAMS_PER_CUBIC_METRE),
    PM10("pm10", "PM₁₀", Unit.MICROGRAMS_PER_CUBIC_METRE),
    CO("co", "CO", Unit.MILLIGRAMS_PER_CUBIC_METRE),
    O3("o3", "O₃", Unit.MICROGRAMS_PER_CUBIC_METRE),
    PM25("pm25", "PM₂.₅", Unit.MICROGRAMS_PER_CUBIC_METRE),
    TSP("tsp", "TSP", Unit.MICROGRAMS_PER_CUBIC_METRE),
    NOX("nox", "NOₓ", Unit.MICROGRAMS_PER_CUBIC_METRE),
    PB("pb", "Pb", Unit.MICROGRAMS_PER_CUBIC_METRE),
    BAP("bap", "BaP", Unit.MICROGRAMS_PER_CUBIC_METRE);

    /** The six of the air quality index (基本项目), in the order in which HJ 633 lists them. */
    public static final List<Pollutant> SIX = List.of(SO2, NO2, PM10, CO, O3, PM25);

    private final String code;
    private final String label;
    private final Unit unit;

    Pollutant(String code, String label, Unit unit) {
        this.code = code;
        this.label = label;
        this.unit = unit;
    }

    @Override
    public String code() {
        return code;
    }

    /** The symbol as printed, with subscripts. */
    public String label() {
        return label;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    /** Whether a concentration depends on the reference temperature and pressure (true for gases, false for particles). */
    public boolean isGas() {
        return switch (this) {
            case SO2, NO2, CO, O3, NOX -> true;
            case PM10, PM25, TSP, PB, BAP -> false;
        };
    }

    /** The pollutant with this code; {@code PM2.5} and {@code pm2.5} are understood as {@code pm25}; case is ignored. */
    public static Optional<Pollutant> find(String code) {
        String wanted = code.equalsIgnoreCase("pm2.5") ? "pm25" : code;
        return Arrays.stream(values())
                .filter(p -> p.code.equalsIgnoreCase(wanted))
                .findFirst();
    }
}
