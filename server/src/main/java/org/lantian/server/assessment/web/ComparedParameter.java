package org.lantian.server.assessment.web;

import java.util.Optional;
import org.lantian.quantities.Pollutant;

/**
 * What is compared: a pollutant, or the daily index.
 *
 * @param pollutant empty for the index
 */
record ComparedParameter(Optional<Pollutant> pollutant) {

    static ComparedParameter read(RequestReader read, String text) {
        return text.equalsIgnoreCase("aqi")
                ? new ComparedParameter(Optional.empty())
                : new ComparedParameter(Optional.of(read.pollutant("parameter", text)));
    }

    String code() {
        return pollutant.map(Pollutant::code).orElse("aqi");
    }

    String label() {
        return pollutant.map(Pollutant::label).orElse("AQI");
    }

    String unit() {
        return pollutant.map(p -> p.unit().symbol()).orElse("");
    }
}
