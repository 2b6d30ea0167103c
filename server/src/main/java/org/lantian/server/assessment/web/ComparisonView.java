package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DailyRules;
import org.lantian.server.assessment.internal.DayRepository;
import org.lantian.server.assessment.internal.SubjectDays;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.aqi.AqiResult;
import org.lantian.standards.assessment.DailyValue;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.Percentile;
import org.lantian.standards.assessment.StateConversion;
import org.springframework.stereotype.Component;

/** Lays subjects or years beside each other. */
@Component
class ComparisonView {

    /** Lines in one picture of years; more can't be told apart. */
    private static final int MOST_LINES = 24;

    private final DayRepository days;
    private final DailyRules rules;
    private final SubjectDirectory subjects;
    private final StateConversion conversion =
            new StateConversion(Standards.shipped().referenceStates());

    ComparisonView(DayRepository days, DailyRules rules, SubjectDirectory subjects) {
        this.days = days;
        this.rules = rules;
        this.subjects = subjects;
    }

    /** Subjects over one range. */
    AirComparison over(
            List<Subject> chosen, ComparedParameter what, AirComparison.ComparisonStep step, DayRange range) {
        checkStep(what, step);
        List<DayRange> periods = periods(step, range);
        List<Line> lines = new ArrayList<>();
        var kept = days.read(chosen, range.from(), range.to());
        for (Subject subject : chosen) {
            lines.add(line(subject, Optional.empty(), what, periods, kept.get(subject.id()), range.to()));
        }
        return answer(what, step, periods.stream().map(p -> label(step, p)).toList(), lines, range.to());
    }

    /** Subjects, each with one line per year. */
    AirComparison overYears(
            List<Subject> chosen, ComparedParameter what, AirComparison.ComparisonStep step, List<Integer> years) {
        checkStep(what, step);
        if (step == AirComparison.ComparisonStep.YEAR) {
            throw AirErrors.badParameter(
                    "step", "year", "与 years 一起用时为 day 或 month", "day or month together with years");
        }
        if (chosen.size() * years.size() > MOST_LINES) {
            throw AirErrors.badParameter(
                    "years",
                    years.stream().map(Object::toString).collect(Collectors.joining(",")),
                    "对象数与年数之积不超过 " + MOST_LINES,
                    "at most " + MOST_LINES + " lines, subjects times years");
        }
        LocalDate state = LocalDate.of(years.getLast(), 12, 31);
        List<Line> lines = new ArrayList<>();
        List<String> labels = yearlessLabels(step);
        for (Subject subject : chosen) {
            for (int year : years) {
                DayRange range = DayRange.ofYear(year);
                SubjectDays kept = days.read(subject, range.from(), range.to());
                lines.add(line(subject, Optional.of(year), what, periodsOfYear(step, year), kept, state));
            }
        }
        return answer(what, step, labels, lines, state);
    }

    private static void checkStep(ComparedParameter what, AirComparison.ComparisonStep step) {
        if (what.pollutant().isEmpty() && step != AirComparison.ComparisonStep.DAY) {
            throw AirErrors.badParameter(
                    "step",
                    step.name().toLowerCase(java.util.Locale.ROOT),
                    "参数为 aqi 时为 day：指数不作平均",
                    "day for aqi: indices are not averaged");
        }
    }

    private static List<DayRange> periods(AirComparison.ComparisonStep step, DayRange range) {
        List<DayRange> periods = new ArrayList<>();
        LocalDate start = range.from();
        while (!start.isAfter(range.to())) {
            LocalDate end = switch (step) {
                case DAY -> start;
                case MONTH -> YearMonth.from(start).atEndOfMonth();
                case YEAR -> LocalDate.of(start.getYear(), 12, 31);
            };
            periods.add(new DayRange(start, end.isAfter(range.to()) ? range.to() : end));
            start = end.plusDays(1);
        }
        return periods;
    }

    private static String label(AirComparison.ComparisonStep step, DayRange period) {
        return switch (step) {
            case DAY -> period.from().toString();
            case MONTH -> YearMonth.from(period.from()).toString();
            case YEAR -> Integer.toString(period.from().getYear());
        };
    }

