package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From where the wind blew, and with how much of a pollutant. */
@Schema(description = "From where the wind blew, and with how much of a pollutant")
public record PollutionRose(
        SubjectRef station,
        LocalDate from,
        LocalDate to,
        String pollutant,

        @Schema(description = "What the classes divide: CONCENTRATION or SPEED")
        RoseKind kind,

        String unit,

        @Schema(description = "Class bounds, rising; the last class is open")
        List<RoseClass> classes,

        List<RosePetal> petals,

        @Schema(description = "Below this speed (m/s) the wind has no direction")
        double calmBelowMetresPerSecond,

        int calmHours,

        @Schema(description = "0–1 of the hours used") @Nullable
        Double calmShare,

        @Schema(description = "Mean concentration in calm") @Nullable
        Double calmMean,

        @Schema(description = "Hours with wind and concentration")
        int hoursUsed,

        @Schema(description = "Hours of the range") int hours,

        @Schema(description = "For example that the station reports no wind")
        List<Remark> remarks) {

    /** What the classes of a rose divide. */
    public enum RoseKind {
        CONCENTRATION,
        SPEED
    }

    /** One class. */
    @Schema(description = "One class; the last has no upper bound")
    public record RoseClass(double from, @Nullable Double to) {}

    /** One sector. */
    @Schema(description = "One sector of 22.5°")
    public record RosePetal(
            @Schema(description = "Middle of the sector, clockwise from north")
            double directionDegrees,

            int hours,

            @Schema(description = "0–1 of the hours used, calm included")
            double share,

            @Schema(description = "Hours per class") List<Integer> counts,

            @Schema(description = "Mean concentration") @Nullable
            Double mean) {}
}
