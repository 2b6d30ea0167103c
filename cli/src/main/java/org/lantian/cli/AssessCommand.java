package org.lantian.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.air.HourTable;
import org.lantian.cli.air.StationHours;
import org.lantian.cli.assess.AssessmentRows;
import org.lantian.cli.assess.PackRoster;
import org.lantian.cli.assess.StationListFile;
import org.lantian.cli.assess.StationRoster;
import org.lantian.cli.assess.YearAssessment;
import org.lantian.cli.output.TableOutput;
import org.lantian.quantities.BilingualText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lantian assess}: assessment of a year by HJ 663. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = "按 HJ 663 评价一年的环境空气质量 / assessment of a year of hourly concentrations (HJ 663)")
public final class AssessCommand implements Callable<Integer> {

    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2199;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "长表 station,time,pollutant,value 或全国站点宽表，可为 .gz / long CSV or national wide CSV, .gz accepted")
    private List<Path> files = List.of();

    @Option(names = "--year", required = true, paramLabel = "Y", description = "评价的年份 / the year to assess")
    private int year;

    @ArgGroup
    private @Nullable Places places;

    /** Where stations lie; without either only stations are assessed. */
    static final class Places {
        @Option(names = "--city", paramLabel = "DIR", description = "城市包 / a city pack, as cities/NAME")
        private @Nullable Path city;

        @Option(
                names = "--stations",
                paramLabel = "LIST.csv",
                description = "站点表 station,city,county,clean_point / a list of stations")
        private @Nullable Path stations;
    }

    @Mixin
    private AqiCommand.StandardOption standard = new AqiCommand.StandardOption();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT.csv",
            description = "输出文件，默认标准输出 / output file, default: standard output")
    private @Nullable Path out;

    @Override
    public Integer call() {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw InputReport.wrongOption(
                    "--year",
                    Integer.toString(year),
                    new BilingualText(FIRST_YEAR + "–" + LAST_YEAR, FIRST_YEAR + "–" + LAST_YEAR));
        }
        Optional<StationRoster> roster = roster();
        Predicate<String> wanted =
                roster.<Predicate<String>>map(r -> r.codes()::contains).orElse(_ -> true);
        HourTable table = HourTable.read(files, AqiRows.QUANTITIES, wanted, common.threads());
        Map<String, StationHours> stations =
                table.stations().stream().collect(Collectors.toMap(StationHours::code, Function.identity()));
        try (TableOutput output = TableOutput.open(out, files, AssessmentRows.COLUMNS, common.json())) {
            YearAssessment assessment =
                    new YearAssessment(year, stations, standard.named(), standard.area(), output.rows());
            if (roster.isPresent()) {
                assess(assessment, roster.get(), stations);
            } else {
                table.stations().forEach(station -> assessment.station(station.code(), Optional.empty()));
            }
            output.finish();
        }
        report(table);
        return 0;
    }

    private Optional<StationRoster> roster() {
        if (places == null) {
            return Optional.empty();
        }
        if (places.city != null) {
            return Optional.of(PackRoster.read(places.city, year));
        }
        return Optional.ofNullable(places.stations).map(StationListFile::read);
    }

    private static void assess(YearAssessment assessment, StationRoster roster, Map<String, StationHours> stations) {
        roster.byCity().forEach((city, entries) -> assessment.area("city", city, entries));
        roster.byCounty().forEach((county, entries) -> assessment.area("county", county, entries));
        roster.stations().stream()
                .filter(entry -> stations.containsKey(entry.station()))
                .forEach(entry -> assessment.station(entry.station(), entry.city()));
    }

    private void report(HourTable table) {
        InputReport.print(table, common);
        if (table.skippedStationValues() > 0) {
            System.err.println(common.text(new BilingualText(
                    "略过不在站点表中的站点的 " + table.skippedStationValues() + " 个值",
                    "Skipped " + table.skippedStationValues() + " values of stations that are not listed")));
        }
    }
}
