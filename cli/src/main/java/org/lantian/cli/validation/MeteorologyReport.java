package org.lantian.cli.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lantian.cli.validation.ReferenceWeather.Pair;
import org.lantian.cli.validation.ReferenceWeather.Place;
import org.lantian.cli.validation.WeatherAgreement.Quantity;
import org.lantian.dispersion.preprocessing.Finding;
import org.lantian.dispersion.preprocessing.PlausibilityCheck;
import org.lantian.dispersion.preprocessing.StableLayer;
import org.lantian.dispersion.preprocessing.WindOverGround;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.HourStamp;
import org.lantian.dispersion.weather.SurfaceHour;

/**
 * The report docs/validation/meteorology.md: every figure in it is computed when it is written.
 *
 * @param withinLimits the limits set for DEN_2016 are met
 */
public record MeteorologyReport(String text, boolean withinLimits) {

    private static final String JUDGED = "DEN_2016";
    private static final double LEAST_PERCENT = 90;
    private static final List<Quantity> SURFACE = List.of(Quantity.H, Quantity.USTAR, Quantity.L, Quantity.ZIM);

    private static final List<Place> PLACES = List.of(
            new Place("DEN_2016", 39.833, -104.658, -7, 10),
            new Place("LOVETT", 41.3, -74.0, -5, 10),
            new Place("ANCH-99_ADJU", 61.217, -149.833, -9, 7),
            new Place("HOUSTON_ADJU", 29.967, -95.35, -6, 6.1));

    /**
     * Computes the report.
     *
     * @param folder with the reference's weather files
     * @param withConcentrations also run two stacks through all hours, which takes most of the time
     */
    public static MeteorologyReport of(Path folder, boolean withConcentrations) {
        Writer writer = new Writer();
        writer.withConcentrations = withConcentrations;
        for (Place place : PLACES) {
            writer.years.add(ReferenceWeather.read(folder, place));
        }
        return writer.write();
    }

    private static final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final List<ReferenceWeather> years = new ArrayList<>();
        private boolean withinLimits = true;
        private boolean withConcentrations;

        MeteorologyReport write() {
            text.append(fragment("meteorology-head.md"));
            line("| file | quantity | hours | asked | within | median of ours/theirs | 5–95 % |");
            line("|---|---|---:|---:|---:|---:|---:|");
            years.forEach(year -> SURFACE.forEach(quantity -> row(year, quantity)));
            classes();
            kinds();
            formulas();
            mixing();
            gradients();
            if (withConcentrations) {
                effects();
            }
            plausibility();
            text.append(fragment("meteorology-foot.md"));
            return new MeteorologyReport(text.toString(), withinLimits);
        }

        private void row(ReferenceWeather year, Quantity quantity) {
            WeatherAgreement agreement = WeatherAgreement.of(quantity, year.pairs(), sameHeight(year));
            if (year.name().equals(JUDGED)) {
                withinLimits &= agreement.percentWithin() >= LEAST_PERCENT;
            }
            row("`" + year.name() + "` | " + quantity.label(), quantity, agreement);
        }

        private void row(String label, Quantity quantity, WeatherAgreement agreement) {
            line(
                    "| %s | %,d | %.0f %% | %.2f %% | %.4f | %.3f–%.3f |",
                    label,
                    agreement.hours(),
                    100 * quantity.tolerance(),
                    agreement.percentWithin(),
                    agreement.quantile(0.5),
                    agreement.quantile(0.05),
                    agreement.quantile(0.95));
        }

        private static Predicate<Pair> sameHeight(ReferenceWeather year) {
            double height = year.station().windHeight();
            return pair -> Math.abs(pair.theirs().windHeight() - height) < 0.05;
        }

        private void classes() {
            text.append(fragment("meteorology-classes.md"));
            line(
                    "| file | stable in both | convective in both | we convective | they convective | largest \\|H\\| there |");
            line("|---|---:|---:|---:|---:|---:|");
            for (ReferenceWeather year : years) {
                int[] counts = new int[4];
                double largest = 0;
                for (Pair pair : year.pairs()) {
                    if (pair.comparable() && sameHeight(year).test(pair)) {
                        boolean ours = HourClass.of(pair.ours()) == HourClass.CONVECTIVE;
                        boolean theirs = HourClass.of(pair.theirs()) == HourClass.CONVECTIVE;
                        counts[ours ? (theirs ? 1 : 2) : (theirs ? 3 : 0)]++;
                        if (ours != theirs) {
                            double heat = Math.abs(pair.theirs().sensibleHeatFlux());
                            largest = Math.max(largest, heat);
                        }
                    }
                }
                line(
                        "| `%s` | %,d | %,d | %d | %d | %.1f W/m² |",
                        year.name(), counts[0], counts[1], counts[2], counts[3], largest);
            }
        }

