package org.lantian.server.assessment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.QualityFlag;
import org.lantian.quantities.WeatherElement;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.internal.HourlyIndex;
import org.lantian.standards.RuleSet;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.limits.Averaging;
import org.lantian.standards.limits.Limit;
import org.springframework.stereotype.Component;

/** Answers what a station measured hour by hour. */
@Component
class StationView {

    private final HourlyReads reads;

    StationView(HourlyReads reads) {
        this.reads = reads;
    }

    StationHours hours(Subject station, DayRange range) {
        Map<Parameter, HourlySeries> series = reads.read(
                        List.of(station), range.from(), range.to(), WeatherElement.values())
                .getOrDefault(station.code(), Map.of());
        List<Optional<RuleSet>> inForce = reads.inForce(station, range);
        int hours = range.length() * HourEnding.SLOTS_PER_DAY;
        List<@Nullable Integer> aqi = new ArrayList<>(hours);
        List<@Nullable Integer> level = new ArrayList<>(hours);
        List<List<String>> primary = new ArrayList<>(hours);
        HourlyIndex index = reads.index(series);
        for (int i = 0; i < hours; i++) {
            HourEnding hour = range.firstHour().plusHours(i);
            Optional<AqiResult> result =
                    inForce.get(i / HourEnding.SLOTS_PER_DAY).map(rules -> index.at(hour, rules));
            AqiFigure figure = result.map(Figures::aqi).orElse(null);
            aqi.add(figure == null ? null : (Integer) figure.aqi());
            level.add(figure == null ? null : (Integer) figure.level());
            primary.add(figure == null ? List.of() : figure.primary());
        }
        return new StationHours(
                Figures.subject(station),
                range.firstHour().toString(),
                hours,
                parameters(series, range, inForce),
                aqi,
                level,
                primary,
                reads.within(station, range).stream().map(Figures::standard).toList(),
                Figures.levels(inForce.getLast()),
                remarks(inForce));
    }

    private static List<Remark> remarks(List<Optional<RuleSet>> inForce) {
        return inForce.stream().allMatch(Optional::isPresent)
                ? List.of(Remarks.UNREVIEWED)
                : List.of(Remarks.UNREVIEWED, Remarks.NO_STANDARD);
    }

    private static List<StationHours.HourlyParameter> parameters(
            Map<Parameter, HourlySeries> series, DayRange range, List<Optional<RuleSet>> inForce) {
        List<StationHours.HourlyParameter> parameters = new ArrayList<>();
        for (Pollutant pollutant : Pollutant.SIX) {
            parameters.add(
                    parameter(pollutant, pollutant.label(), series.get(pollutant), range, limits(pollutant, inForce)));
        }
        for (WeatherElement element : WeatherElement.values()) {
            HourlySeries values = series.get(element);
            if (values != null && HourlyReads.hasValue(values)) {
                parameters.add(parameter(element, ParameterNames.of(element).en(), values, range, List.of()));
            }
        }
        return parameters;
    }

    private static StationHours.HourlyParameter parameter(
            Parameter parameter,
            String label,
            @Nullable HourlySeries series,
            DayRange range,
            List<StationHours.LimitLine> limits) {
        int hours = range.length() * HourEnding.SLOTS_PER_DAY;
        List<@Nullable Double> values = new ArrayList<>(hours);
        List<StationHours.FlaggedHour> flags = new ArrayList<>();
        int missing = 0;
        int start = series == null ? 0 : Math.toIntExact(series.indexOf(range.firstHour()));
        for (int i = 0; i < hours; i++) {
            @Nullable Double value = null;
            int at = start + i;
            if (series != null && at >= 0 && at < series.hours()) {
                value = Figures.hourly(series.value(at));
                if (series.flags(at) != 0) {
                    flags.add(new StationHours.FlaggedHour(i, QualityFlag.codesIn(series.flags(at))));
                }
            }
            values.add(value);
            missing += value == null ? 1 : 0;
        }
        return new StationHours.HourlyParameter(
                parameter.code(), label, parameter.unit().symbol(), values, flags, limits, missing);
    }

    /** One line per averaging and stretch of days under the same rules. */
    private static List<StationHours.LimitLine> limits(Pollutant pollutant, List<Optional<RuleSet>> inForce) {
        List<StationHours.LimitLine> lines = new ArrayList<>();
        int start = 0;
        for (int day = 1; day <= inForce.size(); day++) {
            if (day == inForce.size()
                    || inForce.get(day).orElse(null) != inForce.get(start).orElse(null)) {
                int from = start * HourEnding.SLOTS_PER_DAY;
                int to = day * HourEnding.SLOTS_PER_DAY - 1;
                inForce.get(start).ifPresent(rules -> lines.addAll(lines(rules, pollutant, from, to)));
                start = day;
            }
        }
        return lines;
    }

    private static List<StationHours.LimitLine> lines(RuleSet rules, Pollutant pollutant, int from, int to) {
        List<StationHours.LimitLine> lines = new ArrayList<>();
        for (Averaging averaging : List.of(Averaging.HOUR, Averaging.EIGHT_HOURS, Averaging.DAY)) {
            rules.limits()
                    .find(pollutant, averaging)
                    .map(limit -> line(rules, limit, from, to))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    private static StationHours.LimitLine line(RuleSet rules, Limit limit, int from, int to) {
        BilingualText averaging = switch (limit.averaging()) {
            case HOUR -> new BilingualText("1 小时平均", "1-hour mean");
            case EIGHT_HOURS -> new BilingualText("日最大 8 小时平均", "daily maximum 8-hour mean");
            case DAY -> new BilingualText("24 小时平均", "24-hour mean");
            case QUARTER -> new BilingualText("季平均", "quarterly mean");
            case YEAR -> new BilingualText("年平均", "annual mean");
        };
        return new StationHours.LimitLine(
                limit.averaging().code(),
                limit.grade2(),
                2,
                rules.name(),
                from,
                to,
                new BilingualText(averaging.zh() + "二级限值", "Grade II limit, " + averaging.en()));
    }
}
