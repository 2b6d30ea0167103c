package org.lantian.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lantian.city.CityPack;
import org.lantian.city.CityPackReader;
import org.lantian.city.PackReading;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.CleanPoint;
import org.lantian.quantities.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a city pack: each error and warning on its own line with file and line, or with {@code --json} all in one
 * object. Exit code 2 when there is an error; warnings alone are no reason to fail.
 */
@Command(name = "check", mixinStandardHelpOptions = true, description = "检查城市包 / check a city pack")
final class CityCheckCommand implements Callable<Integer> {

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "DIR", description = "城市包文件夹，如 cities/jincheng / folder of the pack")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    Path folder;

    @Override
    public Integer call() {
        PackReading reading = CityPackReader.read(folder);
        if (common.json()) {
            System.out.println(JsonMapper.shared().writeValueAsString(object(reading)));
        } else {
            reading.errors().forEach(error -> explain(new BilingualText("错误", "error"), error));
            reading.warnings().forEach(warning -> explain(new BilingualText("警告", "warning"), warning));
            conclude(reading);
        }
        return reading.errors().isEmpty() ? 0 : Lantian.WRONG_USE;
    }

    private void explain(BilingualText kind, InputError fault) {
        System.err.println(common.text(kind) + " " + common.text(fault.message()));
    }

    private void conclude(PackReading reading) {
        if (reading.pack().isPresent()) {
            System.out.println(
                    common.text(summary(reading.pack().get(), reading.warnings().size())));
        } else {
            int errors = reading.errors().size();
            System.err.println(common.text(new BilingualText(
                    folder + "：" + errors + " 处错误，城市包不可用。",
                    folder + ": " + errors + (errors == 1 ? " error" : " errors") + ", the pack cannot be used.")));
        }
    }

    private BilingualText summary(CityPack pack, int warnings) {
        Map<String, Object> counts = counts(pack);
        String last = pack.calendar().lastYearCovered().isPresent()
                ? Integer.toString(pack.calendar().lastYearCovered().getAsInt())
                : "—";
        return new BilingualText(
                "%s：%s %s，区域 %s 个，本市站点 %s 个（清洁对照点 %s 个，不明 %s 个），其他城市站点 %s 个，单位 %s 个，目标 %s 项，工作日历至 %s 年；警告 %d 处。"
                        .formatted(
                                folder,
                                pack.city().code(),
                                pack.city().name().zh(),
                                counts.get("areas"),
                                counts.get("stations"),
                                counts.get("cleanPoints"),
                                counts.get("cleanPointsUnknown"),
                                counts.get("peerStations"),
                                counts.get("units"),
                                counts.get("targets"),
                                last,
                                warnings),
                ("%s: %s %s, areas: %s, own stations: %s (clean points: %s, not known: %s), stations of other cities: %s,"
                                + " units: %s, targets: %s, working days up to %s; warnings: %d.")
                        .formatted(
                                folder,
                                pack.city().code(),
                                pack.city().name().en(),
                                counts.get("areas"),
                                counts.get("stations"),
                                counts.get("cleanPoints"),
                                counts.get("cleanPointsUnknown"),
                                counts.get("peerStations"),
                                counts.get("units"),
                                counts.get("targets"),
                                last,
                                warnings));
    }

    private static Map<String, Object> counts(CityPack pack) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("areas", pack.areas().size());
        counts.put("stations", pack.ownStations().size());
        counts.put("cleanPoints", ownStations(pack, CleanPoint.YES));
        counts.put("cleanPointsUnknown", ownStations(pack, CleanPoint.UNKNOWN));
        counts.put("peerStations", pack.peerStations().size());
        counts.put("units", pack.units().size());
        counts.put("sectors", pack.sectors().size());
        counts.put("targets", pack.targets().size());
        counts.put("townships", pack.townships().size());
        return counts;
    }

    private static long ownStations(CityPack pack, CleanPoint kind) {
        return pack.ownStations().stream()
                .filter(station -> station.latest().cleanPoint() == kind)
                .count();
    }

    private Map<String, Object> object(PackReading reading) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("folder", folder.toString());
        object.put("ok", reading.errors().isEmpty());
        reading.pack().ifPresent(pack -> {
            object.put("code", pack.city().code().value());
            object.put("name", pack.city().name());
            object.put("version", pack.city().packVersion());
            object.put("sha256", pack.hash());
            object.put("counts", counts(pack));
        });
        object.put("errors", objects(reading.errors()));
        object.put("warnings", objects(reading.warnings()));
        return object;
    }

    private List<Map<String, Object>> objects(List<InputError> faults) {
        return faults.stream().map(this::object).toList();
    }

    private Map<String, Object> object(InputError fault) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", fault.code());
        object.put("file", fault.file());
        object.put("line", fault.row());
        object.put("field", fault.field());
        object.put("value", fault.value());
        object.put("expected", common.text(fault.expected()));
        object.put("message", common.text(fault.message()));
        return object;
    }
}
