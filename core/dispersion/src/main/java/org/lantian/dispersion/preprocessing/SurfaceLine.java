package org.lantian.dispersion.preprocessing;

import org.lantian.dispersion.preprocessing.SurfaceCharacteristics.Ground;
import org.lantian.dispersion.weather.SurfaceHour;

/** Puts an hour's values into the order of the surface file, with its codes for what is missing. */
record SurfaceLine(Station station, SurfaceObservation seen, Ground ground, GroundHeat heat, double pressure) {

    private static final int NO_PRECIPITATION = 0;
    /** AERMET's codes: liquid, frozen. */
    private static final int LIQUID = 11;

    private static final int FROZEN = 22;

    private static final int UNKNOWN_PRECIPITATION = 9999;

    SurfaceHour with(BoundaryLayer layer, String substitutionFlag) {
        boolean calm = station.isCalm(seen.windSpeed());
        boolean windKnown = seen.has(Element.WIND_SPEED);
        return new SurfaceHour(
                layer.heat(),
                layer.frictionVelocity(),
                layer.convectiveVelocity(),
                layer.gradientAbove(),
                layer.convectiveMixing(),
                layer.mechanicalMixing(),
                layer.obukhovLength(),
                ground.roughness(),
                ground.bowenRatio(),
                heat.albedo(),
                calm ? 0 : MissingCode.SPEED.orMissing(seen.windSpeed()),
                calm ? 0 : MissingCode.DIRECTION.orMissing(seen.windDirection()),
                windKnown ? station.windHeight() : MissingCode.MEASURING_HEIGHT.code(),
                MissingCode.KELVIN.orMissing(seen.kelvin()),
                seen.has(Element.TEMPERATURE) ? station.temperatureHeight() : MissingCode.MEASURING_HEIGHT.code(),
                precipitationCode(),
                MissingCode.PRECIPITATION.orMissing(seen.precipitation()),
                MissingCode.HUMIDITY.orMissing(seen.humidity()),
                pressure,
                seen.has(Element.CLOUD) ? Math.rint(10 * seen.cloud()) : MissingCode.CLOUD.code(),
                windKnown ? "NAD-SFC" : "NAD",
                substitutionFlag);
    }

    private int precipitationCode() {
        if (!seen.has(Element.PRECIPITATION)) {
            return UNKNOWN_PRECIPITATION;
        }
        if (seen.precipitation() == 0) {
            return NO_PRECIPITATION;
        }
        return seen.kelvin() < 273.15 ? FROZEN : LIQUID;
    }
}