        private void kinds() {
            text.append(fragment("meteorology-kinds.md"));
            line("| file and kind of hour | quantity | hours | asked | within | median of ours/theirs | 5–95 % |");
            line("|---|---|---:|---:|---:|---:|---:|");
            for (ReferenceWeather year : years) {
                Predicate<Pair> here = sameHeight(year);
                kind(year, "convective", here.and(pair -> pair.theirs().obukhovLength() < 0));
                kind(
                        year,
                        "stable, sun up",
                        here.and(pair -> pair.theirs().obukhovLength() > 0
                                && pair.theirs().albedo() < 1));
                kind(
                        year,
                        "stable, night",
                        here.and(pair -> pair.theirs().obukhovLength() > 0
                                && pair.theirs().albedo() == 1));
            }
        }

        private void kind(ReferenceWeather year, String name, Predicate<Pair> fits) {
            for (Quantity quantity : SURFACE) {
                row(
                        "`" + year.name() + "` " + name + " | " + quantity.label(),
                        quantity,
                        WeatherAgreement.of(quantity, year.pairs(), fits));
            }
        }

        /** Two constants of the formulation document against what the reference does. */
        private void formulas() {
            ReferenceWeather year = years.getFirst();
            text.append(fragment("meteorology-formulas.md"));
            line("| constant | quantity | hours | asked | within | median of ours/theirs | 5–95 % |");
            line("|---|---|---:|---:|---:|---:|---:|");
            for (double beta : new double[] {4.7, 5}) {
                for (Quantity quantity : List.of(Quantity.H, Quantity.USTAR, Quantity.L)) {
                    WeatherAgreement agreement = WeatherAgreement.of(
                            quantity,
                            year.pairs(),
                            pair -> pair.theirs().obukhovLength() > 0
                                    && pair.theirs().albedo() == 1,
                            pair -> stable(quantity, pair.theirs(), beta));
                    row("β_m = " + beta + " (nights) | " + quantity.label(), quantity, agreement);
                }
            }
            Map<HourStamp, Double> before = heightsBefore(year);
            for (double factor : new double[] {2300, 2400}) {
                WeatherAgreement agreement = WeatherAgreement.of(
                        Quantity.ZIM,
                        year.pairs(),
                        pair -> before.containsKey(pair.reference().stamp()),
                        pair -> mechanical(
                                factor,
                                Objects.requireNonNull(
                                        before.get(pair.reference().stamp())),
                                pair.theirs().frictionVelocity()));
                row("z_im from %.0f u*^1.5 | z_im".formatted(factor), Quantity.ZIM, agreement);
            }
        }

        /** The reference's mechanical mixing height an hour before, where it has one. */
        private static Map<HourStamp, Double> heightsBefore(ReferenceWeather year) {
            Map<HourStamp, Double> before = new HashMap<>();
            double last = -1;
            for (Pair pair : year.pairs()) {
                if (last > 0) {
                    before.put(pair.reference().stamp(), last);
                }
                last = pair.theirs().mechanicalMixingHeight();
            }
            return before;
        }

        /** {@link org.lantian.dispersion.preprocessing.MechanicalMixing} with another factor. */
        private static double mechanical(double factor, double before, double frictionVelocity) {
            double equilibrium = Math.min(4000, factor * Math.pow(frictionVelocity, 1.5));
            double kept = Math.exp(-3600 * 2 * frictionVelocity / before);
            return before * kept + equilibrium * (1 - kept);
        }

        private static double stable(Quantity quantity, SurfaceHour s, double beta) {
            WindOverGround wind = new WindOverGround(
                    s.windSpeed(), s.windHeight(), s.roughnessLength(), s.temperature(), s.pressure());
            var layer = StableLayer.of(wind, StableLayer.temperatureScale(s.cloudTenths() / 10), beta);
            return switch (quantity) {
                case H -> layer.sensibleHeatFlux();
                case USTAR -> layer.frictionVelocity();
                default -> layer.obukhovLength();
            };
        }

