package org.lantian.cli.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lantian.cli.output.RowBuffer;
import org.lantian.quantities.Pollutant;
import org.lantian.standards.assessment.AqiDays;
import org.lantian.standards.assessment.CompositeIndex;
import org.lantian.standards.assessment.PeriodAssessment;
import org.lantian.standards.assessment.PeriodStatistic;
import org.lantian.standards.document.StandardStatus;

/**
 * The rows that {@code assess} prints of one station, county or city.
 *
 * <p>{@code value} is not rounded (four decimals); {@code ratio} and {@code attained} rest on the value as the law
 * rounds it.
 */
public final class AssessmentRows {

    public static final List<String> COLUMNS = List.of(
            "scope",
            "id",
            "pollutant",
            "statistic",
            "value",
            "unit",
            "limit",
            "ratio",
            "valid",
            "valid_days",
            "attained",
            "standard",
            "status");

    private static final int DECIMALS = 4;

    /** What of an area the rows are about: {@code station}, {@code county} or {@code city}. */
    private final String scope;

    private final String id;
    private final String remarks;
    private final RowBuffer rows;

    public AssessmentRows(String scope, String id, Set<String> remarks, RowBuffer rows) {
        this.scope = scope;
        this.id = id;
        this.remarks = remarks.stream()
                .sorted(Comparator.naturalOrder())
                .map(code -> ";" + code)
                .reduce("", String::concat);
        this.rows = rows;
    }

    /** All rows of an assessment. */
    public void print(PeriodAssessment assessment) {
        for (PeriodStatistic statistic : assessment.statistics()) {
            begin(statistic.pollutant().code(), statistic.name());
            number(statistic.value());
            rows.text(statistic.pollutant().unit().symbol());
            number(statistic.limit().orElse(Double.NaN));
            number(statistic.ratio().orElse(Double.NaN));
            rows.plain(Boolean.toString(statistic.valid())).plain(Integer.toString(statistic.validDays()));
            end(statistic.attained(), assessment.standard(), statistic.status());
        }
        StandardStatus weakest = assessment.statistics().stream()
                .map(PeriodStatistic::status)
                .reduce(StandardStatus.READ, StandardStatus::and);
        assessment.composite().ifPresent(composite -> composite(composite, assessment, weakest));
        aqiDays(assessment, weakest);
    }

    private void composite(CompositeIndex composite, PeriodAssessment assessment, StandardStatus weakest) {
        int days = assessment.statistics().stream()
                .mapToInt(PeriodStatistic::validDays)
                .min()
                .orElse(0);
        begin("all", "composite_index");
        rows.plain(composite.rounded().toPlainString()).text("1").empty().empty();
        rows.plain(Boolean.toString(composite.valid())).plain(Integer.toString(days));
        end(Optional.empty(), assessment.standard(), composite.status());
        for (Pollutant pollutant : Pollutant.SIX) {
            begin(pollutant.code(), "composite_share");
            number(100 * composite.share(pollutant));
            rows.text("%").empty().empty();
            rows.plain(Boolean.toString(composite.valid())).plain(Integer.toString(days));
            end(Optional.empty(), assessment.standard(), composite.status());
        }
        begin("all", "attainment");
        rows.empty().empty().empty().empty();
        rows.plain(Boolean.toString(assessment.attained().isPresent())).plain(Integer.toString(days));
        end(assessment.attained(), assessment.standard(), weakest);
    }

    private void aqiDays(PeriodAssessment assessment, StandardStatus weakest) {
        AqiDays days = assessment.aqiDays();
        count("good_days", days.good(), days, assessment, weakest);
        count("heavy_pollution_days", days.heavy(), days, assessment, weakest);
    }

    private void count(String name, int count, AqiDays days, PeriodAssessment assessment, StandardStatus status) {
        begin("all", name);
        rows.plain(Integer.toString(count)).text("d").empty().empty();
        rows.empty().plain(Integer.toString(days.counted()));
        end(Optional.empty(), assessment.standard(), status);
    }

    /** Means alone, where no standard was in force in the year. */
    public void printWithoutStandard(PeriodAssessment assessment) {
        for (Pollutant pollutant : Pollutant.SIX) {
            PeriodStatistic mean = assessment.mean(pollutant);
            begin(pollutant.code(), "mean");
            number(mean.value());
            rows.text(pollutant.unit().symbol()).empty().empty().empty();
            rows.plain(Integer.toString(mean.validDays())).empty().empty();
            rows.text("no-standard-in-force" + remarks);
            rows.endRow();
        }
    }

    /** One row that says why there is nothing. */
    public void printNothing(String standard, String why) {
        begin("all", "attainment");
        rows.empty().empty().empty().empty();
        rows.plain("false").plain("0").empty();
        if (standard.isEmpty()) {
            rows.empty();
        } else {
            rows.text(standard);
        }
        rows.text(why);
        rows.endRow();
    }

    private void begin(String pollutant, String statistic) {
        rows.text(scope).text(id).text(pollutant).text(statistic);
    }

    private void end(Optional<Boolean> attained, String standard, StandardStatus status) {
        if (attained.isPresent()) {
            rows.plain(attained.get().toString());
        } else {
            rows.empty();
        }
        rows.text(standard).text(status.code() + remarks);
        rows.endRow();
    }

    private void number(double value) {
        if (Double.isNaN(value)) {
            rows.empty();
            return;
        }
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        rows.plain(rounded.signum() == 0 ? "0" : rounded.toPlainString());
    }
}
