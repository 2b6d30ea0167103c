package org.lantian.cli.dispersion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lantian.dispersion.runstream.RunExecution;
import org.lantian.testing.NeedsKit;
import org.lantian.testing.ReferenceKit;

/** The cases that take a few seconds; {@code lantian disperse validate} runs all. */
@NeedsKit
@DisplayName("The engine agrees with the reference in")
class ReferenceCasesTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "profiles-houston",
                "profiles-houston-urban",
                "profiles-lovett",
                "point-tall",
                "terrain-flag",
                "emisfact",
                "houremis",
                "lovett-real",
                "no2-arm2",
                "no2-olm",
                "epa-bg_no2_arm2_ppb",
                "epa-bg_no2_olm_ppb"
            })
    void agrees(String name) {
        ReferenceCase reference = ReferenceCase.all().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        CaseComparison.Result result = CaseComparison.of(
                reference, ReferenceKit.path(""), new RunExecution.Settings(2, RunExecution.Settings.OF_RUNSTREAMS));
        assertThat(result.countsAgree()).as("calm and missing hours").isTrue();
        assertThat(result.parts()).isNotEmpty().allSatisfy(part -> {
            CaseRow row = CaseRow.of(reference, part);
            assertThat(row.met()).as(row.markdown()).isTrue();
            assertThat(part.blocks().count()).isPositive();
        });
    }
}
