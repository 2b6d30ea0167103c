package org.lantian.quantities;

import java.util.Optional;

/**
 * Something a station measures hour by hour: a {@link Pollutant} or a {@link WeatherElement}.
 *
 * <p>Wherever Lantian holds a bare number for a parameter, it is in {@link #unit()}.
 */
public sealed interface Parameter permits Pollutant, WeatherElement {

    /** Stable lower-case code used in files, URLs and the database, for example {@code pm25}. */
    String code();

    /** The unit in which Lantian holds values of this parameter. */
    Unit unit();

    /** The parameter with this code, if there is one; the comparison ignores case. */
    static Optional<Parameter> find(String code) {
        Optional<Pollutant> pollutant = Pollutant.find(code);
        if (pollutant.isPresent()) {
            return Optional.of(pollutant.get());
        }
        return WeatherElement.find(code).map(element -> element);
    }
}
