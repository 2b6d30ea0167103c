package org.lantian.observations;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.Unit;
import org.lantian.quantities.WeatherElement;

/**
 * What one number in a file of hourly air data can be: an hourly value of a {@link Parameter}, or a figure that the
 * publisher derived from such values (AQI, running means), which is useful for checking but is never stored.
 */
public enum Quantity {
    SO2("SO2", Pollutant.SO2),
    NO2("NO2", Pollutant.NO2),
    PM10("PM10", Pollutant.PM10),
    CO("CO", Pollutant.CO),
    O3("O3", Pollutant.O3),
    PM25("PM2.5", Pollutant.PM25),
    TSP("TSP", Pollutant.TSP),
    NOX("NOx", Pollutant.NOX),
    PB("Pb", Pollutant.PB),
    BAP("BaP", Pollutant.BAP),

    WIND_SPEED("ws", WeatherElement.WIND_SPEED),
    WIND_DIRECTION("wd", WeatherElement.WIND_DIRECTION),
    TEMPERATURE("temp", WeatherElement.TEMPERATURE),
    PRESSURE("pres", WeatherElement.PRESSURE),
    DEW_POINT("dewp", WeatherElement.DEW_POINT),
    RAIN("rain", WeatherElement.RAIN),
    RELATIVE_HUMIDITY("rh", WeatherElement.RELATIVE_HUMIDITY),

    /** Published real-time air quality index, no unit. */
    AQI("AQI", null, null),
    /** Published running means of the last 24 hours. */
    SO2_24H("SO2_24h", null, Pollutant.SO2),
    NO2_24H("NO2_24h", null, Pollutant.NO2),
    PM10_24H("PM10_24h", null, Pollutant.PM10),
    CO_24H("CO_24h", null, Pollutant.CO),
    PM25_24H("PM2.5_24h", null, Pollutant.PM25),
    /** Published greatest hourly ozone of the day so far. */
    O3_24H("O3_24h", null, Pollutant.O3),
    /** Published running mean of the last 8 hours. */
    O3_8H("O3_8h", null, Pollutant.O3),
    /** Published greatest 8-hour ozone mean of the day so far. */
    O3_8H_24H("O3_8h_24h", null, Pollutant.O3);

    private static final Map<String, Quantity> BY_NAME = names();
    private static final Map<Parameter, Quantity> BY_PARAMETER = parameters();

    private final String label;
    private final @Nullable Parameter parameter;
    private final @Nullable Parameter basis;

    Quantity(String label, Parameter parameter) {
        this(label, parameter, parameter);
    }

    Quantity(String label, @Nullable Parameter parameter, @Nullable Parameter basis) {
        this.label = label;
        this.parameter = parameter;
        this.basis = basis;
    }

    /** The name as the national files print it in their column {@code type}. */
    public String label() {
        return label;
    }

    /** What was measured; empty for a published derived figure. */
    public Optional<Parameter> parameter() {
        return Optional.ofNullable(parameter);
    }

    /** The parameter from which a figure was derived, the parameter itself for a measured one; empty for the AQI. */
    public Optional<Parameter> basis() {
        return Optional.ofNullable(basis);
    }

    public Optional<Unit> unit() {
        return basis().map(Parameter::unit);
    }

    /** A small number for arrays; not to be stored, it may change with the next version. */
    public int index() {
        return ordinal();
    }

    /** Whether this was measured, as against derived by the publisher. */
    public boolean isMeasured() {
        return parameter != null;
    }

    public static Quantity of(Parameter parameter) {
        Quantity quantity = BY_PARAMETER.get(parameter);
        if (quantity == null) {
            throw new IllegalArgumentException("no quantity for parameter " + parameter.code());
        }
        return quantity;
    }

    /** The quantity that is printed so, by label or by parameter code; case and surrounding space are ignored. */
    public static Optional<Quantity> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The six pollutants of the air quality index. */
    public static Set<Quantity> six() {
        return Collections.unmodifiableSet(EnumSet.range(SO2, PM25));
    }

    /** All that is measured: pollutants and weather. */
    public static Set<Quantity> measured() {
        return Collections.unmodifiableSet(EnumSet.range(SO2, RELATIVE_HUMIDITY));
    }

    private static Map<String, Quantity> names() {
        Map<String, Quantity> names = new HashMap<>();
        for (Quantity quantity : values()) {
            names.put(quantity.label.toLowerCase(Locale.ROOT), quantity);
            if (quantity.parameter != null) {
                names.put(quantity.parameter.code(), quantity);
            }
        }
        names.put("pm25_24h", PM25_24H);
        return names;
    }

    private static Map<Parameter, Quantity> parameters() {
        Map<Parameter, Quantity> parameters = new HashMap<>();
        for (Quantity quantity : EnumSet.allOf(Quantity.class)) {
            if (quantity.parameter != null) {
                parameters.put(quantity.parameter, quantity);
            }
        }
        return parameters;
    }
}
