package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lantian.quantities.BilingualText;

/** A daily or monthly table of stations, counties and city as it is printed. */
@Schema(description = "A daily or monthly table of stations, counties and the city as it is printed")
public record AirTable(
        BilingualText title,
        TablePeriod period,
        LocalDate from,
        LocalDate to,
        List<StandardRef> standards,

        @Schema(description = "City first, then counties, then stations")
        List<TableRow> rows,

        @Schema(description = "Printed below the table, for example that the data are unreviewed")
        List<Remark> remarks,

        Computing computing) {

    /** Whether rows are of a day or a month. */
    public enum TablePeriod {
        DAY,
        MONTH
    }

    /** One row. */
    @Schema(description = "One row")
    public record TableRow(
            SubjectRef subject,

            @Schema(
                    description =
                            "Daily values, or of a month the means (co: 95th, o3: 90th percentile of days); rounded, null when not valid")
            SixValues values,

            @Schema(description = "Of a day its AQI; of a month null") @Nullable
            AqiFigure aqi,

            @Schema(description = "Of a month: composite index") @Nullable
            Double compositeIndex,

            @Schema(description = "Of a month: days with AQI") @Nullable
            Integer assessedDays,

            @Schema(description = "Of a month: days that met the limits") @Nullable
            Integer attainmentDays,

            @Schema(description = "Of a month: days by level 1 … 6") @Nullable
            List<Integer> byLevel,

            @Schema(description = "Valid hours of the day, or valid days of the month, smallest of the six")
            int valid,

            List<Remark> remarks) {}
}
