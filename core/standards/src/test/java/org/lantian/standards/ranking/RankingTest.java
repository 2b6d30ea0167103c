package org.lantian.standards.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.quantities.BilingualText;
import org.lantian.standards.Standards;
import org.lantian.standards.assessment.Assessor;
import org.lantian.standards.assessment.DailyValues;
import org.lantian.standards.assessment.Days;
import org.lantian.standards.assessment.Period;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.ranking.AutumnWinterAssessment.Targets;

@DisplayName("Ranking and change on last year")
class RankingTest {

    private static final RankingRules RULES = RankingRules.load();
    private static final Period YEAR = Period.ofYear(2020);
    private static final Assessor ASSESSOR =
            Standards.named("2012").orElseThrow().assessor();

    private static PeriodAssessment year(Period year, double pm25) {
        return ASSESSOR.assess(Days.each(year, day -> Days.of(day, 10, 20, 40, 0.8, 90, pm25)), year);
    }

    private static Candidate candidate(String id, double pm25, double pm25Before) {
        return new Candidate(
                id,
                new BilingualText(id, id),
                true,
                Optional.of(year(YEAR, pm25)),
                Optional.of(year(YEAR.yearBefore(), pm25Before)));
    }

    private static final Candidate WORST = candidate("w", 60, 50);
    private static final Candidate BETTER = candidate("b", 30, 40);
    private static final Candidate CLEAN = candidate("c", 20, 18);
    private static final Candidate AS_CLEAN = candidate("d", 20.3, 20);
    private static final Candidate NO_STATION =
            new Candidate("n", new BilingualText("无站县", "no station"), false, Optional.empty(), Optional.empty());

    private static Ranking ranking() {
        List<Candidate> candidates = new ArrayList<>(List.of(WORST, NO_STATION, CLEAN, BETTER, AS_CLEAN));
        Collections.reverse(candidates);
        return Ranking.of(candidates);
    }

    private static List<String> ids(List<RankedPlace> places) {
        return places.stream().map(place -> place.candidate().id()).toList();
    }

    @Test
    @DisplayName("the lowest composite index is first; equal rounded indices share a rank")
    void ranks() {
        List<RankedPlace> places = ranking().places();
        assertThat(ids(places)).containsExactly("c", "d", "b", "w", "n");
        assertThat(places.subList(0, 4).stream().map(p -> p.rank().orElseThrow()))
                .containsExactly(1, 1, 3, 4);
    }

    @Test
    @DisplayName("a county without a station is not ranked and says so")
    void withoutStation() {
        RankedPlace last = ranking().places().getLast();
        assertThat(last.rank()).isEmpty();
        assertThat(last.composite()).isEmpty();
        assertThat(last.unranked()).hasValue(Unranked.NO_STATION);
        assertThat(last.unranked().orElseThrow().text().en()).contains("no station");
    }

    @Test
    @DisplayName("a place with a pollutant without data is not ranked either")
    void withoutIndex() {
        List<DailyValues> days = Days.each(YEAR, DailyValues::none);
        Candidate silent = new Candidate(
                "s", new BilingualText("s", "s"), true, Optional.of(ASSESSOR.assess(days, YEAR)), Optional.empty());
        assertThat(Ranking.of(List.of(silent)).places().getFirst().unranked()).hasValue(Unranked.NO_INDEX);
    }

    @Test
    @DisplayName("change is that of the composite index in percent")
    void change() {
        RankedPlace worst = ranking().places().get(3);
        double now =
                WORST.now().orElseThrow().composite().orElseThrow().rounded().doubleValue();
        double before = WORST.yearBefore()
                .orElseThrow()
                .composite()
                .orElseThrow()
                .rounded()
                .doubleValue();
        assertThat(worst.changePercent().orElseThrow()).isCloseTo(100 * (now - before) / before, within(1e-9));
        assertThat(worst.changePercent().orElseThrow()).isPositive();
    }

    @Test
    @DisplayName("best and worst, most improved and most worsened; one that attains all is not listed as worsened")
    void lists() {
        assertThat(ids(ranking().best(2))).containsExactly("c", "d");
        assertThat(ids(ranking().worst(1))).containsExactly("w");
        assertThat(ids(ranking().mostImproved(10))).containsExactly("b");
        assertThat(CLEAN.now().orElseThrow().attained()).hasValue(true);
        assertThat(ids(ranking().mostWorsened(10))).containsExactly("w");
    }

    @Test
    @DisplayName("the season is October to March, the lists have ten places, each rule with its source")
    void rules() {
        assertThat(RULES.autumnAndWinter(2019))
                .isEqualTo(new Period(LocalDate.of(2019, 10, 1), LocalDate.of(2020, 3, 31)));
        assertThat(RULES.listLength()).isEqualTo(10);
        assertThat(RULES.provenance())
                .hasSize(5)
                .allSatisfy((rule, p) -> assertThat(p.source()).as(rule).isNotBlank());
    }

    @Test
    @DisplayName("autumn and winter: decrease of PM2.5 and of heavy-pollution days against the same days a year before")
    void autumnWinter() {
        LocalDate asOf = LocalDate.of(2020, 2, 29);
        List<DailyValues> days = new ArrayList<>();
        days.addAll(Days.each(RULES.autumnAndWinter(2018), day -> heavyUntil(day, 10, 80)));
        days.addAll(Days.each(RULES.autumnAndWinter(2019), day -> heavyUntil(day, 4, 60)));
        AutumnWinterAssessment season =
                AutumnWinterAssessment.of(2019, asOf, days, ASSESSOR::assess, true, new Targets(20, 5));
        assertThat(season.period().last()).isEqualTo(asOf);
        assertThat(season.heavyDaysNow()).isEqualTo(4);
        assertThat(season.heavyDaysBefore()).isEqualTo(10);
        double now = (4 * 200 + 148 * 60) / 152.0;
        double before = (10 * 200 + 141 * 80) / 151.0;
        assertThat(season.pm25DecreasePercent().orElseThrow()).isCloseTo(100 * (before - now) / before, within(1e-9));
        assertThat(season.targetsMet()).hasValue(true);
        assertThat(AutumnWinterAssessment.of(2019, asOf, days, ASSESSOR::assess, true, new Targets(20, 7))
                        .targetsMet())
                .hasValue(false);
    }

    /** 200 µg/m³ on the first days of October, another value afterwards. */
    private static DailyValues heavyUntil(LocalDate day, int lastOfOctober, double otherwise) {
        boolean heavy = day.getMonthValue() == 10 && day.getDayOfMonth() <= lastOfOctober;
        return Days.of(day, 10, 20, 40, 0.8, 90, heavy ? 200 : otherwise);
    }

    @Test
    @DisplayName("autumn and winter 2018 is not comparable with the one before: the state of PM2.5 changed")
    void notComparable() {
        List<DailyValues> days = Days.each(RULES.autumnAndWinter(2018), day -> heavyUntil(day, 1, 60));
        AutumnWinterAssessment season = AutumnWinterAssessment.of(
                2018, LocalDate.of(2018, 12, 31), days, ASSESSOR::assess, false, new Targets(3, 0));
        assertThat(season.pm25DecreasePercent()).isEmpty();
        assertThat(season.targetsMet()).isEmpty();
    }
}
