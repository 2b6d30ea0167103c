package org.lantian.cli.met;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.CommonOptions;
import org.lantian.dispersion.preprocessing.Finding;
import org.lantian.dispersion.preprocessing.PlausibilityCheck;
import org.lantian.dispersion.preprocessing.SunPosition;
import org.lantian.dispersion.preprocessing.WeatherOutput;
import org.lantian.dispersion.runstream.WeatherFiles;
import org.lantian.dispersion.weather.HourClass;
import org.lantian.dispersion.weather.WeatherHour;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code lantian met check}: explains implausible hours; exit code 2 when there are any. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "检查 .sfc/.pfl，逐条说明不合理的时次 / explain implausible hours of .sfc and .pfl")
public final class MetCheckCommand implements Callable<Integer> {

    private static final int IMPLAUSIBLE = 2;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "PREFIX", description = "PREFIX.sfc 与 PREFIX.pfl（或大写）/ the two files, or one of them")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private Path prefix;

    @Option(
            names = "--utc-offset",
            paramLabel = "HOURS",
            description = "文件的地方标准时；给出后检查昼夜 / hours from UTC of the files' time; with it day and night are checked")
    private @Nullable Double utcOffset;

    @Option(names = "--limit", paramLabel = "N", description = "最多列出多少条 / most lines to print (default: 200)")
    private int limit = 200;

    @Override
    public Integer call() {
        WeatherFileSet files = WeatherFileSet.existing(prefix);
        Path surface = files.existingSurface();
        PlausibilityCheck check;
        try (WeatherFiles weather = WeatherFiles.open(surface, files.existingProfile())) {
            check = new PlausibilityCheck(sun(weather.header()), weather.site(0).adjustedFrictionVelocity());
            while (weather.hasNext()) {
                WeatherHour hour = weather.next();
                check.add(hour, weather.line());
            }
        }
        if (common.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(object(surface, check)));
        } else {
            print(surface, check);
        }
        return check.findings().isEmpty() ? 0 : IMPLAUSIBLE;
    }

    /** The sun over the place in the header. */
    private Optional<SunPosition> sun(String header) {
        if (utcOffset == null) {
            return Optional.empty();
        }
        double offset = utcOffset;
        if (!(offset >= -12 && offset <= 14)) {
            throw StationOptions.wrong("--utc-offset", Double.toString(offset), "-12–14", "-12–14");
        }
        return HeaderPlace.of(header)
                .map(place -> new SunPosition(place.latitudeDegrees(), place.longitudeDegrees(), offset));
    }

    private void print(Path surface, PlausibilityCheck check) {
        List<Finding> findings = check.findings();
        findings.stream().limit(limit).forEach(finding -> System.out.println(common.text(sentence(surface, finding))));
        if (findings.size() > limit) {
            int more = findings.size() - limit;
            System.out.println(common.text(new BilingualText("另有 " + more + " 条。", "and " + more + " more.")));
        }
        Map<String, Integer> byField = byField(findings);
        String counts = byField.isEmpty() ? "" : " " + byField;
        System.out.println(common.text(new BilingualText(
                "%d 个时次：稳定 %d，对流 %d，静风 %d，缺测 %d；不合理 %d 处%s。"
                        .formatted(
                                check.hours(),
                                check.count(HourClass.STABLE),
                                check.count(HourClass.CONVECTIVE),
                                check.count(HourClass.CALM),
                                check.count(HourClass.MISSING),
                                findings.size(),
                                counts),
                "%d hours: stable %d, convective %d, calm %d, missing %d; implausible: %d%s."
                        .formatted(
                                check.hours(),
                                check.count(HourClass.STABLE),
                                check.count(HourClass.CONVECTIVE),
                                check.count(HourClass.CALM),
                                check.count(HourClass.MISSING),
                                findings.size(),
                                counts))));
    }

    private static Map<String, Integer> byField(List<Finding> findings) {
        Map<String, Integer> counts = new TreeMap<>();
        findings.forEach(finding -> counts.merge(finding.field(), 1, Integer::sum));
        return counts;
    }

    private static BilingualText sentence(Path surface, Finding finding) {
        String time = WeatherOutput.endOfHour(finding.hour());
        return new BilingualText(
                "%s，第 %d 行（%s），字段 %s：%s，应为%s：%s"
                        .formatted(
                                surface.getFileName(),
                                finding.row(),
                                time,
                                finding.field(),
                                finding.value(),
                                finding.expected().zh(),
                                finding.why().zh()),
                "%s, row %d (%s), field %s: %s, expected %s: %s"
                        .formatted(
                                surface.getFileName(),
                                finding.row(),
                                time,
                                finding.field(),
                                finding.value(),
                                finding.expected().en(),
                                finding.why().en()));
    }

    private Map<String, Object> object(Path surface, PlausibilityCheck check) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", surface.toString());
        object.put("hours", check.hours());
        for (HourClass kind : HourClass.values()) {
            object.put(kind.name().toLowerCase(Locale.ROOT), check.count(kind));
        }
        object.put("implausible", check.findings().size());
        object.put("findings", check.findings().stream().map(this::object).toList());
        return object;
    }

    private Map<String, Object> object(Finding finding) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("row", finding.row());
        object.put("time", WeatherOutput.endOfHour(finding.hour()));
        object.put("field", finding.field());
        object.put("value", finding.value());
        object.put("expected", common.text(finding.expected()));
        object.put("why", common.text(finding.why()));
        return object;
    }
}
