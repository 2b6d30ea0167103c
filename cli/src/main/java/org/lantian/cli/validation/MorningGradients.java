package org.lantian.cli.validation;

import java.util.ArrayList;
import java.util.List;
import org.lantian.cli.validation.ReferenceWeather.Pair;
import org.lantian.dispersion.weather.SurfaceHour;

/**
 * The constant gradient of potential temperature (K/m) that would give a reference file's z_ic from its own heat:
 * γ = 2 · 1.4 Q/z_ic², Q the heat of the day so far over ρ c_p.
 */
final class MorningGradients {

    private static final double WITH_ENTRAINMENT = 1.4;

    private MorningGradients() {}

    /** One gradient a day that has a z_ic at that hour, sorted. */
    static double[] impliedAt(int hour, List<Pair> pairs) {
        List<Double> gradients = new ArrayList<>();
        double heat = 0;
        for (Pair pair : pairs) {
            if (pair.reference().stamp().hour() == 1) {
                heat = 0;
            }
            SurfaceHour s = pair.theirs();
            if (s.sensibleHeatFlux() <= 0 || s.pressure() > 2000) {
                continue;
            }
            // ρ c_p T is p times a constant
            heat += 3600 * s.sensibleHeatFlux() * s.temperature() * 287.04 / (100 * s.pressure() * 1004);
            if (pair.reference().stamp().hour() == hour && s.convectiveMixingHeight() > 0) {
                double height = s.convectiveMixingHeight();
                gradients.add(2 * WITH_ENTRAINMENT * heat / (height * height));
            }
        }
        return gradients.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