    /** 366 days, so that a day has the same place in each year. */
    private static List<String> yearlessLabels(AirComparison.ComparisonStep step) {
        LocalDate first = LocalDate.of(2000, 1, 1);
        return step == AirComparison.ComparisonStep.MONTH
                ? IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> "%02d".formatted(month))
                        .toList()
                : IntStream.range(0, 366)
                        .mapToObj(i -> first.plusDays(i).toString().substring(5))
                        .toList();
    }

    /** The periods of a year in the order of the labels; 29 February is absent in most. */
    private static List<@Nullable DayRange> periodsOfYear(AirComparison.ComparisonStep step, int year) {
        List<@Nullable DayRange> periods = new ArrayList<>();
        for (String label : yearlessLabels(step)) {
            if (step == AirComparison.ComparisonStep.MONTH) {
                periods.add(DayRange.ofMonth(YearMonth.parse(year + "-" + label)));
            } else if (label.equals("02-29") && !java.time.Year.isLeap(year)) {
                periods.add(null);
            } else {
                LocalDate day = LocalDate.of(
                        year, Month.of(Integer.parseInt(label.substring(0, 2))), Integer.parseInt(label.substring(3)));
                periods.add(new DayRange(day, day));
            }
        }
        return periods;
    }

    /** One line with what had to be done to it. */
    private record Line(AirComparison.ComparisonSeries series, boolean converted, boolean notComparable) {}

    private Line line(
            Subject subject,
            Optional<Integer> year,
            ComparedParameter what,
            List<? extends @Nullable DayRange> periods,
            @Nullable SubjectDays kept,
            LocalDate state) {
        List<@Nullable Double> values = new ArrayList<>();
        List<@Nullable Double> raw = new ArrayList<>();
        List<Integer> validDays = new ArrayList<>();
        List<Boolean> converted = new ArrayList<>();
        boolean notComparable = false;
        for (DayRange period : periods) {
            Cell cell = period == null || kept == null ? Cell.NONE : cell(subject, what, period, kept, state);
            values.add(cell.value());
            raw.add(cell.raw());
            validDays.add(cell.validDays());
            converted.add(cell.converted());
            notComparable |= cell.notComparable();
        }
        List<Remark> remarks = new ArrayList<>(Remarks.ofArea(subjects, subject));
        if (notComparable) {
            remarks.add(Remarks.PARTICLES_NOT_COMPARABLE);
        }
        AirComparison.ComparisonSeries series = new AirComparison.ComparisonSeries(
                Figures.subject(subject), year.orElse(null), values, raw, validDays, converted, remarks);
        return new Line(series, converted.contains(true), notComparable);
    }

    /** The value of one period. */
    private record Cell(
            @Nullable Double value, @Nullable Double raw, int validDays, boolean converted, boolean notComparable) {
        static final Cell NONE = new Cell(null, null, 0, false, false);
    }

    private Cell cell(Subject subject, ComparedParameter what, DayRange period, SubjectDays kept, LocalDate state) {
        List<DailyValues> measured = kept.between(period.from(), period.to()).values();
        RuleSet set = rules.inForce(subject, period.to())
                .orElseGet(() -> Standards.shipped().ruleSets().getFirst());
        if (what.pollutant().isEmpty()) {
            boolean inForce = rules.inForce(subject, period.to()).isPresent();
            return inForce ? indexCell(measured.getFirst(), set) : Cell.NONE;
        }
        Pollutant pollutant = what.pollutant().get();
        List<DailyValues> valid =
                measured.stream().filter(day -> day.of(pollutant).valid()).toList();
        if (valid.isEmpty()) {
            return Cell.NONE;
        }
        StateConversion.Converted brought = conversion.toStateOf(state, valid, null);
        double[] values = brought.days().stream()
                .map(day -> day.of(pollutant))
                .mapToDouble(DailyValue::value)
                .sorted()
                .toArray();
        double value = set.assessment().compositeTerm(pollutant).percentile() && period.length() > 1
                ? Percentile.of(values, set.assessment().statistic(pollutant).percentile())
                : IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum() / values.length;
        int decimals = period.length() == 1
                ? set.assessment().statistic(pollutant).dailyDecimals()
                : set.assessment().statistic(pollutant).statisticDecimals();
        return new Cell(
                Figures.rounded(value, decimals),
                Figures.raw(value),
                values.length,
                brought.converted().contains(pollutant),
                brought.notComparable().contains(pollutant));
    }

    private static Cell indexCell(DailyValues day, RuleSet set) {
        AqiResult result = set.aqi().daily(day.concentrations(set.assessment()));
        if (result.aqi().isEmpty()) {
            return Cell.NONE;
        }
        double aqi = result.aqi().getAsInt();
        return new Cell(aqi, aqi, 1, false, false);
    }

    private static AirComparison answer(
            ComparedParameter what,
            AirComparison.ComparisonStep step,
            List<String> labels,
            List<Line> lines,
            LocalDate state) {
        boolean converted = lines.stream().anyMatch(Line::converted);
        List<Remark> remarks = new ArrayList<>(List.of(Remarks.UNREVIEWED));
        if (converted) {
            remarks.add(Remarks.GASES_CONVERTED);
        }
        if (lines.stream().anyMatch(Line::notComparable)) {
            remarks.add(Remarks.PARTICLES_NOT_COMPARABLE);
        }
        return new AirComparison(
                what.code(),
                what.label(),
                what.unit(),
                step,
                statistic(what, step, state),
                labels,
                lines.stream().map(Line::series).toList(),
                converted ? new BilingualText("298.15 K、1013.25 hPa", "298.15 K, 1013.25 hPa") : null,
                remarks);
    }

    private static BilingualText statistic(ComparedParameter what, AirComparison.ComparisonStep step, LocalDate state) {
        if (what.pollutant().isEmpty()) {
            return new BilingualText("日 AQI", "daily AQI");
        }
        Pollutant pollutant = what.pollutant().get();
        if (step == AirComparison.ComparisonStep.DAY) {
            return pollutant == Pollutant.O3
                    ? new BilingualText("日最大 8 小时平均", "daily maximum 8-hour mean")
                    : new BilingualText("24 小时平均", "24-hour mean");
        }
        RuleSet set = Standards.inForceOn(state)
                .orElseGet(() -> Standards.shipped().ruleSets().getFirst());
        boolean percentile = set.assessment().compositeTerm(pollutant).percentile();
        return Statistics.name(
                pollutant, percentile ? set.assessment().statistic(pollutant).percentile() : 0);
    }
}
