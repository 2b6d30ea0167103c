package org.lantian.cli.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lantian.cli.air.HourTable;
import org.lantian.cli.validation.DailyComparison.Column;
import org.lantian.cli.validation.DailyComparison.Completeness;
import org.lantian.cli.validation.DailyComparison.Outcome;
import org.lantian.cli.validation.HourlyComparison.Disagreement;
import org.lantian.quantities.HourEnding;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;

/** The report docs/validation/aqi.md: every figure in it is counted when it is written. */
public final class AqiReport {

    private static final List<String> SETS = List.of("cnemc-2019-sites", "cnemc-2019-other-cities", "cnemc-raw-days");
    private static final List<String> WHOLE_YEARS = SETS.subList(0, 2);

    private final Path data;
    private final int threads;
    private final RuleSet rules;
    private final StringBuilder text = new StringBuilder();

    private AqiReport(Path kit, int threads) {
        this.data = kit.resolve("data");
        this.threads = threads;
        // the rules of 2012 were in force on all days of the data sets
        this.rules = Standards.named("2012").orElseThrow();
    }

    /** Computes the report from the data sets of a reference kit. */
    public static String write(Path kit, int threads) {
        return new AqiReport(kit, threads).write();
    }

    private String write() {
        Map<String, HourTable> tables = new LinkedHashMap<>();
        SETS.forEach(set -> tables.put(set, PublishedTable.read(data.resolve(set), threads)));
        text.append(fragment("head.md"));
        hourly(tables);
        tables.remove("cnemc-raw-days");
        daily(tables);
        text.append(fragment("foot.md"));
        return text.toString();
    }

    private void hourly(Map<String, HourTable> tables) {
        text.append("\n## Hourly index against the published column\n\n");
        text.append("Station-hours with all six pollutants and a published index.\n\n");
        text.append("| data set | stations | compared | equal | % | different |\n|---|---|---:|---:|---:|---:|\n");
        tables.forEach((set, table) -> hourlyRow(set, "all", HourlyComparison.of(table, rules, code -> true)));
        for (Group group : groups()) {
            tables.forEach((set, table) -> {
                HourlyComparison comparison = HourlyComparison.of(table, rules, group);
                if (comparison.compared() > 0) {
                    hourlyRow(set, group.name() + " " + group.first + "–" + group.last, comparison);
                }
            });
        }
        tables.forEach(this::disagreements);
        text.append("\n### Hours with a pollutant missing\n\n");
        text.append(fragment("missing.md"));
        text.append("\n| data set | index published though a pollutant is blank | equal to the index of the rest |\n")
                .append("|---|---:|---:|\n");
        tables.forEach((set, table) -> {
            HourlyComparison all = HourlyComparison.of(table, rules, code -> true);
            line("| `%s` | %,d | %,d |", set, all.publishedWithMissing(), all.ofThemEqualToRest());
        });
    }

    private void hourlyRow(String set, String stations, HourlyComparison c) {
        line(
                "| `%s` | %s | %,d | %,d | %.4f | %,d |",
                set,
                stations,
                c.compared(),
                c.equal(),
                c.percent(),
                c.disagreements().size());
    }

    private void disagreements(String set, HourTable table) {
        HourlyComparison all = HourlyComparison.of(table, rules, code -> true);
        if (all.disagreements().isEmpty()) {
            return;
        }
        Disagreement first = Objects.requireNonNull(all.disagreements().stream()
                .min(Comparator.comparing(Disagreement::hour))
                .orElse(null));
        Disagreement last = Objects.requireNonNull(all.disagreements().stream()
                .max(Comparator.comparing(Disagreement::hour))
                .orElse(null));
        TreeSet<String> stations = new TreeSet<>();
        all.disagreements().forEach(d -> stations.add(d.station()));
        line("");
        line("### Where `%s` differs", set);
        line("");
        line("- Stations: %s", String.join(", ", stations));
        line("- First hour %s, last hour %s", first.hour(), last.hour());
        line("- Published minus computed: %s", differences(all));
        line(
                "- Equal when the index is rounded to the nearest whole number (half up) instead of up: %,d of %,d",
                all.explainedByNearest(), all.disagreements().size());
        HourlyComparison span = span(table, stations::contains, first.hour(), last.hour());
        line(
                "- In the same hours the same stations agree on %,d of %,d: exactly those whose index is a whole"
                        + " number or has a fraction of one half or more, which both ways of rounding give alike.",
                span.equal(), span.compared());
    }

    private HourlyComparison span(HourTable table, Predicate<String> stations, HourEnding first, HourEnding last) {
        return HourlyComparison.of(
                table, rules, stations, hour -> hour.compareTo(first) >= 0 && hour.compareTo(last) <= 0);
    }

    private static String differences(HourlyComparison comparison) {
        List<String> parts = new ArrayList<>();
        comparison
                .differences()
                .forEach((difference, count) ->
                        parts.add(String.format(Locale.ROOT, "%+d: %,d times", difference, count)));
        return String.join(", ", parts);
    }

    private void daily(Map<String, HourTable> tables) {
        text.append("\n## Daily values against the published 24-hour columns\n\n");
        text.append(fragment("daily.md"));
        for (String set : WHOLE_YEARS) {
            HourTable table = Objects.requireNonNull(tables.get(set));
            line("");
            line("### `%s`", set);
            line("");
            line("| published column | hours in the files | compared | equal | tie, other way | printed as 300 |"
                    + " missing hours can explain | not explained | day not valid |");
            line("|---|---|---:|---:|---:|---:|---:|---:|---:|");
            for (Column column : Column.values()) {
                dailyRows(column, DailyComparison.of(table, rules, column));
            }
        }
    }

    private void dailyRows(Column column, DailyComparison c) {
        for (Completeness completeness : Completeness.values()) {
            int equal = c.count(completeness, Outcome.EQUAL);
            int tie = c.count(completeness, Outcome.TIE_TAKEN_THE_OTHER_WAY);
            int capped = c.count(completeness, Outcome.PRINTED_AS_300);
            int explained = c.count(completeness, Outcome.MISSING_HOURS_CAN_EXPLAIN);
            int open = c.count(completeness, Outcome.NOT_EXPLAINED);
            line(
                    "| %s | %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d |",
                    column.label(),
                    switch (completeness) {
                        case COMPLETE -> "all 24";
                        case BLANK_CELLS -> "blank at the station";
                        case ARCHIVE_LACKS_HOURS -> "rows absent from the archive";
                    },
                    equal + tie + capped + explained + open,
                    equal,
                    tie,
                    capped,
                    explained,
                    open,
                    c.count(completeness, Outcome.NOT_VALID));
        }
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    /** Stations that the report looks at on their own. */
    private record Group(String name, String first, String last) implements Predicate<String> {
        @Override
        public boolean test(String station) {
            return station.length() == first.length() && station.compareTo(first) >= 0 && station.compareTo(last) <= 0;
        }
    }

    private static List<Group> groups() {
        return fragment("groups.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Group(cells[0] + " " + cells[1], cells[2], cells[3]))
                .toList();
    }

    private static String fragment(String name) {
        try (InputStream in = AqiReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks its file " + name);
            }
            StringBuilder fragment = new StringBuilder();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(line -> fragment.append(line).append('\n'));
            return fragment.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
