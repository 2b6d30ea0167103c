package org.lantian.cli.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

@DisplayName("The validation of weather files")
class MeteorologyReportTest {

    @Test
    @NeedsKit
    @DisplayName("finds H, u*, L and z_im of Denver within the limits, and computes every figure")
    void agreesWithTheReference() {
        MeteorologyReport report = MeteorologyReport.of(ReferenceKit.path("oracles/aermod/met"), false);
        assertThat(report.withinLimits()).as(report.text()).isTrue();
        assertThat(report.text())
                .contains("| `DEN_2016` | H |", "| `DEN_2016` | u* |", "| `DEN_2016` | L |", "| `DEN_2016` | z_im |")
                .contains("`ANCH-99_ADJU` stable, night", "z_im from 2400")
                .doesNotContain("NaN");
    }
}
