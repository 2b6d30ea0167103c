package org.lantian.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lantian.cli.air.HourTable;
import org.lantian.cli.air.StationHours;
import org.lantian.cli.output.RowBuffer;
import org.lantian.cli.output.TableOutput;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.BilingualText;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lantian aqi}: air quality index of every station-hour or station-day of files. */
@Command(
        name = "aqi",
        mixinStandardHelpOptions = true,
        description = "由小时浓度计算空气质量指数 / air quality index from hourly concentrations (HJ 633)",
        subcommands = {AqiValidateCommand.class})
public final class AqiCommand implements Callable<Integer> {

    /** Whether an index is computed for hours or for city days. */
    enum Period {
        HOUR,
        DAY
    }

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description =
                    "长表 station,time,pollutant,value 或全国站点宽表，可为 .gz / long CSV or national wide CSV, .gz accepted")
    private List<Path> files = List.of();

    @Option(names = "--period", paramLabel = "hour|day", description = "小时或日 / hours or days (default: hour)")
    private Period period = Period.HOUR;

    @Mixin
    private StandardOption standard = new StandardOption();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT.csv",
            description = "输出文件，默认标准输出 / output file, default: standard output")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            // not by arity: the subcommand needs no file
            throw new ParameterException(spec.commandLine(), "FILE…");
        }
        HourTable table = HourTable.read(files, AqiRows.QUANTITIES, code -> true, common.threads());
        AqiRows rows = new AqiRows(standard.rules());
        try (TableOutput output = TableOutput.open(out, files, AqiRows.COLUMNS, common.json())) {
            write(table, rows, output);
            output.finish();
        }
        report(table, rows);
        return 0;
    }

    /** Computes stations in parallel and writes them in the order of the files; few are held at once. */
    private void write(HourTable table, AqiRows rows, TableOutput output) {
        try (ExecutorService workers = Executors.newFixedThreadPool(common.threads())) {
            ArrayDeque<Future<RowBuffer>> running = new ArrayDeque<>();
            for (StationHours station : table.stations()) {
                if (running.size() >= 2 * common.threads()) {
                    output.write(await(running.removeFirst()));
                }
                running.addLast(workers.submit(() -> compute(rows, station, output)));
            }
            while (!running.isEmpty()) {
                output.write(await(running.removeFirst()));
            }
        }
    }

    private RowBuffer compute(AqiRows rows, StationHours station, TableOutput output) {
        RowBuffer buffer = output.newRows(AqiRows.COLUMNS);
        if (period == Period.HOUR) {
            rows.hours(station, buffer);
        } else {
            rows.days(station, buffer);
        }
        return buffer;
    }

    private static RowBuffer await(Future<RowBuffer> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void report(HourTable table, AqiRows rows) {
        InputReport.print(table, common);
        long without = rows.withoutStandard();
        if (without > 0) {
            System.err.println(common.text(new BilingualText(
                    without + " 行所在日期没有适用的标准（2016-01-01 之前），指数留空；可用 --area 指明城市，或用 --standard 指定标准",
                    without + " rows lie on days with no standard in force (before 2016-01-01): their index is empty;"
                            + " name the city by --area, or a standard by --standard")));
        }
    }

    /** The options that choose the rules. */
    static final class StandardOption {
        @Option(
                names = "--standard",
                paramLabel = "auto|2012|2026",
                description = "执行的标准，auto 按日期 / rules to apply, auto: by date (default: auto)")
        private String name = "auto";

        @Option(
                names = "--area",
                paramLabel = "CODE",
                description = "城市行政区划代码，用于 2016 年前分期实施 / city code for the phase-in before 2016, as 110000")
        private @Nullable String area;

        /** The rules for a city day. */
        Function<LocalDate, Optional<RuleSet>> rules() {
            Optional<RuleSet> named = named();
            if (named.isPresent()) {
                return _ -> named;
            }
            Optional<AreaCode> place = area();
            return place.isPresent() ? day -> Standards.inForceOn(day, place.get()) : day -> Standards.inForceOn(day);
        }

        /** The rules asked for by name, empty for {@code auto}. */
        Optional<RuleSet> named() {
            if (name.equals("auto")) {
                return Optional.empty();
            }
            return Optional.of(Standards.named(name)
                    .orElseThrow(() -> InputReport.wrongOption(
                            "--standard",
                            name,
                            new BilingualText("auto、2012、2026 或 2026-final", "auto, 2012, 2026 or 2026-final"))));
        }

        Optional<AreaCode> area() {
            if (area == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(new AreaCode(area));
            } catch (IllegalArgumentException e) {
                throw InputReport.wrongOption(
                        "--area", area, new BilingualText("六位行政区划代码，如 110000", "a six-digit area code such as 110000"));
            }
        }
    }
}
