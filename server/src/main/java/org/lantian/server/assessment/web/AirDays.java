package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Daily values of a subject, for calendar and daily charts. */
@Schema(description = "Daily values of a subject: every day of the range, also those without data")
public record AirDays(
        SubjectRef subject,
        LocalDate from,
        LocalDate to,
        List<AirDay> days,
        List<StandardRef> standards,
        List<AqiLevelInfo> levels,
        Computing computing,
        List<Remark> remarks) {

    /** One city day. */
    @Schema(description = "One city day")
    public record AirDay(
            LocalDate day,

            @Schema(
                    description =
                            "Valid daily values rounded as the standard rounds them; o3 is the maximum 8-hour mean")
            SixValues values,

            @Schema(description = "The same before rounding, also where there are too few hours to be valid")
            SixValues raw,

            @Schema(description = "Maximum 1-hour mean of O₃") @Nullable
            Double o3OneHour,

            @Schema(description = "Hours with a value; for o3 the valid 8-hour means, of 17")
            SixCounts hours,

            @Nullable AqiFigure aqi,

            @Schema(description = "All six within the daily limits; null when it can't be said") @Nullable
            Boolean attained,

            @Schema(description = "Pollutants over their daily limit (grade II); codes")
            List<String> overLimit,

            @Schema(description = "Stations that count on this day; null for a station") @Nullable
            Integer stations,

            @Schema(description = "Null when no standard was in force") @Nullable
            String standardId) {}

    /** A count for each of the six pollutants. */
    @Schema(description = "A count for each of the six pollutants")
    public record SixCounts(int so2, int no2, int pm10, int co, int o3, int pm25) {}
}
