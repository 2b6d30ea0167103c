package org.lantian.cli.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.cli.air.HourTable;
import org.lantian.cli.validation.DailyComparison.Column;
import org.lantian.cli.validation.DailyComparison.Completeness;
import org.lantian.cli.validation.DailyComparison.Outcome;
import org.lantian.quantities.HourEnding;
import org.lantian.standards.RuleSet;
import org.lantian.standards.Standards;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@NeedsKit
@DisplayName("The index against what the national network published in 2019")
class AqiValidationTest {

    private static final RuleSet RULES = Standards.named("2012").orElseThrow();
    private static final Predicate<String> EVERY = station -> true;
    private static final int THREADS = 2;

    @Test
    @DisplayName("agrees on 626,505 of 626,739 hours; the rest is Beijing, rounded to the nearest, in one week")
    void sites() {
        HourTable table = PublishedTable.read(ReferenceKit.path("data/cnemc-2019-sites"), THREADS);
        HourlyComparison all = HourlyComparison.of(table, RULES, EVERY);
        assertThat(all.compared()).isEqualTo(626_739);
        assertThat(all.equal()).isEqualTo(626_505);
        assertThat(all.percent()).isGreaterThanOrEqualTo(99.95);
        assertThat(all.disagreements()).hasSize(234).allSatisfy(d -> {
            assertThat(d.station()).matches("10(0[1-9]|1[0-2])A");
            assertThat(d.computed() - d.published()).isEqualTo(1);
            assertThat(d.nearest()).isEqualTo(d.published());
            assertThat(d.hour()).isBetween(HourEnding.parse("2019-09-30T21:00"), HourEnding.parse("2019-10-08T07:00"));
        });
        HourlyComparison jincheng = HourlyComparison.of(table, RULES, code -> code.matches("216[0-5]A"));
        assertThat(jincheng.compared()).isEqualTo(46_700);
        assertThat(jincheng.equal()).isEqualTo(46_700);
        completeDaysAgree(table, 1, 397, 1);
    }

    @Test
    @DisplayName("agrees on all 223,887 hours of five cities on which nothing was tried before")
    void otherCities() {
        HourTable table = PublishedTable.read(ReferenceKit.path("data/cnemc-2019-other-cities"), THREADS);
        HourlyComparison all = HourlyComparison.of(table, RULES, EVERY);
        assertThat(all.compared()).isEqualTo(223_887);
        assertThat(all.equal()).isEqualTo(223_887);
        completeDaysAgree(table, 0, 129, 4);
    }

    private static void completeDaysAgree(HourTable table, int pm25Ties, int coTies, int o3PrintedAs300) {
        for (Column column : Column.values()) {
            DailyComparison days = DailyComparison.of(table, RULES, column);
            int ties = column == Column.CO ? coTies : column == Column.PM25 ? pm25Ties : 0;
            int capped = column == Column.O3_MAX_8H ? o3PrintedAs300 : 0;
            assertThat(days.count(Completeness.COMPLETE, Outcome.EQUAL))
                    .as(column.label())
                    .isGreaterThan(5_000);
            assertThat(days.count(Completeness.COMPLETE, Outcome.TIE_TAKEN_THE_OTHER_WAY))
                    .as(column.label())
                    .isEqualTo(ties);
            assertThat(days.count(Completeness.COMPLETE, Outcome.PRINTED_AS_300))
                    .as(column.label())
                    .isEqualTo(capped);
            assertThat(days.count(Completeness.COMPLETE, Outcome.MISSING_HOURS_CAN_EXPLAIN)
                            + days.count(Completeness.COMPLETE, Outcome.NOT_EXPLAINED)
                            + days.count(Completeness.COMPLETE, Outcome.NOT_VALID))
                    .as(column.label())
                    .isZero();
        }
    }

    @Test
    @DisplayName("the committed report is what the command writes")
    void committedReport() throws IOException {
        Path committed = ReferenceKit.checkout().orElseThrow().resolve("docs/validation/aqi.md");
        Path kit = ReferenceKit.find().orElseThrow();
        assertThat(Files.readString(committed)).isEqualTo(AqiReport.write(kit, THREADS));
    }
}
