package org.lantian.server.assessment.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lantian.quantities.HourEnding;
import org.lantian.quantities.HourlySeries;
import org.lantian.quantities.Parameter;
import org.lantian.quantities.Pollutant;
import org.lantian.quantities.WeatherElement;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.city.Station;
import org.lantian.server.monitoring.Observations;
import org.lantian.standards.assessment.DailyValues;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes the daily values of changed station-days, and of the counties and cities they belong to, in one
 * transaction: after a crash the days are still marked as changed.
 */
@Component
class DayComputation {

    /** Station-days of one transaction: 93 stations of about six weeks. */
    private static final int BATCH = 4000;

    private final PendingDays pending;
    private final Observations observations;
    private final SubjectDirectory subjects;
    private final DayRepository days;
    private final DailyRules rules;

    DayComputation(
            PendingDays pending,
            Observations observations,
            SubjectDirectory subjects,
            DayRepository days,
            DailyRules rules) {
        this.pending = pending;
        this.observations = observations;
        this.subjects = subjects;
        this.days = days;
        this.rules = rules;
    }

    /** Computes the oldest changed days; returns how many station-days it took, 0 when none are left. */
    @Transactional
    int computeBatch() {
        pending.waitForTurn();
        List<StationDay> changed = pending.take(BATCH);
        if (changed.isEmpty()) {
            return 0;
        }
        Map<Subject, TreeSet<LocalDate>> byStation = changedByStation(changed);
        computeStations(byStation);
        computeAreas(byStation);
        return changed.size();
    }

    private Map<Subject, TreeSet<LocalDate>> changedByStation(List<StationDay> changed) {
        Map<Integer, Subject> byStationId = new HashMap<>();
        subjects.all().stream()
                .filter(subject -> subject.kind() == Subject.Kind.STATION)
                .forEach(
                        subject -> byStationId.put(subject.stations().getFirst().id(), subject));
        Map<Subject, TreeSet<LocalDate>> byStation = new LinkedHashMap<>();
        for (StationDay day : changed) {
            Subject subject = byStationId.get(day.stationId());
            if (subject != null) {
                byStation.computeIfAbsent(subject, _ -> new TreeSet<>()).add(day.day());
            }
        }
        return byStation;
    }

    private void computeStations(Map<Subject, TreeSet<LocalDate>> byStation) {
        if (byStation.isEmpty()) {
            return;
        }
        LocalDate first = byStation.values().stream()
                .map(TreeSet::first)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = byStation.values().stream()
                .map(TreeSet::last)
                .max(LocalDate::compareTo)
                .orElseThrow();
        List<Parameter> parameters = new ArrayList<>(Pollutant.SIX);
        parameters.add(WeatherElement.WIND_SPEED);
        Map<String, Map<Parameter, HourlySeries>> read =
                observations
                        .read(byStation.keySet().stream().map(Subject::code).toList(), parameters, first, last)
                        .stream()
                        .collect(Collectors.toMap(
                                Observations.StationSeries::stationCode, Observations.StationSeries::series));
        List<SubjectDay> computed = new ArrayList<>();
        List<SubjectDayKey> gone = new ArrayList<>();
        byStation.forEach((subject, changedDays) -> {
            Map<Parameter, HourlySeries> series = read.getOrDefault(subject.code(), Map.of());
            for (LocalDate day : changedDays) {
                stationDay(day, series)
                        .ifPresentOrElse(
                                stored -> computed.add(new SubjectDay(subject.id(), stored)),
                                () -> gone.add(new SubjectDayKey(subject.id(), day)));
            }
        });
        days.write(computed);
        days.delete(gone);
    }

    private Optional<StoredDay> stationDay(LocalDate day, Map<Parameter, HourlySeries> series) {
        Map<Pollutant, float[]> hours = new EnumMap<>(Pollutant.class);
        for (Pollutant pollutant : Pollutant.SIX) {
            hours.put(pollutant, hoursOf(day, series.get(pollutant)));
        }
        float[] wind = hoursOf(day, series.get(WeatherElement.WIND_SPEED));
        int windHours = present(wind);
        if (windHours == 0 && hours.values().stream().allMatch(values -> present(values) == 0)) {
            return Optional.empty();
        }
        DailyValues values = rules.on(day).day(day, hours);
        return Optional.of(new StoredDay(values, completeHours(hours), windHours, 1));
    }

    private static float[] hoursOf(LocalDate day, @org.jspecify.annotations.Nullable HourlySeries series) {
        if (series != null) {
            long index = day.toEpochDay() - series.firstDay().toEpochDay();
            if (index >= 0 && index < series.days()) {
                return series.day((int) index);
            }
        }
        float[] none = new float[HourEnding.SLOTS_PER_DAY];
        Arrays.fill(none, Float.NaN);
        return none;
    }

    private static int present(float[] values) {
        int count = 0;
        for (float value : values) {
            count += Float.isNaN(value) ? 0 : 1;
        }
        return count;
    }

    private static int completeHours(Map<Pollutant, float[]> hours) {
        int complete = 0;
        for (int slot = 0; slot < HourEnding.SLOTS_PER_DAY; slot++) {
            int at = slot;
            complete += hours.values().stream().allMatch(values -> values[at] >= 0) ? 1 : 0;
        }
        return complete;
    }

    /** The days of the counties and cities to which the changed stations belong, from the stations' kept days. */
    private void computeAreas(Map<Subject, TreeSet<LocalDate>> byStation) {
        List<SubjectDay> computed = new ArrayList<>();
        List<SubjectDayKey> gone = new ArrayList<>();
        for (Subject area : subjects.all()) {
            TreeSet<LocalDate> changed = new TreeSet<>();
            if (area.kind() != Subject.Kind.STATION) {
                byStation.forEach((station, stationDays) -> {
                    if (area.stations().contains(station.stations().getFirst())) {
                        changed.addAll(stationDays);
                    }
                });
            }
            if (!changed.isEmpty()) {
                computeArea(area, changed, computed, gone);
            }
        }
        days.write(computed);
        days.delete(gone);
    }

    private void computeArea(
            Subject area, TreeSet<LocalDate> changed, List<SubjectDay> computed, List<SubjectDayKey> gone) {
        List<Subject> members = area.stations().stream()
                .map(station -> subjects.findStation(station.code()))
                .flatMap(Optional::stream)
                .toList();
        Map<Integer, SubjectDays> memberDays = days.read(members, changed.first(), changed.last());
        for (LocalDate day : changed) {
            int index = (int) (day.toEpochDay() - changed.first().toEpochDay());
            List<Station> counting = subjects.countingOn(area, day);
            List<DailyValues> values = new ArrayList<>();
            boolean any = false;
            for (Subject member : members) {
                if (counting.contains(member.stations().getFirst())) {
                    SubjectDays kept = memberDays.getOrDefault(member.id(), new SubjectDays(day, List.of()));
                    Optional<StoredDay> stored = kept.days().get(index);
                    any |= stored.isPresent();
                    values.add(stored.map(StoredDay::values).orElseGet(() -> DailyValues.none(day)));
                }
            }
            if (any) {
                computed.add(new SubjectDay(area.id(), new StoredDay(rules.area(day, values), 0, 0, counting.size())));
            } else {
                gone.add(new SubjectDayKey(area.id(), day));
            }
        }
    }
}
