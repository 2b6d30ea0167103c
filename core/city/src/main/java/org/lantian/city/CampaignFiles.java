package org.lantian.city;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;

/** Reads who takes part in the campaign ({@code units.csv}), its battles and sectors, and its targets. */
final class CampaignFiles {

    static final String UNITS = "units.csv";
    static final List<String> UNIT_COLUMNS = List.of("code", "name_zh", "name_en", "kind", "area", "source", "status");
    static final String SECTORS = "sectors.csv";
    static final List<String> SECTOR_COLUMNS =
            List.of("code", "name_zh", "name_en", "kind", "battle", "source", "status");
    static final String TARGETS = "targets.csv";
    static final List<String> TARGET_COLUMNS =
            List.of("year", "scope", "pollutant", "statistic", "value", "unit", "source", "status");

    private static final Pattern UNIT_CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern SECTOR_CODE = Pattern.compile("B[0-9]{1,2}|[a-z][a-z0-9-]{0,39}");

    private final PackFolder folder;
    private final KnownAreas areas;
    private final AreaCode city;

    CampaignFiles(PackFolder folder, City city, KnownAreas areas) {
        this.folder = folder;
        this.city = city.code();
        this.areas = areas;
    }

    List<ResponsibleUnit> units() {
        Map<String, ResponsibleUnit> units = new LinkedHashMap<>();
        for (Row row : folder.optional(UNITS, UNIT_COLUMNS)) {
            String code =
                    row.key("code", UNIT_CODE, "小写代码，如 ecology-bureau", "a lower-case key such as ecology-bureau");
            BilingualText name = row.name("name_zh", "name_en");
            UnitKind kind = row.word("kind", UnitKind.class);
            Optional<AreaCode> area = row.optionalAreaCode("area");
            ResponsibleUnit unit = new ResponsibleUnit(code, name, kind, area, row.provenance());
            if (!row.isClean()) {
                continue;
            }
            checkArea(row, unit);
            if (units.putIfAbsent(code, unit) != null) {
                row.error("unit-twice", "code", "每个代码只出现一次", "each code once");
            }
        }
        return List.copyOf(units.values());
    }

    private void checkArea(Row row, ResponsibleUnit unit) {
        if (unit.kind() == UnitKind.AREA && unit.area().isEmpty()) {
            row.error("value-missing", "area", AreaFile.NAME + " 中的一个代码", "a code of " + AreaFile.NAME);
        } else if (unit.kind() != UnitKind.AREA && unit.area().isPresent()) {
            row.error("value-unexpected", "area", "留空（只有 area 类单位才有区域）", "nothing (only units of kind area have one)");
        }
        unit.area().ifPresent(area -> areas.check(row, "area", area));
    }

    List<Sector> sectors() {
        Map<String, Sector> sectors = new LinkedHashMap<>();
        List<Row> read = new ArrayList<>();
        for (Row row : folder.optional(SECTORS, SECTOR_COLUMNS)) {
            String code =
                    row.key("code", SECTOR_CODE, "B1–B10 或小写代码，如 coking", "B1–B10 or a lower-case key such as coking");
            BilingualText name = row.name("name_zh", "name_en");
            SectorKind kind = row.word("kind", SectorKind.class);
            Sector sector = new Sector(code, name, kind, row.text("battle"), row.provenance());
            if (!row.isClean()) {
                continue;
            }
            if (sectors.putIfAbsent(code, sector) != null) {
                row.error("sector-twice", "code", "每个代码只出现一次", "each code once");
            } else {
                read.add(row);
            }
        }
        read.forEach(row -> checkBattle(row, sectors));
        return List.copyOf(sectors.values());
    }

    private static void checkBattle(Row row, Map<String, Sector> sectors) {
        boolean isBattle = row.raw("kind").equals(SectorKind.BATTLE.code());
        Sector battle = sectors.get(row.raw("battle"));
        if (isBattle && !row.raw("battle").equals(row.raw("code"))) {
            row.error("bad-battle", "battle", "本行的代码 " + row.raw("code"), "this row's code " + row.raw("code"));
        } else if (battle == null || battle.kind() != SectorKind.BATTLE) {
            row.error("bad-battle", "battle", "本文件中一行 battle 的代码", "the code of a battle in this file");
        }
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Row row : folder.optional(TARGETS, TARGET_COLUMNS)) {
            Target target = new Target(
                    row.integer("year", 2000, 2100),
                    row.areaCode("scope"),
                    pollutant(row),
                    row.word("statistic", TargetStatistic.class),
                    row.decimal("value"),
                    row.raw("unit"),
                    row.provenance());
            if (row.isClean()) {
                checkTarget(row, target);
                if (!seen.add(List.of(target.year(), target.scope(), target.pollutant(), target.statistic()))) {
                    row.error(
                            "target-twice",
                            "statistic",
                            "每年每区每项目每指标一行",
                            "one row a year, scope, pollutant and statistic");
                }
                targets.add(target);
            }
        }
        return targets;
    }

    private static Optional<Pollutant> pollutant(Row row) {
        String code = row.raw("pollutant");
        Optional<Pollutant> pollutant = Pollutant.find(code);
        if (pollutant.isEmpty() && !code.isEmpty()) {
            String known = Stream.of(Pollutant.values()).map(Pollutant::code).collect(Collectors.joining(" | "));
            row.error("unknown-word", "pollutant", "以下之一或留空：" + known, "nothing or one of " + known);
        }
        return pollutant;
    }

    private void checkTarget(Row row, Target target) {
        if (!target.scope().equals(city) && !areas.knows(target.scope())) {
            row.error(
                    "area-unknown",
                    "scope",
                    "城市代码 " + city + " 或 " + AreaFile.NAME + " 中的一个代码",
                    "the city's code " + city + " or a code of " + AreaFile.NAME);
        }
        if (target.statistic().isOfPollutant() != target.pollutant().isPresent()) {
            boolean wanted = target.statistic().isOfPollutant();
            row.error(
                    wanted ? "value-missing" : "value-unexpected",
                    "pollutant",
                    wanted ? "污染物代码（该指标针对一种污染物）" : "留空（该指标不针对某种污染物）",
                    wanted
                            ? "a pollutant (the statistic is of one)"
                            : "nothing (the statistic is of no single pollutant)");
        } else if (!target.unit().equals(unitOf(target))) {
            String unit = unitOf(target);
            row.error("bad-unit", "unit", unit.isEmpty() ? "留空" : unit, unit.isEmpty() ? "nothing" : unit);
        }
        if (target.value().compareTo(BigDecimal.ZERO) < 0
                || (target.value().signum() == 0 && target.statistic() != TargetStatistic.HEAVY_POLLUTION_DAYS)) {
            row.error("out-of-range", "value", "正数", "a positive number");
        }
    }

    private static String unitOf(Target target) {
        return switch (target.statistic()) {
            case ANNUAL_MEAN, ANNUAL_PERCENTILE ->
                target.pollutant().map(pollutant -> pollutant.unit().symbol()).orElse("");
            case GOOD_DAYS_RATIO -> "%";
            case HEAVY_POLLUTION_DAYS -> "d";
            case COMPOSITE_INDEX -> "";
        };
    }
}
