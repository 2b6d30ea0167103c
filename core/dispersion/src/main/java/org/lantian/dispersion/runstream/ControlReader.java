package org.lantian.dispersion.runstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.no2.GasUnit;
import org.lantian.dispersion.source.HalfLife;
import org.lantian.dispersion.source.UrbanArea;

/** Reads the control part (CO). */
final class ControlReader {

    /** Options that change nothing by themselves: what they permit or confirm is the default here. */
    private static final Set<String> PERMISSIONS = Set.of("CONC", "DFAULT", "ELEV", "BETA", "ALPHA");

    private static final Set<String> OPTIONS = Set.of("FLAT", "NOSTD", "NOCHKD", "WARNCHKD", "ARM2", "OLM", "NOMINO3");

    private final Path folder;
    private final PrintOnly printOnly;
    private final List<String> titles = new ArrayList<>();
    private final Set<String> options = new LinkedHashSet<>();
    private final List<AveragingPeriod> averages = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private String pollutant = "";
    private boolean wanted;
    private OptionalDouble flagpole = OptionalDouble.empty();
    private @Nullable UrbanArea urban;
    private @Nullable HalfLife decay;
    private double least = 0.5;
    private double greatest = 0.9;
    private double equilibrium = 0.9;
    private double inStackRatio = Double.NaN;
    private @Nullable HourlyFile ozone;
    private double ozoneMicrograms = Double.NaN;

    ControlReader(Path folder, PrintOnly printOnly) {
        this.folder = folder;
        this.printOnly = printOnly;
    }

    void read(Statement s) {
        if (!seen.add(s.keyword()) && !s.keyword().equals("DEBUGOPT")) {
            throw s.fault("runstream.repeated", String.join(" ", s.arguments()), "只出现一次", "to stand once only");
        }
        switch (s.keyword()) {
            case "TITLEONE", "TITLETWO" -> titles.add(String.join(" ", s.arguments()));
            case "MODELOPT" -> options(s);
            case "AVERTIME" -> averages(s);
            case "POLLUTID" -> pollutant = s.word(0, "pollutant");
            case "RUNORNOT" ->
                wanted = s.choice(0, "RUN or NOT", List.of("RUN", "NOT")).equals("RUN");
            case "FLAGPOLE" -> flagpole = OptionalDouble.of(s.number(0, "height (m)", 0, 3000, 0));
            case "URBANOPT" -> urban(s);
            case "HALFLIFE" -> decay = HalfLife.ofSeconds(s.number(0, "seconds", 1e-3, 1e12));
            case "DCAYCOEF" -> decay = new HalfLife(s.number(0, "1/s", 0, 1e3));
            case "ARMRATIO" -> ratios(s);
            case "NO2EQUIL" -> equilibrium = s.number(0, "NO2/NOx", 0.1, 1);
            case "NO2STACK" -> inStackRatio = s.number(0, "NO2/NOx", 0, 1);
            case "OZONEFIL" -> ozone = HourlyFile.of(s, 0, folder, null);
            case "OZONEVAL" -> constantOzone(s);
            case "ERRORFIL", "DEBUGOPT" -> printOnly.add(s);
            default -> throw s.unsupported();
        }
    }

    private void options(Statement s) {
        for (int i = 0; i < s.size(); i++) {
            String word = s.word(i, "option");
            if (!OPTIONS.contains(word) && !PERMISSIONS.contains(word)) {
                throw s.fault(
                        "runstream.option-unsupported",
                        s.text(i, "option"),
                        "支持的选项：CONC FLAT ELEV DFAULT NOSTD NOCHKD WARNCHKD BETA ALPHA ARM2 OLM NOMINO3",
                        "a supported option: CONC FLAT ELEV DFAULT NOSTD NOCHKD WARNCHKD BETA ALPHA ARM2 OLM NOMINO3");
            }
            options.add(word);
        }
        contradiction(s, "FLAT", "ELEV");
        contradiction(s, "ARM2", "OLM");
        contradiction(s, "NOCHKD", "WARNCHKD");
        contradiction(s, "DFAULT", "FLAT");
        contradiction(s, "DFAULT", "NOSTD");
    }

