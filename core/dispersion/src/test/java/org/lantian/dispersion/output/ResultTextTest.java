package org.lantian.dispersion.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.dispersion.averaging.AveragingPeriod;
import org.lantian.dispersion.source.Receptor;
import org.lantian.dispersion.weather.HourStamp;

@DisplayName("Lines of result files, column for column as the reference prints them")
class ResultTextTest {

    private static final List<Place> PLACES =
            List.of(new Place(new Receptor(26.04722665, 147.7211629, 29, 29, 0), "POL1", ""));
    private static final ResultText.Heading HEADING =
            new ResultText.Heading(List.of("Tall stack"), "24142", "CONC  FLAT  RURAL");

    private static ResultText text(boolean exponential) {
        return new ResultText(HEADING, exponential, PLACES);
    }

    @Test
    @DisplayName("POSTFILE: values with exponent or five decimals, date of the hour's end")
    void post() {
        int date = ResultText.date(HourStamp.of(LocalDate.of(2004, 2, 29), 24));
        StringBuilder out = new StringBuilder();
        text(true).postLine(out, 0, 1.42063e-18, "1-HR", "TALL", date);
        assertThat(out.toString())
                .isEqualTo("      26.04723     147.72116  0.142063E-17    29.00    29.00     0.00    1-HR  TALL    "
                        + "  04022924  POL1    \n");
        out.setLength(0);
        text(false).postLine(out, 0, 133.957857, "24-HR", "TALL", date);
        assertThat(out.toString())
                .isEqualTo("      26.04723     147.72116     133.95786    29.00    29.00     0.00   24-HR  TALL    "
                        + "  04022924  POL1    \n");
    }

    @Test
    @DisplayName("PLOTFILE: rank and date, a plain 0 where nothing ranks; means with hours or years")
    void plot() {
        OutputPlan.PlotRequest ranked = new OutputPlan.PlotRequest(AveragingPeriod.HOUR, "TALL", 1, "x");
        StringBuilder out = new StringBuilder();
        text(true).rankLine(out, 0, 2.44066, ranked, 96052113);
        text(true).rankLine(out, 0, 0, ranked, 0);
        OutputPlan.PlotRequest mean = new OutputPlan.PlotRequest(AveragingPeriod.PERIOD, "TALL", 0, "x");
        text(true).meanLine(out, 0, 2.12466, mean, 1440);
        assertThat(out.toString().lines())
                .containsExactly(
                        "      26.04723     147.72116  0.244066E+01    29.00    29.00     0.00    1-HR  TALL    "
                                + "    1ST     POL1      96052113",
                        "      26.04723     147.72116  0.000000E+00    29.00    29.00     0.00    1-HR  TALL    "
                                + "    1ST     POL1             0",
                        "      26.04723     147.72116  0.212466E+01    29.00    29.00     0.00  PERIOD  TALL    "
                                + "  00001440  POL1    ");
    }

    @Test
    @DisplayName("heads say what the file holds, how many receptors, and in which format")
    void heads() {
        assertThat(text(true).postHead(AveragingPeriod.HOUR, "TALL").lines())
                .hasSize(8)
                .allMatch(line -> line.startsWith("*"))
                .contains("*         POST/PLOT FILE OF CONCURRENT  1-HR VALUES FOR SOURCE GROUP: TALL    ")
                .contains("*         FOR A TOTAL OF     1 RECEPTORS.")
                .contains("*         FORMAT: (2(1X,F13.5),1X,E13.6,3(1X,F8.2),2X,A6,2X,A8,2X,I8.8,2X,A8)");
        OutputPlan.PlotRequest annual = new OutputPlan.PlotRequest(AveragingPeriod.ANNUAL, "TALL", 0, "x");
        assertThat(text(false).plotHead(annual, 1))
                .contains("PLOT FILE OF ANNUAL VALUES AVERAGED ACROSS   1 YEARS FOR SOURCE GROUP: TALL", "NUM YRS");
    }
}
