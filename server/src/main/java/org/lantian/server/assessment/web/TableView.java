package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;
import org.lantian.quantities.Pollutant;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DailyRules;
import org.lantian.server.assessment.internal.DayRepository;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.assessment.internal.SubjectDays;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.standards.assessment.AqiDays;
import org.lantian.standards.assessment.Assessor;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodAssessment;
import org.springframework.stereotype.Component;

/** Makes the daily and the monthly table of the city, its counties and its stations. */
@Component
class TableView {

    private final DayRepository days;
    private final DailyRules rules;
    private final PendingDays pending;
    private final SubjectDirectory subjects;

    TableView(DayRepository days, DailyRules rules, PendingDays pending, SubjectDirectory subjects) {
        this.days = days;
        this.rules = rules;
        this.pending = pending;
        this.subjects = subjects;
    }

    AirTable daily(LocalDate day) {
        DayRange range = new DayRange(day, day);
        Map<Integer, SubjectDays> kept = days.read(own(), day, day);
        List<AirTable.TableRow> rows = own().stream()
                .map(subject -> dailyRow(subject, range, Optional.ofNullable(kept.get(subject.id()))))
                .toList();
        return table(
                new BilingualText(
                        city().name().zh() + "环境空气质量日报表（" + day + "）",
                        "Daily table of ambient air quality, " + city().name().en() + ", " + day),
                AirTable.TablePeriod.DAY,
                range,
                rows);
    }

    AirTable monthly(YearMonth month) {
        DayRange range = DayRange.ofMonth(month);
        Map<Integer, SubjectDays> kept = days.read(own(), range.from(), range.to());
        List<AirTable.TableRow> rows = own().stream()
                .map(subject -> monthlyRow(subject, range, Optional.ofNullable(kept.get(subject.id()))))
                .toList();
        return table(
                new BilingualText(
                        city().name().zh() + "环境空气质量月报表（" + month + "）",
                        "Monthly table of ambient air quality, " + city().name().en() + ", " + month),
                AirTable.TablePeriod.MONTH,
                range,
                rows);
    }

    private Subject city() {
        return subjects.all().getFirst();
    }

    private List<Subject> own() {
        return subjects.all().stream().filter(Subject::own).toList();
    }

    private AirTable table(
            BilingualText title, AirTable.TablePeriod period, DayRange range, List<AirTable.TableRow> rows) {
        List<RuleSet> within = rules.within(city(), range.from(), range.to());
        List<Remark> remarks = new ArrayList<>(List.of(Remarks.UNREVIEWED));
        if (within.isEmpty()) {
            remarks.add(Remarks.NO_STANDARD);
        }
        if (subjects.cleanPointsUnknown(city())) {
            remarks.add(Remarks.CLEAN_POINTS_UNKNOWN);
        }
        return new AirTable(
                title,
                period,
                range.from(),
                range.to(),
                within.stream().map(Figures::standard).toList(),
                rows,
                remarks,
                Figures.computing(pending));
    }

    private AirTable.TableRow dailyRow(Subject subject, DayRange range, Optional<SubjectDays> kept) {
        AirDays.AirDay day = DaysView.day(
                subject,
                range.from(),
                kept.flatMap(days -> days.days().getFirst()),
                rules.inForce(subject, range.from()));
        AirDays.SixCounts hours = day.hours();
        int fewest = Stream.of(hours.so2(), hours.no2(), hours.pm10(), hours.co(), hours.o3(), hours.pm25())
                .min(Integer::compare)
                .orElse(0);
        return new AirTable.TableRow(
                Figures.subject(subject), day.values(), day.aqi(), null, null, null, null, fewest, noStation(subject));
    }

    private static List<Remark> noStation(Subject subject) {
        return subject.stations().isEmpty() ? List.of(Remarks.NO_STATION) : List.of();
    }

    private AirTable.TableRow monthlyRow(Subject subject, DayRange range, Optional<SubjectDays> kept) {
        RuleSet set = rules.inForce(subject, range.to())
                .orElseGet(() -> Standards.shipped().ruleSets().getFirst());
        Assessor assessor = set.assessor();
        PeriodAssessment assessed =
                assessor.assess(kept.map(SubjectDays::values).orElse(List.of()), new Period(range.from(), range.to()));
        int validDays = Pollutant.SIX.stream()
                .mapToInt(pollutant -> assessed.mean(pollutant).validDays())
                .min()
                .orElse(0);
        List<Remark> remarks = new ArrayList<>(noStation(subject));
        if (validDays > 0 && assessed.statistics().stream().anyMatch(statistic -> !statistic.valid())) {
            remarks.add(Remarks.TOO_FEW_DAYS);
        }
        Optional<AqiDays> levels = rules.inForce(subject, range.to()).map(_ -> assessed.aqiDays());
        return new AirTable.TableRow(
                Figures.subject(subject),
                Statistics.leading(assessed, set.assessment()),
                null,
                levels.flatMap(_ -> assessed.composite())
                        .map(index -> index.rounded().doubleValue())
                        .orElse(null),
                count(levels.map(AqiDays::counted)),
                count(levels.map(AqiDays::good)),
                levels.map(AqiDays::byLevel).orElse(null),
                validDays,
                remarks);
    }

    private static @Nullable Integer count(Optional<Integer> days) {
        return days.orElse(null);
    }
}