        private void mixing() {
            text.append(fragment("meteorology-mixing.md"));
            line("| file | hours | quantity | within 15 % (w*: 10 %) | within a factor of 2 | median of ours/theirs"
                    + " | 5–95 % |");
            line("|---|---|---|---:|---:|---:|---:|");
            for (ReferenceWeather year : years) {
                for (Quantity quantity : List.of(Quantity.ZIC, Quantity.WSTAR)) {
                    mixingRow(year, "all", quantity, pair -> true);
                    mixingRow(year, "12–17", quantity, pair -> {
                        int hour = pair.reference().stamp().hour();
                        return hour >= 12 && hour <= 17;
                    });
                }
            }
        }

        private void gradients() {
            text.append(fragment("meteorology-gradients.md"));
            line("| file | days | 10 % | median | 90 % |");
            line("|---|---:|---:|---:|---:|");
            for (ReferenceWeather year : years) {
                double[] implied = MorningGradients.impliedAt(13, year.pairs());
                line(
                        "| `%s` | %d | %.4f | %.4f | %.4f |",
                        year.name(),
                        implied.length,
                        implied[implied.length / 10],
                        implied[implied.length / 2],
                        implied[implied.length * 9 / 10]);
            }
        }

        /** What all that does to concentrations. */
        private void effects() {
            text.append(fragment("meteorology-effects.md"));
            line(
                    "| file | z_ic | hours | stack | mean of all receptors | receptors with the mean within 10 % | highest hour |");
            line("|---|---|---:|---|---:|---:|---:|");
            for (ReferenceWeather year : years) {
                if (year.hasTower()) {
                    continue;
                }
                for (boolean theirMixing : new boolean[] {true, false}) {
                    WeatherEffect effect = WeatherEffect.of(year, theirMixing);
                    for (int s = 0; s < WeatherEffect.STACKS.size(); s++) {
                        line(
                                "| `%s` | %s | %,d | %s | %+.1f %% | %.0f %% | %+.1f %% |",
                                year.name(),
                                theirMixing ? "theirs" : "substitute",
                                effect.hours(),
                                WeatherEffect.STACKS.get(s),
                                100 * (effect.stacks().get(s).mean() - 1),
                                effect.stacks().get(s).receptorsWithin(),
                                100 * (effect.stacks().get(s).highest() - 1));
                    }
                }
            }
        }

        private void mixingRow(ReferenceWeather year, String hours, Quantity quantity, Predicate<Pair> fits) {
            WeatherAgreement agreement = WeatherAgreement.of(
                    quantity,
                    year.pairs(),
                    fits.and(pair -> pair.theirs().convectiveMixingHeight() > 0
                            && pair.ours().convectiveMixingHeight() > 0));
            line(
                    "| `%s` | %s | %s | %.1f %% | %.1f %% | %.2f | %.2f–%.2f |",
                    year.name(),
                    hours,
                    quantity.label(),
                    agreement.percentWithin(),
                    agreement.percentWithinFactorTwo(),
                    agreement.quantile(0.5),
                    agreement.quantile(0.05),
                    agreement.quantile(0.95));
        }

        private void plausibility() {
            text.append(fragment("meteorology-check.md"));
            line("| file | hours | found | by field |");
            line("|---|---:|---:|---|");
            for (ReferenceWeather year : years) {
                checkRow(year.name(), year, false);
            }
            for (ReferenceWeather year : years) {
                checkRow(year.name() + " made by us", year, true);
            }
        }

        private void checkRow(String name, ReferenceWeather year, boolean ours) {
            PlausibilityCheck check = new PlausibilityCheck(
                    Optional.of(year.station().sun()), year.station().adjustedFrictionVelocity());
            long row = 1;
            for (Pair pair : year.pairs()) {
                check.add(ours ? pair.made().weather() : pair.reference(), ++row);
            }
            Map<String, Integer> fields = new TreeMap<>();
            for (Finding finding : check.findings()) {
                fields.merge(finding.field(), 1, Integer::sum);
            }
            line(
                    "| %s | %,d | %,d | %s |",
                    name, check.hours(), check.findings().size(), fields);
        }

        private void line(String format, Object... arguments) {
            text.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments))
                    .append('\n');
        }

        private static String fragment(String name) {
            try (InputStream in = MeteorologyReport.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("the product lacks its file " + name);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
