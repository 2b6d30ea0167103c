package org.lantian.standards.limits;

import org.lantian.quantities.Check;

/** The state of the air to which a concentration refers (参比状态, 实况). */
public sealed interface ReferenceState {

    /**
     * Air of a fixed temperature and pressure.
     *
     * @param temperatureKelvin 200–350
     * @param pressureHectopascals 300–1100
     */
    record Fixed(double temperatureKelvin, double pressureHectopascals) implements ReferenceState {
        public Fixed {
            Check.inRange("temperatureKelvin", temperatureKelvin, 200, 350);
            Check.inRange("pressureHectopascals", pressureHectopascals, 300, 1100);
        }

        /**
         * Factor by which a concentration in this state becomes one in another: mass is kept, volume follows the
         * ideal gas, so (T₁/T₂)·(p₂/p₁).
         */
        public double factorTo(Fixed other) {
            return temperatureKelvin / other.temperatureKelvin * (other.pressureHectopascals / pressureHectopascals);
        }
    }

    /** Air as it was at the sampler: temperature and pressure of each sample. */
    record Actual() implements ReferenceState {}
}
