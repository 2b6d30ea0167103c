package org.lantian.server.assessment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that can be chosen as a subject. */
@Schema(description = "All that can be chosen as a subject: the city first, then its counties and stations, then peers")
public record AirSubjects(List<AirSubject> subjects) {

    /** A subject with the extent of its data. */
    @Schema(description = "A subject with the extent of its data")
    public record AirSubject(
            SubjectRef subject,

            @Schema(description = "False for a neighbouring city and its stations")
            boolean own,

            @Schema(description = "Stations whose values count for it")
            int stations,

            @Schema(description = "First city day with data, null without data") @Nullable
            LocalDate firstDay,

            @Nullable LocalDate lastDay) {}
}
