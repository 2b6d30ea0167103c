package org.lantian.dispersion.source;

import org.lantian.quantities.Check;

/**
 * A city whose heat keeps its air stirred at night.
 *
 * @param population 100 people or more
 * @param roughnessLength z_0 of the city, m, 0 &lt; z_0 ≤ 5
 */
public record UrbanArea(String name, double population, double roughnessLength) {

    public UrbanArea {
        Check.inRange("population", population, 100, 1e9);
        Check.that(
                roughnessLength > 0 && roughnessLength <= 5,
                "roughnessLength is " + roughnessLength + ", expected over 0 up to 5 m");
    }
}
