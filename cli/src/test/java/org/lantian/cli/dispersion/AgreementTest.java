package org.lantian.cli.dispersion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The measure of agreement")
class AgreementTest {

    private static Agreement of(double[] ours, double[] reference, double rounding, double caseHighest) {
        Agreement agreement = new Agreement();
        agreement.add(ours, reference, rounding, caseHighest, new boolean[ours.length], "h");
        return agreement;
    }

    @Test
    @DisplayName("counts values above a thousandth of the hour's highest and a millionth of the case's")
    void bounds() {
        double[] reference = {1000, 1.01, 0.99};
        assertThat(of(reference, reference, 0, 1000).count()).isEqualTo(2);
        assertThat(of(reference, reference, 0, 1e9).count()).isZero();
        assertThat(of(reference, reference, 0, 1e9 - 1e6).count()).isEqualTo(1);
    }

    @Test
    @DisplayName("gives share within a limit, median, quantiles, and largest with its place")
    void figures() {
        double[] reference = {100, 100, 100, 100, 100};
        Agreement agreement = of(new double[] {100, 100.5, 99.1, 103, 150}, reference, 0, 100);
        assertThat(agreement.within(0.01)).isEqualTo(0.6);
        assertThat(agreement.quantile(0.5)).isEqualTo(0.9 / 100, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(agreement.largest()).isEqualTo(0.5);
        assertThat(agreement.worst()).isEqualTo("h receptor 5");
    }

    @Test
    @DisplayName("counts apart where the reference has nothing and we have something")
    void unmatched() {
        Agreement agreement = of(new double[] {100, 5}, new double[] {100, 0}, 0, 100);
        assertThat(agreement.count()).isEqualTo(1);
        assertThat(agreement.unmatched()).isEqualTo(1);
    }

    @Test
    @DisplayName("takes half a unit of the last decimal for no difference where values are printed so")
    void rounding() {
        assertThat(of(new double[] {0.000124}, new double[] {0.00012}, 0.5e-5, 1e-3)
                        .largest())
                .isZero();
        assertThat(of(new double[] {0.000126}, new double[] {0.00012}, 0.5e-5, 1e-3)
                        .largest())
                .isPositive();
    }
}