    private void contradiction(Statement s, String one, String other) {
        if (options.contains(one) && options.contains(other)) {
            throw s.fault(
                    "runstream.option-contradiction",
                    one + " " + other,
                    "不并用 " + one + " 与 " + other,
                    "not both " + one + " and " + other);
        }
    }

    private void averages(Statement s) {
        s.expectSize(1, 11, "1 2 3 4 6 8 12 24 MONTH PERIOD ANNUAL");
        for (int i = 0; i < s.size(); i++) {
            averages.add(average(s, i));
        }
        if (averages.contains(AveragingPeriod.PERIOD) && averages.contains(AveragingPeriod.ANNUAL)) {
            throw s.fault("runstream.argument", "PERIOD ANNUAL", "PERIOD 与 ANNUAL 之一", "PERIOD or ANNUAL, not both");
        }
    }

    /** The averaging time at an argument. */
    static AveragingPeriod average(Statement s, int index) {
        String text = s.word(index, "averaging time");
        Optional<AveragingPeriod> average = AveragingPeriod.named(text);
        return average.orElseThrow(() -> s.fault(
                "runstream.argument",
                text,
                "平均时间 1 2 3 4 6 8 12 24 MONTH PERIOD ANNUAL",
                "an averaging time 1 2 3 4 6 8 12 24 MONTH PERIOD ANNUAL"));
    }

    private void urban(Statement s) {
        s.expectSize(1, 3, "population name roughness");
        double population = s.number(0, "population", 100, 1e9);
        String name = s.has(1) ? s.text(1, "name") : "";
        try {
            urban = new UrbanArea(name, population, s.number(2, "roughness (m)", 1e-5, 5, 1.0));
        } catch (IllegalArgumentException e) {
            throw s.refused(e);
        }
    }

    private void ratios(Statement s) {
        s.expectSize(2, 2, "least greatest");
        least = s.number(0, "least NO2/NOx", 0, 1);
        greatest = s.number(1, "greatest NO2/NOx", least, 1);
    }

    private void constantOzone(Statement s) {
        s.expectSize(2, 2, "value unit");
        double value = s.number(0, "ozone", 0, 1e4);
        GasUnit unit = HourlyFile.unit(s, 1);
        ozoneMicrograms = unit.ozone(value);
    }

    Control finish(Missing missing) {
        for (String keyword : List.of("TITLEONE", "MODELOPT", "AVERTIME", "POLLUTID", "RUNORNOT")) {
            if (!seen.contains(keyword)) {
                throw missing.keyword(Pathway.CO, keyword);
            }
        }
        No2Settings.Method method = options.contains("ARM2")
                ? No2Settings.Method.ARM2
                : options.contains("OLM") ? No2Settings.Method.OLM : No2Settings.Method.NONE;
        if (method != No2Settings.Method.NONE && !pollutant.equals("NO2")) {
            throw missing.because(
                    Pathway.CO,
                    "POLLUTID",
                    "POLLUTID NO2（因 MODELOPT " + method + "）",
                    "POLLUTID NO2 for MODELOPT " + method);
        }
        if (method == No2Settings.Method.OLM && ozone == null && Double.isNaN(ozoneMicrograms)) {
            throw missing.because(
                    Pathway.CO,
                    "OZONEFIL",
                    "OZONEFIL 或 OZONEVAL（因 MODELOPT OLM）",
                    "OZONEFIL or OZONEVAL for MODELOPT OLM");
        }
        No2Settings no2 = new No2Settings(
                method,
                least,
                greatest,
                equilibrium,
                inStackRatio,
                ozone,
                ozoneMicrograms,
                !options.contains("NOMINO3"));
        return new Control(
                List.copyOf(titles),
                Set.copyOf(options),
                List.copyOf(averages),
                pollutant,
                wanted,
                flagpole,
                urban,
                decay,
                no2);
    }
}
