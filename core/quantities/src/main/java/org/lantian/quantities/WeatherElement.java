package org.lantian.quantities;

import java.util.Arrays;
import java.util.Optional;

/** Weather measured beside the air. */
public enum WeatherElement implements Parameter {
    WIND_SPEED("ws", Unit.METRES_PER_SECOND),
    /** Direction from which the wind blows, clockwise from north, 0–360. */
    WIND_DIRECTION("wd", Unit.DEGREES),
    TEMPERATURE("temp", Unit.DEGREES_CELSIUS),
    PRESSURE("pres", Unit.HECTOPASCALS),
    DEW_POINT("dewp", Unit.DEGREES_CELSIUS),
    RAIN("rain", Unit.MILLIMETRES),
    RELATIVE_HUMIDITY("rh", Unit.PERCENT);

    private final String code;
    private final Unit unit;

    WeatherElement(String code, Unit unit) {
        this.code = code;
        this.unit = unit;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Unit unit() {
        return unit;
    }

    /** The element with this code; case is ignored. */
    public static Optional<WeatherElement> find(String code) {
        return Arrays.stream(values())
                .filter(e -> e.code.equalsIgnoreCase(code))
                .findFirst();
    }
}
