package org.lantian.server.assessment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.HourEnding;
import org.lantian.server.assessment.Subject;
import org.lantian.server.assessment.SubjectDirectory;
import org.lantian.server.assessment.internal.DayRepository;
import org.lantian.server.assessment.internal.PendingDays;
import org.lantian.server.city.CityCatalog;
import org.lantian.server.monitoring.Observations;
import org.springframework.stereotype.Component;

/** Answers what data there is and what can be chosen. */
@Component
class CatalogView {

    private final CityCatalog catalog;
    private final SubjectDirectory subjects;
    private final Observations observations;
    private final DayRepository days;
    private final PendingDays pending;

    CatalogView(
            CityCatalog catalog,
            SubjectDirectory subjects,
            Observations observations,
            DayRepository days,
            PendingDays pending) {
        this.catalog = catalog;
        this.subjects = subjects;
        this.observations = observations;
        this.days = days;
        this.pending = pending;
    }

    AirExtent extent() {
        Optional<HourEnding> first = observations.earliestHour();
        Optional<HourEnding> last = observations.latestHour();
        Map<Integer, DayRepository.Extent> extents = days.extents();
        List<Subject> stations = subjects.all().stream()
                .filter(subject -> subject.kind() == Subject.Kind.STATION)
                .toList();
        List<Integer> withWind = days.withWind();
        return new AirExtent(
                last.isPresent(),
                catalog.city().code().value(),
                catalog.city().name(),
                text(first),
                text(last),
                day(first),
                day(last),
                years(first, last),
                stations.size(),
                (int) stations.stream().filter(s -> extents.containsKey(s.id())).count(),
                stations.stream()
                        .filter(s -> withWind.contains(s.id()))
                        .map(Subject::code)
                        .toList(),
                Figures.computing(pending));
    }

    private static @Nullable String text(Optional<HourEnding> hour) {
        return hour.map(HourEnding::toString).orElse(null);
    }

    private static @Nullable LocalDate day(Optional<HourEnding> hour) {
        return hour.map(HourEnding::cityDay).orElse(null);
    }

    private static List<Integer> years(Optional<HourEnding> first, Optional<HourEnding> last) {
        if (first.isEmpty() || last.isEmpty()) {
            return List.of();
        }
        return IntStream.rangeClosed(
                        first.get().cityDay().getYear(), last.get().cityDay().getYear())
                .boxed()
                .toList();
    }

    AirSubjects subjects() {
        Map<Integer, DayRepository.Extent> extents = days.extents();
        return new AirSubjects(subjects.all().stream()
                .map(subject -> {
                    Optional<DayRepository.Extent> extent = Optional.ofNullable(extents.get(subject.id()));
                    return new AirSubjects.AirSubject(
                            Figures.subject(subject),
                            subject.own(),
                            subject.stations().size(),
                            extent.map(DayRepository.Extent::first).orElse(null),
                            extent.map(DayRepository.Extent::last).orElse(null));
                })
                .toList());
    }
}
