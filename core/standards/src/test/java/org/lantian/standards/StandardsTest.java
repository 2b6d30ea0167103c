package org.lantian.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lantian.quantities.AreaCode;
import org.lantian.quantities.HourEnding;
import org.lantian.standards.document.StandardDocument;
import org.lantian.standards.document.StandardStatus;

@DisplayName("The rules in force")
class StandardsTest {

    private static final AreaCode BEIJING = new AreaCode("110000");
    private static final AreaCode JINCHENG = new AreaCode("140500");

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("nationally by city day")
    @CsvSource({
        "2016-01-01, 2012",
        "2019-06-01, 2012",
        "2026-02-28, 2012",
        "2026-03-01, 2026",
        "2030-12-31, 2026",
        "2031-01-01, 2026-final",
        "2090-01-01, 2026-final",
    })
    void byDay(LocalDate day, String name) {
        assertThat(Standards.inForceOn(day)).map(RuleSet::name).hasValue(name);
    }

    @Test
    @DisplayName("the hour ending 2026-03-01T00:00 is of 28 February and under the rules of 2012")
    void midnightOfTheChange() {
        HourEnding midnight = HourEnding.parse("2026-03-01T00:00");
        assertThat(Standards.inForceOn(midnight.cityDay())).map(RuleSet::name).hasValue("2012");
        assertThat(Standards.inForceOn(midnight.plusHours(1).cityDay()))
                .map(RuleSet::name)
                .hasValue("2026");
    }

    @Test
    @DisplayName("before 2016 only where the phase-in table says so, and never a guess")
    void phaseIn() {
        LocalDate before = LocalDate.of(2015, 12, 31);
        assertThat(Standards.inForceOn(before)).isEmpty();
        assertThat(Standards.inForceOn(before, JINCHENG)).isEmpty();
        assertThat(Standards.inForceOn(before, BEIJING)).map(RuleSet::name).hasValue("2012");
        assertThat(Standards.inForceOn(before, new AreaCode("110105")))
                .as("a district of a municipality")
                .map(RuleSet::name)
                .hasValue("2012");
        assertThat(Standards.inForceOn(before, new AreaCode("140105")))
                .as("a district of Taiyuan")
                .map(RuleSet::name)
                .hasValue("2012");
        assertThat(Standards.inForceOn(LocalDate.of(2012, 12, 31), BEIJING)).isEmpty();
        assertThat(Standards.shipped()
                        .phaseIn()
                        .find(BEIJING)
                        .orElseThrow()
                        .provenance()
                        .status())
                .isEqualTo(StandardStatus.UNVERIFIED);
    }

    @Test
    @DisplayName("2026 is under two sets of rules, 2019 under one, 2014 under none or by phase-in")
    void yearsThatSpan() {
        assertThat(names(2026, Optional.empty())).containsExactly("2012", "2026");
        assertThat(names(2019, Optional.empty())).containsExactly("2012");
        assertThat(names(2027, Optional.empty())).containsExactly("2026");
        assertThat(names(2014, Optional.empty())).isEmpty();
        assertThat(names(2014, Optional.of(JINCHENG))).isEmpty();
        assertThat(names(2014, Optional.of(BEIJING))).containsExactly("2012");
    }

    private static List<String> names(int year, Optional<AreaCode> area) {
        return Standards.shipped().within(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), area).stream()
                .map(RuleSet::name)
                .toList();
    }

    @Test
    @DisplayName("are found by name, and labelled by their documents")
    void named() {
        assertThat(Standards.named("2012").orElseThrow().label()).isEqualTo("GB 3095-2012; HJ 663-2013");
        assertThat(Standards.named("2026").orElseThrow().label()).isEqualTo("GB 3095-2026 transition; HJ 663-2026");
        assertThat(Standards.named("1996")).isEmpty();
    }

    @Test
    @DisplayName("follow each other without a gap or an overlap")
    void noGap() {
        List<RuleSet> all = Standards.shipped().ruleSets();
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).from())
                    .isEqualTo(all.get(i - 1).lastDay().orElseThrow().plusDays(1));
        }
        assertThat(all.getLast().lastDay()).isEmpty();
    }

    @Test
    @DisplayName("come from documents that each say where they were read")
    void documents() {
        assertThat(StandardDocument.all())
                .hasSize(7)
                .allSatisfy(d -> assertThat(d.provenance().source()).isNotBlank());
    }
}
